//! The application with the book it reads: all that happens between a key and a frame, without
//! terminal, thread or clock. The shell drives it; so do the tests.

mod cells;
mod facts;
mod greet;
mod read;
mod views;
mod whole;

use super::action::{Deed, Opening, Wish};
use super::app::App;
use super::drafts::Drafts;
use super::errand::Errand;
use super::form::Form;
use super::form::subject::Subject;
use super::key::Input;
use super::layer::add::AddMenu;
use super::layer::away::AwayLayer;
use super::layer::brief::BriefLayer;
use super::layer::capture::Capture;
use super::layer::copy;
use super::layer::find::Find;
use super::layer::guide::GuidePage;
use super::layer::pick::{Item, Pick};
use super::layer::playbook::{ForAll, Preview};
use super::layer::then::AsOf;
use super::layer::unlinked::Unlinked;
use super::layer::why;
use super::layer::{Layer, remove};
use super::looked::{self, Looked};
use super::saved;
use super::screen::grid::basics::fill::Fill;
use super::start;
use crate::desk::{Answer, Job, Reading};
use crate::domain::book::row::Dossier;
use crate::domain::cell::Id;
use crate::domain::guide::topics;
use crate::domain::plan::step::Step;
use crate::domain::playbook::named;
use crate::domain::when::Order;
use crate::error::{Error, Kind, Result};
use views::Written;

/// What is on the screen, and the book behind it.
#[derive(Debug)]
pub struct Workbench {
    pub app: App,
    pub reading: Reading,
    /// What was typed and not saved, of this run and of runs before it.
    pub drafts: Drafts,
    /// Where somebody looked, as the book has it noted; none: not read yet.
    looked: Option<Looked>,
    /// What a day as `01/12` begins with.
    pub order: Order,
    /// What was written since the book was read last.
    written: Written,
    /// Keys that came while the view waited for its last commit.
    held: Vec<Input>,
}

impl Workbench {
    #[must_use]
    pub const fn new(app: App, reading: Reading, drafts: Drafts) -> Self {
        Self {
            app,
            reading,
            drafts,
            looked: None,
            order: Order::DayFirst,
            written: Written::new(),
            held: Vec::new(),
        }
    }

    /// Takes an input; what only the shell can do comes back, in order. What an act opens lies
    /// over the view before the next input comes.
    pub fn input(&mut self, input: &Input) -> Vec<Errand> {
        if self.app.waits() {
            self.held.push(input.clone());
            return Vec::new();
        }
        // An act is about the account on the screen, moves before it may not be read yet.
        if self.app.acts_unread(input)
            && let Err(error) = self.read_wished()
        {
            self.app.tell(&error);
        }
        let mut errands = self.app.input(input);
        self.read_layer();
        self.keep_drafts();
        self.open_wished();
        errands.extend(self.app.take_errands());
        let noted = self.looked.as_ref().map(|looked| &looked.listing);
        if self.app.is_bare()
            && noted.is_some_and(|noted| *noted != self.app.shown.listing)
            && let Some(note) = self.note()
        {
            self.app.ask(note, None);
            errands.extend(self.app.take_errands());
        }
        errands
    }

    /// What comes of keys that had to wait, now that the book is read.
    pub fn input_held(&mut self) -> Vec<Errand> {
        if self.app.waits() {
            return Vec::new();
        }
        let held = std::mem::take(&mut self.held);
        held.iter().flat_map(|input| self.input(input)).collect()
    }

    /// Where somebody looks now, to be noted in the book, where that is not what it has noted.
    pub fn note(&mut self) -> Option<Job> {
        let before = self.looked.as_ref()?;
        let mut now = self.app.looked();
        if !self.app.is_bare() {
            // A filter that is still typed is none yet.
            now.listing = before.listing.clone();
        }
        if now == *before {
            return None;
        }
        let content = now.write();
        self.looked = Some(now);
        Some(Job::Note { key: looked::KEY, content })
    }

    /// Hears what became of a job.
    pub fn hear(&mut self, answer: Answer) {
        let assessed = matches!(answer, Answer::Assessed(_));
        self.written.hear(&answer);
        self.app.hear(answer);
        self.inform();
        self.tell_logged();
        if assessed && let Err(error) = self.greet() {
            self.app.tell(&error);
        }
        self.keep_drafts();
        self.open_wished();
    }

