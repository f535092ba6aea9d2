//! Whole stories: an application from the booking of its first round to its end, day by day, with
//! what the agenda says on each. A change in any rule's time shows in these tables.

mod offer;
mod panels;
mod rejection;
mod silence;
mod sit_tight;

use chrono::NaiveDate;
use interview_vault::agenda::{State, plan};
use interview_vault::checklist::example::{ME, SOUND};

use crate::notes::{Looked, Notes, day};

/// What the candidate writes.
enum Act {
    /// A new note.
    Write(&'static str, &'static str),
    /// In the note of that path, these words become those.
    Swap(&'static str, &'static str, &'static str),
}

struct Story {
    /// `vault.toml`.
    config: &'static str,
    /// The notes before the first day, beside the candidate's own and a testimonial.
    notes: &'static [(&'static str, &'static str)],
    /// What is written on which day, before the agenda is looked at.
    acts: &'static [(&'static str, &'static [Act])],
    /// The first day, `YYYY-MM-DD`.
    from: &'static str,
    /// What the agenda says, a line for each day; those that begin with spaces belong to the day before them.
    table: &'static str,
}

/// Days ahead for which the agenda announces what opens.
const AHEAD: u32 = 2;

/// Preparing for a round is another story.
const ELSEWHERE: &str = "prepare";

impl Story {
    /// Lives through all days of the table, and compares.
    fn tell(&self) {
        let own = SOUND.iter().filter(|(path, _)| *path == ME || path.starts_with("Testimonials"));
        let start = Notes::new(self.from).config(self.config);
        let mut notes = own.chain(self.notes).fold(start, |notes, (path, text)| notes.note(path, text));
        let days: Vec<NaiveDate> = {
            let lines = self.table.lines().filter(|line| !line.starts_with(' ')).count();
            day(self.from).iter_days().take(lines).collect()
        };
        assert!(days.len() >= 20, "a story is at least twenty days long");
        for (date, _) in self.acts {
            assert!(days.contains(&day(date)), "{date} is none of the days told");
        }
        let mut told = String::new();
        for today in days {
            let acts = self.acts.iter().filter(|(date, _)| day(date) == today).flat_map(|(_, acts)| *acts);
            notes = acts.fold(notes, |notes, act| match act {
                Act::Write(path, text) => notes.note(path, text),
                Act::Swap(path, old, new) => notes.swap(path, old, new),
            });
            told += &of_day(&notes.clone().today(&today.to_string()).look());
        }
        assert!(told == self.table, "the story has changed; it now goes\n{told}");
    }
}

/// One day: its date, then what the agenda says of each state, and the faults.
fn of_day(looked: &Looked) -> String {
    assert_eq!(looked.diagnostics, [], "the notes of {}", looked.today);
    let Looked { vault, checklist, today, .. } = looked;
    let agenda = plan(vault, checklist, &[], *today, AHEAD);
    let several = vault.companies.len() > 1;
    let at = |company: Option<&str>| company.filter(|_| several).map(|name| format!(" @{name}")).unwrap_or_default();
    let on = |day: NaiveDate| day.format("%m-%d").to_string();

    let mut parts: Vec<String> = Vec::new();
    for state in State::ALL {
        let items = agenda.items_in(state).filter(|item| item.rule.stage() != ELSEWHERE);
        let told = items.map(|item| {
            let opens = item.opens.filter(|_| state == State::Upcoming).map(|opens| on(opens) + " ");
            let what = format!("{}{}", opens.unwrap_or_default(), item.rule.id);
            (what, item.person.as_ref().map(|person| person.name.clone()), at(item.company_name(vault)))
        });
        parts.extend(part(state.name(), &together(told)));
    }
    let quiet = agenda.quiet.iter();
    let quiet = quiet.map(|quiet| on(quiet.until) + &at(Some(&vault.company(quiet.company).name)));
    parts.extend(part("sit tight", &quiet.collect::<Vec<_>>()));
    let held = agenda.held.iter().map(|rest| format!("{} {}", rest.rule.id, on(rest.until)));
    parts.extend(part("on hold", &held.collect::<Vec<_>>()));
    let faults = checklist.findings.iter().filter(|finding| finding.duty().is_none());
    let faults = faults.filter(|finding| finding.rule.stage() != ELSEWHERE).map(|finding| {
        let company = finding.company.map(|id| vault.company(id).name.as_str());
        (finding.rule.id.to_owned(), finding.person.as_ref().map(|person| person.name.clone()), at(company))
    });
    parts.extend(part("faults", &together(faults)));
    let said = if parts.is_empty() { "nothing".to_owned() } else { parts.join("\n          ") };
    format!("{} {said}\n", today.format("%m-%d %a"))
}

/// What is said of several people in a row, as one: `thank/next-day Ada Holm + Bo Strand`.
fn together(told: impl Iterator<Item = (String, Option<String>, String)>) -> Vec<String> {
    let mut rows: Vec<(String, Vec<String>, String)> = Vec::new();
    for (what, person, company) in told {
        match rows.last_mut() {
            Some(last) if last.0 == what && last.2 == company => last.1.extend(person),
            _ => rows.push((what, person.into_iter().collect(), company)),
        }
    }
    let row = |(what, people, company): (String, Vec<String>, String)| {
        let people = if people.is_empty() { String::new() } else { format!(" {}", people.join(" + ")) };
        format!("{what}{people}{company}")
    };
    rows.into_iter().map(row).collect()
}

fn part(name: &str, told: &[String]) -> Option<String> {
    (!told.is_empty()).then(|| format!("{name}: {}", told.join(", ")))
}
