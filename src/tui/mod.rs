//! The screen: the shell loop around the application.

pub mod action;
pub mod app;
mod clipboard;
pub mod decoder;
pub mod drafts;
mod editor;
pub mod errand;
pub mod footer;
pub mod form;
pub mod glyph;
pub mod key;
pub mod keymap;
pub mod layer;
pub mod looked;
pub mod mask;
pub mod saved;
pub mod screen;
pub mod several;
pub mod shell;
pub mod shown;
pub mod signals;
pub mod start;
pub mod terminal;
pub mod theme;
pub mod wake;
pub mod watchdog;
pub mod widget;
pub mod workbench;

use crate::clock::Clock;
use crate::config::Config;
use crate::config::playbooks::Shelf;
use crate::desk::{Clerk, Desk, Reading};
use crate::domain::when::Order;
use crate::error::Result;
use crate::paths::Place;
use app::App;
use drafts::Drafts;
use layer::Layer;
use layer::message::Message;
use screen::view::View;
pub use shell::Ending;
use shell::{Rounds, Shell};
use shown::Shown;
use terminal::Screen;
use theme::{Colours, Theme};
use workbench::Workbench;

/// Opens the workbench on a book and comes back when it is closed, with what is to come after it.
/// A book that never was is made. The banner is a few words beside the views; without a view named
/// it is the one that was shown last.
///
/// # Errors
/// There is no terminal, or the book cannot be opened; the terminal is given back in any case.
pub fn run(
    place: &Place,
    clock: Clock,
    banner: Option<&str>,
    config: &Config,
    view: Option<View>,
) -> Result<Ending> {
    let rules = config.rules.clone();
    let (keymap, mut faults) = keymap::with_own(&config.keys);
    faults.extend(config.faults.iter().cloned());
    if !place.book.exists() {
        drop(Desk::open(&place.book, rules.clone(), clock.now().at)?);
    }
    Desk::bring_up_to_date(&place.book, clock.now().at)?;
    let reading = Reading::open(&place.book, rules.clone())?;
    let playbooks = Shelf::of_user();
    faults.extend(playbooks.faults.iter().cloned());
    let mut app = App::new(Shown {
        banner: banner.map(ToOwned::to_owned),
        keymap,
        mask: config.mask,
        shelf: playbooks,
        rules: reading.rules().clone(),
        ..Shown::on(clock.now().today, Theme::new(Colours::of_environment()))
    });
    app.ascii = config.ascii.unwrap_or_else(glyph::locale_is_plain);
    let mut bench = Workbench::new(app, reading, Drafts::load(&place.drafts)?);
    if config.month_first {
        bench.order = Order::MonthFirst;
    }
    bench.app.shown.at = clock.now().at;
    bench.read_all()?;
    if let Some(view) = view {
        bench.app.show(view);
        bench.read_wished()?;
    }
    if !config.mask {
        bench.offer_drafts();
    }
    if let Some(message) = Message::of_faults(&faults) {
        bench.app.open(Layer::Message(message));
    }

    let (wake, waking) = wake::wake()?;
    let (alert, alerted) = wake::wake()?;
    let signals = signals::listen(&wake, &alert)?;
    let mut screen = Screen::take(&wake, !config.no_mouse)?;
    screen.draw(|frame| bench.app.draw(frame.area(), frame.buffer_mut()))?;

    // Whatever takes time begins after the first frame.
    let watchdog = watchdog::watch(screen.tty()?, alerted, wake.clone(), signals.ending().clone())?;
    let rounds = Rounds::begin(&bench.reading)?;
    let clerk = Clerk::start(place.book.clone(), rules, clock, move || wake.wake())?;
    let mut shell = Shell {
        bench,
        clerk,
        screen,
        signals,
        waking,
        clock,
        rounds,
        asked: None,
        stale: false,
        ends_with: Ending::default(),
    };
    let ended = shell.turn();
    if ended.is_err() && shell.screen.is_gone() {
        shell.signals.ending().hang_up();
    }
    let Shell { screen, mut clerk, signals, mut bench, ends_with, .. } = shell;
    terminal::restore();
    if let Some(note) = bench.note() {
        // A clerk who is gone is told of below.
        let _unheard = clerk.ask(note);
    }
    let unseen = clerk.finish();
    // What is in the book is no draft any more.
    for answer in unseen.iter().flatten() {
        bench.hear(answer.clone());
    }
    drop(bench);
    drop(watchdog);
    if let Some(signal) = signals.ending().signal() {
        signals::die_of(signal);
    }
    drop(screen);
    ended?;
    shell::unsaid(unseen?)?;
    Ok(ends_with)
}