    /// A form that asks about a worth that others have changed reckons from the new one.
    fn inform(&mut self) {
        let today = self.app.shown.today;
        let Some(form) = self.app.form() else { return };
        let Some(account) = form.asks_worth() else { return };
        match self.reading.dossier(account, today) {
            Ok(now) => form.learn_worth(now),
            Err(error) => self.app.tell(&error),
        }
    }

    /// What a line did is told with what it means for the next talk.
    fn tell_logged(&mut self) {
        let Some((account, receipt)) = self.app.take_logged() else { return };
        let today = self.app.shown.today;
        // The line is in the book: where the day cannot be read it is not told.
        let next = self.reading.next_talk_by(account, today).ok().flatten();
        let here = self.app.looked().account == Some(account);
        self.app.say(saved::logged(&receipt, next, here, today));
    }

    /// The layer on top reads what it needs.
    fn read_layer(&mut self) {
        let today = self.app.shown.today;
        if let Err(error) = self.app.read_layer(&self.reading, today) {
            self.app.tell(&error);
        }
    }

    /// Forms that are open or on their way to the book are drafts as they stand.
    fn keep_drafts(&mut self) {
        // What is open again about the same subject is kept after it.
        for subject in self.app.take_settled() {
            self.settle(&subject);
        }
        for draft in self.app.drafts() {
            self.drafts.keep(draft);
        }
    }

    fn settle(&mut self, subject: &Subject) {
        if let Err(error) = self.drafts.settle(subject) {
            self.app.tell(&error);
        }
    }

    /// The user's own editor brought this back.
    pub fn edited(&mut self, text: &str) {
        if let Some(form) = self.app.form() {
            form.edited(text);
        }
        self.keep_drafts();
    }

    /// Writes the drafts that are due.
    pub fn write_drafts(&mut self) {
        if let Err(error) = self.drafts.write_due() {
            self.app.tell(&error);
        }
    }

    /// Offers what was typed and never saved when the program ended.
    pub fn offer_drafts(&mut self) {
        if !self.drafts.is_empty() {
            self.app.open(Layer::Pick(self.unsaved()));
        }
    }

    /// The list of what was typed and not saved.
    fn unsaved(&self) -> Pick {
        let mut items: Vec<Item> = self
            .drafts
            .iter()
            .map(|draft| {
                let opening = Wish::Open(match &draft.subject {
                    Subject::Capture { account } => Opening::Capture(account.map(Id)),
                    subject => Opening::Form(subject.clone()),
                });
                let mut item = Item::new(draft.title.clone(), draft.glimpse(), opening);
                if let Subject::Cell { accounts, column } = &draft.subject {
                    item.wishes = cells::go_on(accounts, column);
                    return item;
                }
                if let Some(account) = draft.subject.account() {
                    item.wishes.insert(0, Wish::Do(Deed::GoTo(account)));
                }
                item
            })
            .collect();
        let away = self.drafts.iter().map(|draft| Wish::Discard(draft.subject.clone())).collect();
        let label = if items.len() == 1 { "Throw it away" } else { "Throw all of them away" };
        items.push(Item { label: label.to_owned(), note: String::new(), wishes: away });
        Pick::new("Typed and not saved", items)
            .lead(["Enter goes on with it; Esc leaves it for later.".to_owned()])
    }

    fn open_wished(&mut self) {
        for subject in std::mem::take(&mut self.app.wished.discards) {
            self.settle(&subject);
        }
        for several in std::mem::take(&mut self.app.wished.together) {
            match several.wishes(&self.reading, &self.app.shown.sight()) {
                Ok(wishes) => self.app.wish(wishes),
                Err(error) => self.app.tell(&error),
            }
        }
        for opening in std::mem::take(&mut self.app.wished.openings) {
            match self.layer(opening) {
                Ok(layer) => self.app.open(layer),
                Err(error) => self.app.tell(&error),
            }
        }
    }

