//! The calendar: read by a parser that is not ours, whatever the notes say.

use icalendar::parser::{Component, read_calendar, unfold};
use interview_vault::agenda::{self, Event};
use interview_vault::cli::Exit;
use interview_vault::render::ics;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::desk::TestVault;
use crate::notes::{Notes, day};

const ON: &str = "vault.toml";
const SETTINGS: &str = "timezone = \"Europe/Berlin\"\n[folders]\ncalendar = \"follow-ups.ics\"\n";

/// Every component as its name and its properties, in order; what is in a component follows it.
fn shape(text: &str) -> Vec<(String, Vec<String>)> {
    fn walk(component: &Component<'_>, found: &mut Vec<(String, Vec<String>)>) {
        let names = component.properties.iter().map(|property| property.name.to_string()).collect();
        found.push((component.name.to_string(), names));
        component.components.iter().for_each(|inner| walk(inner, found));
    }
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let mut found =
        vec![("VCALENDAR".to_owned(), calendar.properties.iter().map(|property| property.name.to_string()).collect())];
    calendar.components.iter().for_each(|component| walk(component, &mut found));
    found
}

fn event(title: &str, detail: &str) -> Event {
    let details = vec![detail.to_owned(), "Rounds/1.md".to_owned()];
    Event { id: "a1b2c3d4".to_owned(), on: day("2025-03-05"), at: None, title: title.to_owned(), details }
}

fn calendar(notes: &Notes) -> String {
    let looked = notes.look();
    let events = agenda::events(&looked.vault, &looked.checklist, looked.today);
    ics::calendar(&events, looked.vault.config.timezone.as_deref())
}

fn waiting() -> Notes {
    Notes::sound("2025-03-06").note(
        "Rounds/next.md",
        "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 9\nstate: planned\ninterview_date: 2025-03-20\n\
         interview_time: \"14:30\"\ninterviewers: [\"[[Ines Falk]]\", Tom Beck]\n---\n## Promises\n- [ ] Bring the plan 📅 2025-03-19\n",
    )
}

