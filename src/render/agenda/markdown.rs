//! The agenda as Markdown: what stands in the program's region of the agenda file.

use std::fmt::Write as _;

use super::group::groups;
use super::{Lines, NOT_RECORDED, NOTHING, ON_HOLD, SIT_TIGHT, beginning, heading, next, when};
use crate::agenda::{Agenda, Item, State, Tick};
use crate::model::{Channel, CompanyId, Document, Named, Vault};
use crate::render::{Links, day, full_day, link};
use crate::text::{counted, inert};

/// The agenda as Markdown that reads well anywhere, with a final line end. Boxes keep their ticks. `lines` are those that
/// were drawn before.
pub fn markdown(agenda: &Agenda, vault: &Vault, lines: &Lines) -> String {
    let page = Page { agenda, vault, links: Links::new(vault), lines };
    let mut out = format!("# {}\n", full_day(agenda.today));
    if let Some(coming) = &agenda.next {
        let coming = inert(&next(coming, vault, agenda.today));
        let _ = write!(out, "\n{NOTHING}\n\n{coming}\n");
    } else if agenda.items.is_empty() {
        let _ = write!(out, "\n{NOTHING}\n");
        if let Some(words) = beginning(vault) {
            let _ = write!(out, "\n{words}\n");
        }
    }
    for state in State::ALL {
        section(&mut out, heading(state), &page.items(state));
    }
    section(&mut out, NOT_RECORDED, &page.stray());
    section(&mut out, SIT_TIGHT, &page.quiet());
    section(&mut out, ON_HOLD, &page.held());
    out
}

fn section(out: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    // Writing to a String cannot fail.
    let _ = write!(out, "\n## {heading}\n");
    for line in lines {
        let _ = writeln!(out, "{line}");
    }
}

/// What sets a line below another.
const INDENT: &str = "    ";

struct Page<'a> {
    agenda: &'a Agenda,
    vault: &'a Vault,
    links: Links<'a>,
    lines: &'a Lines,
}