    /// What is laid over the view, with all that it needs read.
    fn layer(&mut self, opening: Opening) -> Result<Layer> {
        // Moves before it may not be read yet.
        self.read_wished()?;
        let sight = self.app.shown.sight();
        Ok(match opening {
            Opening::Add(at) => Layer::Over(Box::new(AddMenu::new(at, &sight))),
            Opening::Find(account) => {
                Layer::Over(Box::new(Find::new(&sight.listing.filter, account)))
            }
            Opening::Pick(pick) => Layer::Pick(pick),
            Opening::Remove(accounts) => Layer::Pick(remove::question(&accounts, &self.reading)?),
            Opening::Start(start) => {
                self.app.shown.setup = Some(self.reading.setup()?);
                start::layer(start, &self.reading, self.app.shown.today, self.order)?
            }
            Opening::Unsaved if self.drafts.is_empty() => {
                let says = "nothing is typed and not saved";
                return Err(Error::new(Kind::NotFound, says));
            }
            Opening::Unsaved => Layer::Pick(self.unsaved()),
            Opening::Unlinked => {
                self.app.shown.unlinked = Some(self.reading.unlinked_all()?);
                Layer::Over(Box::new(Unlinked::default()))
            }
            Opening::Playbook { account, signal, name, focus } => {
                let preview = Preview::new(account, signal, name, self.order).about(focus);
                let loose = match preview.playbook(&sight) {
                    // What others are to do is nobody's business while names are hidden.
                    Some(playbook) if playbook.whole_book && !sight.mask => {
                        self.reading.every::<Step>()?
                    }
                    _ => Vec::new(),
                };
                Layer::Over(Box::new(preview.beside(loose)))
            }
            Opening::Away(leave) => Layer::Over(Box::new(AwayLayer::new(leave, &sight))),
            Opening::PlaybookForAll { accounts, playbook } => {
                let none = || Error::new(Kind::NotFound, "there is no playbook of that name");
                let playbook = named(sight.shelf.all(), &playbook).ok_or_else(none)?;
                let read = accounts.iter().map(|id| self.reading.dossier(*id, sight.today));
                let dossiers: Vec<Dossier> = read.collect::<Result<_>>()?;
                Layer::Over(Box::new(ForAll::new(playbook, &dossiers, sight.today)))
            }
            Opening::Guide(word) => {
                let topics = topics(sight.rules, sight.shelf.all());
                Layer::Over(Box::new(GuidePage::new(&word, &topics)))
            }
            Opening::Why { account, about } => {
                Layer::Over(why::open(account, about, &self.reading, &sight)?)
            }
            Opening::Ground(ground) => Layer::Over(why::of_book(ground, &sight)),
            Opening::Capture(account) => {
                let draft = self.drafts.of(&Subject::Capture { account: account.map(|id| id.0) });
                let here = account.filter(|_| !sight.whole.rows.is_empty());
                let when = (sight.today, self.order);
                let line = Capture::open(here, draft, when, &self.reading)?;
                Layer::Over(Box::new(line))
            }
            Opening::Cell(begun) => self.cell(&begun)?,
            Opening::Paste { rows, from, marked, text } => {
                let fill = Fill::new(&text, self.basics(&rows)?, from, marked, self.ground());
                Layer::Over(Box::new(fill))
            }
            Opening::AsOf { account, day } => {
                Layer::Over(Box::new(AsOf::open(account, day, &self.reading, &sight)?))
            }
            Opening::Brief(account) => {
                Layer::Over(Box::new(BriefLayer::new(self.reading.brief(account, sight.today)?)))
            }
            Opening::Copy { account, marked, chosen } => {
                Layer::Pick(copy::pick(account, &marked, chosen, &self.reading, sight.today)?)
            }
            Opening::Form(subject) => {
                let facts = facts::read(&subject, &self.app.shown, &self.reading, self.order)?;
                // A second new one begins empty while the first one is being written.
                let twice = !subject.is_there() && self.app.writes(&subject);
                let draft = self.drafts.of(&subject).filter(|_| !twice).cloned();
                Layer::Form(Box::new(Form::open(subject, facts, draft)?))
            }
        })
    }

    /// A new day has begun while the program stood open: everything is to be judged for it.
    pub fn begin_day(&mut self, today: chrono::NaiveDate) -> Option<Job> {
        (today != self.app.shown.today).then(|| {
            self.app.shown.today = today;
            Job::Assess
        })
    }

    /// Tells an error to the person at the keyboard.
    pub fn tell(&mut self, error: &Error) {
        self.app.tell(error);
    }
}

/// What another program kept from being read is worth another try at the next look.
pub fn is_busy<T>(read: &Result<T>) -> bool {
    read.as_ref().is_err_and(|error| error.kind == Kind::Busy)
}
