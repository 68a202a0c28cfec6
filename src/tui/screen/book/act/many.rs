//! A line of the list about many accounts: one key lets it rest for all of them.

use crate::desk::{Act, Commit};
use crate::domain::account::silence::{Change, Silence, SilenceKind};
use crate::domain::cell::Id;
use crate::domain::day::shift;
use crate::domain::signal::table;
use crate::tui::action::{Action, Wish};
use crate::tui::screen::book::spot::Spot;
use crate::tui::screen::book::{BookScreen, Pane, Sight};
use crate::tui::widget::phrase;

/// Days that a line rests when it is put off.
const RESTS: i64 = 28;

impl BookScreen {
    /// What an act on a signal does where a line about many accounts is chosen; none: it is
    /// another act, or none is chosen.
    pub(super) fn act_on_many(&mut self, action: Action, sight: &Sight<'_>) -> Option<Vec<Wish>> {
        let Spot::Line(line) = self.spot(sight.book) else { return None };
        let line = sight.book.lines.get(line).filter(|_| self.pane == Pane::List)?;
        let kind = match action {
            Action::Later => SilenceKind::Later,
            Action::NotHere => SilenceKind::NotHere,
            Action::Done | Action::InHand | Action::Playbook => {
                let says = "Enter shows these accounts; Z lets the line rest, N switches it off.";
                return Some(vec![Wish::Say(says.to_owned())]);
            }
            _ => return None,
        };
        let until_on = (kind == SilenceKind::Later).then(|| shift(sight.today, RESTS));
        let holds = |codes: &str| codes.split(',').any(|code| code == line.code);
        let of = sight.whole.rows.iter().filter(|row| holds(&row.signals));
        let changes: Vec<_> = of
            .map(|row| {
                let code = line.code.to_owned();
                let silence = Silence {
                    id: Id(0),
                    account_id: row.account,
                    kind,
                    code,
                    since_on: sight.today,
                    until_on,
                    reason: None,
                };
                Change::Added(silence).into()
            })
            .collect();
        let named = table::rule(line.code);
        let title = named.map_or(line.code, |rule| rule.title);
        let when = match until_on {
            Some(until) => format!("later, {}", phrase::day(until, sight.today)),
            None => "not here".to_owned(),
        };
        let label = format!("“{title}” for {} accounts: {when}", changes.len());
        Some(vec![Wish::Commit(Commit::new(Act::edit(label, None), changes))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::Change as Any;
    use crate::domain::standing::BookLine;
    use crate::tui::screen::book::fixture::Scene;

    #[test]
    fn one_key_lets_a_line_about_many_rest_and_another_one_ends_it() {
        let mut scene = Scene::new();
        let text = "2 of 45 accounts: nobody looks".to_owned();
        scene.book.lines = vec![BookLine { code: "map-stale", accounts: 2, text }];
        for row in scene.book.rows.iter_mut().take(2) {
            row.signals = "upset,map-stale".to_owned();
        }
        for row in scene.book.rows.iter_mut().skip(2) {
            row.signals = "upset".to_owned();
        }
        let first = scene.book.rows[0].account;
        let mut screen = BookScreen::new();
        screen.look_at(Some(first));
        let sight = scene.sight();
        screen.update(Action::Up, &sight);
        for (action, kind, until) in [
            (Action::Later, SilenceKind::Later, Some(shift(sight.today, 28))),
            (Action::NotHere, SilenceKind::NotHere, None),
        ] {
            let wishes = screen.update(action, &sight);
            let [Wish::Commit(commit)] = wishes.as_slice() else { panic!("{wishes:?}") };
            assert_eq!(commit.changes.len(), 2, "{}", commit.act.label);
            let Some(Any::Silence(Change::Added(silence))) = commit.changes.first() else {
                panic!("{:?}", commit.changes)
            };
            assert_eq!((silence.account_id, silence.kind), (first, kind));
            assert_eq!((silence.code.as_str(), silence.until_on), ("map-stale", until));
        }
        assert!(matches!(screen.update(Action::Done, &sight)[..], [Wish::Say(_)]));
        screen.update(Action::Down, &sight);
        assert_eq!(screen.act_on_many(Action::Later, &sight), None, "an account of its own");
    }
}