#[test]
fn a_duty_has_the_whole_day_and_an_interview_its_time() {
    let text = calendar(&waiting().note(ON, SETTINGS));
    for part in [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        "DTSTART;VALUE=DATE:20250319\r\nDTEND;VALUE=DATE:20250320\r\n",
        "SUMMARY:Keep a promise: Bring the plan\r\n",
        "TRIGGER:PT9H\r\n",
        "DTSTART:20250320T133000Z\r\nDURATION:PT1H\r\n",
        "SUMMARY:Interview: Harbour Glass round 9\r\nDESCRIPTION:With Ines Falk\\, Tom Beck\\nRounds/next.md\r\n",
        "TRIGGER:-PT1H\r\n",
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    let event = ["UID", "DTSTAMP", "DTSTART", "DTEND", "TRANSP", "CLASS", "SUMMARY", "DESCRIPTION"].map(str::to_owned);
    let alarm = ["ACTION", "TRIGGER", "DESCRIPTION"].map(str::to_owned);
    let shape = shape(&text);
    assert!(shape.contains(&("VEVENT".to_owned(), event.to_vec())), "{shape:?}");
    assert!(shape.contains(&("VALARM".to_owned(), alarm.to_vec())), "{shape:?}");
    // Without a zone, the time on the wall.
    assert!(calendar(&waiting()).contains("DTSTART:20250320T143000\r\n"));
}

#[test]
fn a_duty_goes_by_the_id_it_has_in_the_agenda() {
    let looked = waiting().look();
    let text = calendar(&waiting());
    let duties: Vec<_> = looked.checklist.findings.iter().filter(|finding| finding.duty().is_some()).collect();
    assert!(duties.len() > 2);
    for finding in duties {
        assert_eq!(text.matches(&format!("UID:{}@", finding.id(&looked.vault))).count(), 1, "{}", finding.rule.id);
    }
}

#[test]
fn the_day_of_export_changes_nothing() {
    let on = |today| calendar(&waiting().today(today));
    assert_eq!(on("2025-03-06"), on("2025-03-07"));
    assert_ne!(on("2025-03-06"), calendar(&Notes::sound("2025-03-06")));
}

#[test]
fn a_round_that_is_held_called_off_or_of_no_open_company_is_no_appointment() {
    for (path, old, new) in [
        ("Rounds/next.md", "state: planned", "state: cancelled"),
        ("Rounds/next.md", "interview_date: 2025-03-20", "interview_date:"),
    ] {
        assert!(!calendar(&waiting().swap(path, old, new)).contains("Interview: "), "{new}");
    }
    let half_past = waiting().swap("Rounds/next.md", "\"14:30\"", "half past two");
    let text = calendar(&half_past);
    assert!(
        text.contains("DTSTART;VALUE=DATE:20250320\r\n") && text.contains("DESCRIPTION:half past two\\n"),
        "{text}"
    );
}

/// What breaks out of a calendar where it is not escaped, and what is cut in two where lines are folded by bytes.
const PIECES: [&str; 22] = [
    "\r\n",
    "\n",
    "\r",
    "\\",
    ";",
    ",",
    ":",
    "\"",
    "END:VEVENT",
    "\r\nBEGIN:VALARM\r\n",
    "\\n",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{1b}[31m",
    "\u{202e}",
    "x",
    " ",
    "ü",
    "漢字",
    "👩‍🚀",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(Config { cases: 10_000, ..Config::default() })]

    #[test]
    fn no_words_change_the_structure(title in words(), detail in words()) {
        let text = ics::calendar(&[event(&title, &detail)], None);
        prop_assert_eq!(shape(&text), shape(PLAIN), "{}", text);
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    }
}

/// A calendar of the same shape, with no words in it.
const PLAIN: &str = "BEGIN:VCALENDAR\r\nVERSION:\r\nPRODID:\r\nCALSCALE:\r\nX-WR-CALNAME:\r\nX-VAULT-FINGERPRINT:\r\n\
    BEGIN:VEVENT\r\nUID:\r\nDTSTAMP:\r\nDTSTART:\r\nDTEND:\r\nTRANSP:\r\nCLASS:\r\nSUMMARY:\r\nDESCRIPTION:\r\n\
    BEGIN:VALARM\r\nACTION:\r\nTRIGGER:\r\nDESCRIPTION:\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// The control: without escaping, the same words do change it.
#[test]
fn words_that_are_not_escaped_are_seen() {
    let text = ics::calendar(&[event("Thank", "x")], None);
    let forged = text.replacen("SUMMARY:Thank", "SUMMARY:Thank\r\nURL:x", 1);
    assert_ne!(shape(&forged), shape(&text));
}

#[test]
fn the_file_is_written_where_it_is_asked_for() {
    let vault = TestVault::sound();
    vault.run(&["build"]).fine();
    assert!(!vault.files().contains_key("follow-ups.ics"));
    let vault = vault.note(ON, SETTINGS);
    vault.run(&["build"]).fine();
    let text = vault.read("follow-ups.ics");
    assert_eq!(vault.run(&["export", "ics"]).fine().out, text);
    let before = vault.files();
    vault.run(&["build"]).fine();
    assert_eq!(vault.files(), before);
    // Line ends that git turned are nobody's change.
    let vault = vault.note("follow-ups.ics", &text.replace("\r\n", "\n"));
    vault.run(&["build"]).fine();
    assert_eq!(vault.read("follow-ups.ics"), text);
}

#[test]
fn a_calendar_of_ones_own_is_left() {
    let own = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n";
    let vault = TestVault::sound().note(ON, SETTINGS).note("follow-ups.ics", own);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(ran.err.contains("`calendar` under `[folders]`"), "{ran:?}");
    vault.run(&["build", "--force"]).ended(Exit::Findings);
    assert_eq!(vault.read("follow-ups.ics"), own);

    let vault = TestVault::sound().note(ON, SETTINGS);
    vault.run(&["build"]).fine();
    let changed = vault.read("follow-ups.ics").replace("X-WR-CALNAME:Follow-ups", "X-WR-CALNAME:Mine");
    let vault = vault.note("follow-ups.ics", &changed);
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(ran.err.contains("follow-ups.ics was changed"), "{ran:?}");
    assert_eq!(vault.read("follow-ups.ics"), changed);
    vault.run(&["build", "--force"]).fine();
    assert!(vault.read("follow-ups.ics").contains("X-WR-CALNAME:Follow-ups\r\n"));
}

/// What cannot be read is said, and the agenda is written all the same.
#[test]
fn a_folder_in_the_way_stops_nothing_else() {
    let vault = TestVault::sound().note(ON, SETTINGS).note("follow-ups.ics/x.md", "").note("Pipeline.md/x.md", "");
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(ran.err.contains("follow-ups.ics") && ran.err.contains("Pipeline.md"), "{ran:?}");
    assert!(vault.files().contains_key("Agenda.md"));
}
