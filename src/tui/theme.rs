//! The only place that names colours: styles by what they say, on the 16 colours of the terminal.
//! Secondary text is dimmed rather than dark grey, which some palettes make invisible.

use crate::domain::page::Tone;
use crate::domain::score::Band;
use crate::domain::signal::Severity;
use ratatui::style::{Color, Modifier, Style};

/// One style for each role. A state is never said by its colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    pub text: Style,
    /// Secondary text: labels, days, units.
    pub dim: Style,
    /// What the eye reads first in a pane: its title, the account's name.
    pub strong: Style,
    /// Focus, and nothing else.
    pub accent: Style,
    pub border: Style,
    pub border_focus: Style,
    pub title: Style,
    pub title_focus: Style,
    /// The selected line of the focused pane; drawn with a marker beside it.
    pub selected: Style,
    /// The selected line of a pane that has not the focus.
    pub selected_quiet: Style,
    /// An empty seat, a week without steps.
    pub quiet: Style,
    /// Bars and curves: large areas, so without a state's colour.
    pub bar: Style,
    pub state_risk: Style,
    pub state_watch: Style,
    pub state_healthy: Style,
    /// The today line.
    pub today: Style,
    /// A key in the footer and the help.
    pub key: Style,
    /// What just happened.
    pub notice: Style,
    /// What went wrong.
    pub alarm: Style,
}

/// What the terminal may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// `NO_COLOR`: weight and reverse alone.
    Without,
    Sixteen,
}

impl Colours {
    /// As the environment wishes: `NO_COLOR` holds when it is set and not empty.
    #[must_use]
    pub fn of_environment() -> Self {
        match std::env::var_os("NO_COLOR") {
            Some(wish) if !wish.is_empty() => Self::Without,
            _ => Self::Sixteen,
        }
    }
}

impl Theme {
    #[must_use]
    pub const fn new(colours: Colours) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let dim = plain.add_modifier(Modifier::DIM);
        match colours {
            Colours::Without => Self {
                text: plain,
                dim,
                strong: bold,
                accent: bold,
                border: dim,
                border_focus: bold,
                title: plain,
                title_focus: bold,
                selected: bold.add_modifier(Modifier::REVERSED),
                selected_quiet: bold,
                quiet: dim,
                bar: dim,
                state_risk: bold,
                state_watch: plain,
                state_healthy: plain,
                today: plain,
                key: bold,
                notice: plain,
                alarm: bold.add_modifier(Modifier::REVERSED),
            },
            Colours::Sixteen => Self {
                text: plain,
                dim,
                strong: bold,
                accent: plain.fg(Color::Cyan),
                border: dim,
                border_focus: plain.fg(Color::Cyan),
                title: plain,
                title_focus: bold.fg(Color::Cyan),
                selected: bold.fg(Color::Black).bg(Color::Cyan),
                selected_quiet: bold.fg(Color::Cyan),
                quiet: dim,
                bar: dim,
                state_risk: plain.fg(Color::Red),
                state_watch: plain.fg(Color::Yellow),
                state_healthy: plain.fg(Color::Green),
                today: plain.fg(Color::Cyan),
                key: plain.fg(Color::Cyan),
                notice: plain,
                alarm: bold.fg(Color::Red),
            },
        }
    }

    /// The style of a band; none: too little known.
    #[must_use]
    pub const fn band(&self, band: Option<Band>) -> Style {
        match band {
            Some(Band::Risk) => self.state_risk,
            Some(Band::Watch) => self.state_watch,
            Some(Band::Healthy) => self.state_healthy,
            None => self.dim,
        }
    }

    /// The style of a word on a page.
    #[must_use]
    pub const fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Text => self.text,
            Tone::Strong => self.strong,
            Tone::Dim => self.dim,
            Tone::Risk => self.state_risk,
            Tone::Watch => self.state_watch,
            Tone::Healthy => self.state_healthy,
        }
    }

    #[must_use]
    pub const fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Now => self.state_risk,
            Severity::Soon => self.state_watch,
            Severity::Note => self.dim,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_no_role_has_one_and_the_selection_is_still_seen() {
        let theme = Theme::new(Colours::Without);
        let roles = [
            theme.text,
            theme.dim,
            theme.accent,
            theme.border_focus,
            theme.selected,
            theme.state_risk,
            theme.state_watch,
            theme.state_healthy,
            theme.today,
            theme.alarm,
        ];
        assert!(roles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
        assert_ne!(theme.selected, theme.text);
        assert_ne!(theme.state_risk, theme.text);
    }

    #[test]
    fn bands_and_severities_have_their_state() {
        let theme = Theme::new(Colours::Sixteen);
        assert_eq!(theme.band(Some(Band::Risk)), theme.severity(Severity::Now));
        assert_eq!(theme.band(Some(Band::Watch)), theme.severity(Severity::Soon));
        assert_eq!(theme.band(None), theme.dim);
    }
}