impl Page<'_> {
    fn items(&self, state: State) -> Vec<String> {
        let mut lines = Vec::new();
        for group in groups(self.agenda.items_in(state)) {
            lines.extend(self.lines(group.head, None));
            let papers = group.papers.into_iter().flat_map(|paper| self.lines(paper, Some(group.head)));
            lines.extend(papers.map(|line| format!("{INDENT}{line}")));
        }
        lines
    }

    /// One item, and below it why its tick was not recorded.
    fn lines(&self, item: &Item, with: Option<&Item>) -> impl Iterator<Item = String> {
        let line = self.lines.line(item, with, || self.item(item, with));
        [line].into_iter().chain(item.tick.as_ref().and_then(why))
    }

    /// The ticks without an item, as they stand in the file, and why they were not recorded.
    fn stray(&self) -> Vec<String> {
        let line = |tick: &Tick| format!("- [{}] {}{} ^{}", tick.mark, tick.words, done(Some(tick)), tick.id);
        self.agenda.stray.iter().flat_map(|tick| [line(tick)].into_iter().chain(why(tick))).collect()
    }

    /// One item; what it has in common with the one it goes with is not said again.
    fn item(&self, item: &Item, with: Option<&Item>) -> String {
        let mut parts = vec![self.title(item)];
        if with.is_none() {
            parts.extend(self.place(item.company, item.round));
        }
        parts.extend(when(item, with, self.agenda.today));
        if !item.can_tick {
            let own = item.company.map(|id| self.vault.path(self.vault.company(id).note));
            parts.extend((own != Some(&item.path)).then(|| self.links.path(&item.path, None)));
        }
        if let (Some(draft), Some(document)) = (&item.draft, item.document) {
            parts.push(self.draft(draft, document, item.blanks.unwrap_or_default()));
        }
        parts.extend(item.beside.iter().map(|paper| self.draft(&paper.path, paper.document, paper.blanks)));
        parts.extend(self.reach(item));
        let mark = item.tick.as_ref().map_or(' ', |tick| tick.mark);
        let head = if item.can_tick { format!("- [{mark}] ") } else { "- ".to_owned() };
        format!("{head}{}{} ^{}", parts.join(" · "), done(item.tick.as_ref()), item.id)
    }

    /// A link to a draft, and how many blanks are left in it.
    fn draft(&self, path: &str, document: Document, blanks: usize) -> String {
        let shown = match document {
            Document::ClosingCard => "card",
            other if other.is_sheet() => "sheet",
            _ => "draft",
        };
        let blanks = if blanks == 0 { String::new() } else { format!(", {}", counted(blanks, "blank")) };
        format!("{}{blanks}", self.links.path(path, Some(shown)))
    }

    /// The title, with the person's name as a link; behind it, where the title does not name them.
    fn title(&self, item: &Item) -> String {
        let title = inert(&item.title);
        let Some((person, note)) = item.person.as_ref().and_then(|person| Some((person, person.note?))) else {
            return title;
        };
        let link = self.links.note(note);
        match whole_words(&title, &inert(&person.name)) {
            Some((before, after)) => format!("{before}{link}{after}"),
            None => format!("{title} · {link}"),
        }
    }

    fn place(&self, company: Option<CompanyId>, round: Option<usize>) -> Option<String> {
        let company = self.links.note(self.vault.company(company?).note);
        let round = round.and_then(|at| self.vault.rounds.get(at));
        Some(round.map_or_else(|| company.clone(), |round| format!("{company} round {}", round.number)))
    }

    /// A link that opens a mail or the phone, where the item goes that way and the address is known.
    fn reach(&self, item: &Item) -> Option<String> {
        let person = item.person.as_ref()?;
        match item.channel? {
            Channel::Email => link::mail(self.address(person, Channel::Email)?, self.subject(item).as_deref()),
            Channel::Phone => link::phone(self.address(person, Channel::Phone)?),
            Channel::Post | Channel::Handwritten | Channel::Lobby | Channel::InPerson => None,
        }
    }

    fn address(&self, person: &Named, channel: Channel) -> Option<&str> {
        let (email, phone) = match (self.vault.interviewer(person), self.vault.contact(person)) {
            (Some(interviewer), _) => (&interviewer.email, &interviewer.phone),
            (None, Some(contact)) => (&contact.email, &contact.phone),
            (None, None) => return None,
        };
        if channel == Channel::Phone { phone.text() } else { email.text() }
    }

    fn subject(&self, item: &Item) -> Option<String> {
        let held = item.round.and_then(|at| self.vault.rounds.get(at)).and_then(|round| round.interview_date.get());
        match held {
            Some(date) => Some(format!("Our interview of {}", date.format("%-d %B %Y"))),
            None => self.vault.company(item.company?).position.text().map(str::to_owned),
        }
    }

    fn quiet(&self) -> Vec<String> {
        let line = |quiet: &crate::agenda::Quiet| {
            let place = self.place(Some(quiet.company), Some(quiet.round)).unwrap_or_default();
            format!("- {place} · until {}: {}", day(quiet.until, self.agenda.today), quiet.reason)
        };
        self.agenda.quiet.iter().map(line).collect()
    }

    fn held(&self) -> Vec<String> {
        let line = |rest: &crate::agenda::Rest| {
            let place = self.place(rest.company, rest.round).map(|place| format!(" · {place}")).unwrap_or_default();
            let until = day(rest.until, self.agenda.today);
            format!("- {}{place} · until {until}: {} ^{}", inert(&rest.title), inert(&rest.reason), rest.id)
        };
        self.agenda.held.iter().map(line).collect()
    }
}

fn why(tick: &Tick) -> Option<String> {
    tick.why.as_ref().map(|why| format!("{INDENT}- not recorded: {}", inert(why)))
}

fn done(tick: Option<&Tick>) -> String {
    tick.and_then(|tick| tick.done_on).map(|day| format!(" ✅ {day}")).unwrap_or_default()
}

/// What stands before and behind the first place where `name` stands in `text` as whole words.
fn whole_words<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).filter(|_| !name.is_empty()).find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        (is_edge(before.chars().next_back()) && is_edge(after.chars().next())).then_some((before, after))
    })
}
