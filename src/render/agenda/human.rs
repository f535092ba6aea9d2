//! The agenda for a terminal of 80 columns.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::render::wrap::wrapped;
use anstyle::{AnsiColor, Style};

use super::group::groups;
use super::{NOTHING, ON_HOLD, SIT_TIGHT, beginning, heading, next, place, when};
use crate::agenda::{Agenda, Item, State};
use crate::model::Vault;
use crate::render::{day, flat};
use crate::text::counted;

/// An id is taken by at least so many of its digits, and has so many.
const FEWEST: usize = 4;
const DIGITS: usize = 8;

/// The agenda in words, with a final line end; ANSI colours where `colour` says so.
pub fn human(agenda: &Agenda, vault: &Vault, colour: bool) -> String {
    let mut page = Page { agenda, vault, colour, digits: digits(agenda), out: String::new() };
    let today = day(agenda.today, agenda.today);
    page.styled(&today, Style::new().bold());
    if let Some(coming) = &agenda.next {
        page.line(NOTHING, "");
        page.line(&next(coming, vault, agenda.today), "");
    } else if agenda.items.is_empty() {
        page.line(NOTHING, "");
        if let Some(words) = beginning(vault) {
            page.line(words, "");
        }
    }
    for state in State::ALL {
        page.items(state);
    }
    page.quiet();
    page.held();
    page.out
}

struct Page<'a> {
    agenda: &'a Agenda,
    vault: &'a Vault,
    colour: bool,
    /// How many digits of an id are shown.
    digits: usize,
    out: String,
}

impl Page<'_> {
    fn items(&mut self, state: State) {
        let groups = groups(self.agenda.items_in(state));
        if groups.is_empty() {
            return;
        }
        self.out.push('\n');
        self.styled(heading(state), style(state));
        for group in groups {
            self.item(group.head, None, "  ");
            for paper in group.papers {
                self.item(paper, Some(group.head), "    ");
            }
        }
    }

    /// One item; what it has in common with the one it goes with is not said again.
    fn item(&mut self, item: &Item, with: Option<&Item>, indent: &str) {
        let mut parts = vec![flat(&item.title)];
        if with.is_none() {
            parts.extend(place(self.vault, item.company, item.round));
        }
        parts.extend(when(item, with, self.agenda.today));
        parts.extend(item.tick.as_ref().map(|tick| format!("ticked [{}]", tick.mark)));
        let id = format!("({})", item.id.get(..self.digits).unwrap_or(&item.id));
        self.paragraph(&format!("{} {id}", parts.join(" · ")), indent, &id);
        let draft = item.draft.as_deref().map(|path| (path, item.blanks.unwrap_or_default()));
        let beside = item.beside.iter().map(|paper| (paper.path.as_str(), paper.blanks));
        for (path, blanks) in draft.into_iter().chain(beside) {
            let blanks = if blanks == 0 { "ready".to_owned() } else { counted(blanks, "blank") };
            // A path is copied whole: it is never broken over two lines.
            let _ = writeln!(self.out, "{indent}  {} · {blanks}", flat(path));
        }
    }

    fn quiet(&mut self) {
        let today = self.agenda.today;
        self.title(SIT_TIGHT, self.agenda.quiet.is_empty());
        for quiet in &self.agenda.quiet {
            let place = place(self.vault, Some(quiet.company), Some(quiet.round)).unwrap_or_default();
            self.line(&format!("{place} · until {}: {}", day(quiet.until, today), quiet.reason), "  ");
        }
    }

    fn held(&mut self) {
        let today = self.agenda.today;
        self.title(ON_HOLD, self.agenda.held.is_empty());
        for rest in &self.agenda.held {
            let place =
                place(self.vault, rest.company, rest.round).map(|place| format!(" · {place}")).unwrap_or_default();
            let until = day(rest.until, today);
            self.line(&format!("{}{place} · until {until}: {}", flat(&rest.title), flat(&rest.reason)), "  ");
        }
    }

    fn title(&mut self, heading: &str, is_empty: bool) {
        if !is_empty {
            self.out.push('\n');
            self.styled(heading, Style::new().bold());
        }
    }

    fn line(&mut self, text: &str, indent: &str) {
        self.paragraph(text, indent, "");
    }

    /// The text, wrapped; `faint` is its end, which is not to catch the eye.
    fn paragraph(&mut self, text: &str, indent: &str, faint: &str) {
        let mut wrapped = wrapped(text, indent, &format!("{indent}  "));
        if self.colour && !faint.is_empty() && wrapped.ends_with(faint) {
            wrapped.truncate(wrapped.len() - faint.len());
            let style = Style::new().dimmed();
            let _ = write!(wrapped, "{style}{faint}{style:#}");
        }
        self.out.push_str(&wrapped);
        self.out.push('\n');
    }

    fn styled(&mut self, text: &str, style: Style) {
        // Writing to a String cannot fail.
        let _ = if self.colour { writeln!(self.out, "{style}{text}{style:#}") } else { writeln!(self.out, "{text}") };
    }
}

fn style(state: State) -> Style {
    match state {
        State::Overdue => AnsiColor::Red.on_default().bold(),
        State::Today => AnsiColor::Yellow.on_default().bold(),
        State::Open | State::Upcoming => Style::new().bold(),
    }
}

/// As many digits as it takes to tell the ids apart, and no fewer than a command accepts.
fn digits(agenda: &Agenda) -> usize {
    let ids = || agenda.items.iter().map(|item| &item.id).chain(agenda.held.iter().map(|rest| &rest.id));
    let tell = |digits: &usize| {
        let heads: BTreeSet<&str> = ids().filter_map(|id| id.get(..*digits)).collect();
        heads.len() == ids().collect::<BTreeSet<_>>().len()
    };
    (FEWEST..DIGITS).find(tell).unwrap_or(DIGITS)
}
