//! Laws of what is kept from one look at a vault to the next: after any edits it is what a fresh look gives.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use interview_vault::checklist::{Kept, Reach, example};
use interview_vault::letters::{self, Drafted, Plan, Request, Templates};
use interview_vault::model::{Config, NoteId, Vault};
use interview_vault::parse::{Found, Reading};
use interview_vault::text::SourceFile;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::notes::day;

/// Texts by path.
type Files = BTreeMap<String, String>;

/// Two applications that share an interviewer and an ally, beside the sound one.
fn files() -> Files {
    let sound = example::SOUND.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let mut files: Files = sound.collect();
    for (name, day) in [("Kiln", "03"), ("Loom", "04")] {
        files.insert(
            format!("Companies/{name}.md"),
            format!("---\ntype: company\nstatus: waiting\n---\n## Challenges\n- heat in {name}\n"),
        );
        files.insert(
            format!("Rounds/{name} 1.md"),
            format!(
                "---\ntype: round\ncompany: \"[[{name}]]\"\nstate: held\ninterview_date: 2025-03-{day}\ninterviewers: \
                 [\"[[Una Berg]]\", \"[[Tom Beck]]\"]\n---\n## Close\n### [[Una Berg]]\n- moment: the {name}\n- challenge: dust\n\
                 - support: yes\n\n## Promises\n- [ ] Send plans to [[Una Berg]] 📅 2025-03-06\n\n## Log\n"
            ),
        );
        files.insert(
            format!("Letters/{name} thanks.md"),
            format!(
                "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[{name}]]\"\nfor_round: \"[[{name} 1]]\"\nto: \
                 \"[[Una Berg]]\"\ndue: 2025-03-06\nsent_on:\n---\nDear Una,\n\nThank you.\n"
            ),
        );
    }
    files.insert(
        "Interviewers/Una Berg.md".to_owned(),
        "---\ntype: interviewer\nhiring_role: decider\n---\n".to_owned(),
    );
    files.insert(
        "Letters/Ida.md".to_owned(),
        "---\ntype: letter\ndocument: good-word-request\ncompany: \"[[Kiln]]\"\nto: \"[[Contacts/Ida]]\"\nsent_on:\n---\nDear Ida\n"
            .to_owned(),
    );
    files.insert(
        "Letters/Kiln plans.md".to_owned(),
        "---\ntype: letter\ndocument: promise-cover\nfor_round: \"[[Kiln 1]]\"\nto: \"[[Una Berg]]\"\ndue: 2025-03-06\nsent_on:\n---\nThe plans\n"
            .to_owned(),
    );
    files.insert(
        "Contacts/Ida.md".to_owned(),
        "---\ntype: contact\nknows: [\"[[Una Berg]]\"]\ninfluences: [\"[[Kiln]]\"]\n---\n".to_owned(),
    );
    files
}

/// What an edit puts in the place of what: within the vocabulary of the notes, so that much means something.
const WORDS: [&str; 26] = [
    "Kiln",
    "Loom",
    "Una Berg",
    "Tom Beck",
    "Ida",
    "Priya Rao",
    "held",
    "planned",
    "cancelled",
    "2025-03-03",
    "2025-03-06",
    "2025-04-01",
    "company",
    "interviewer",
    "round",
    "waiting",
    "rejected",
    "yes",
    "no",
    "declined",
    "moment",
    "support",
    "[",
    "\n",
    "Log",
    "- 2025-03-05 emailed [[Una Berg]] thanks\n",
];

/// One edit: in which file, which word, what instead; or a whole new text.
#[derive(Clone, Debug)]
struct Edit {
    file: Index,
    word: Index,
    instead: &'static str,
}

fn edit() -> impl Strategy<Value = Edit> {
    (any::<Index>(), any::<Index>(), select(&WORDS[..])).prop_map(|(file, word, instead)| Edit { file, word, instead })
}

impl Edit {
    /// Makes it; gives the path.
    fn make(&self, files: &mut Files) -> String {
        let paths: Vec<String> = files.keys().cloned().collect();
        let path = self.file.get(&paths);
        let text = files[path].clone();
        let places: Vec<(usize, &str)> = WORDS.iter().flat_map(|word| text.match_indices(word)).collect();
        let new = if places.is_empty() {
            format!("{text}{}\n", self.instead)
        } else {
            let (at, word) = *self.word.get(&places);
            format!("{}{}{}", &text[..at], self.instead, &text[at + word.len()..])
        };
        files.insert(path.clone(), new);
        path.clone()
    }
}

fn sources(files: &Files) -> Vec<SourceFile> {
    files.iter().map(|(path, text)| SourceFile::new(path, text)).collect()
}

/// What is kept of a vault.
struct Looked {
    vault: Vault,
    reading: Reading,
    checklist: Kept,
    drafted: Drafted,
}

impl Looked {
    fn new(files: &Files, today: NaiveDate) -> Self {
        let (vault, reading) = Reading::new(Found::all(&sources(files)), Config::default());
        let checklist = Kept::new(&vault, &reading.diagnostics(), today);
        let looked = Self { vault, reading, checklist, drafted: Drafted::default() };
        looked.drafts(today);
        looked
    }

    /// Takes in the file at `path`; whether that could be done. `reach` says whose findings change.
    fn take_in(&mut self, path: &str, files: &Files, today: NaiveDate, reach: fn(NoteId, &Vault) -> Reach) -> bool {
        let at = self.vault.notes.binary_search_by(|note| (*note.path).cmp(path)).unwrap();
        let note = NoteId(at.try_into().unwrap());
        let before = reach(note, &self.vault);
        if !self.reading.take_in([&SourceFile::new(path, &files[path])], &mut self.vault) {
            return false;
        }
        let reaches = [before, reach(note, &self.vault)];
        self.drafted.forget(&reaches);
        self.checklist.look_again(&reaches, &self.vault, &self.reading.diagnostics(), today);
        true
    }

    /// What is drafted, and what becomes of it.
    fn drafts(&self, today: NaiveDate) -> Plan {
        let request = Request { drafted: Some(&self.drafted), ..Request::default() };
        let (templates, written) = (Templates::default(), BTreeSet::new());
        letters::plan(&self.vault, &self.checklist.checklist(), &templates, &written, &|_| None, today, &request)
    }

    fn said(&self, today: NaiveDate) -> String {
        let read = format!("{:#?}\n{:#?}", self.vault, self.reading.diagnostics());
        format!("{read}\n{:#?}\n{:#?}", self.checklist, self.drafts(today))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_kept_is_what_a_fresh_look_gives(edits in proptest::collection::vec(edit(), 1..6)) {
        let (mut files, today) = (files(), day("2025-03-06"));
        let mut kept = Looked::new(&files, today);
        for edit in &edits {
            let path = edit.make(&mut files);
            if !kept.take_in(&path, &files, today, Reach::of) {
                kept = Looked::new(&files, today);
            }
            let fresh = Looked::new(&files, today);
            prop_assert_eq!(kept.said(today), fresh.said(today));
        }
    }
}

/// Edits that are taken in, with whose findings they change.
const TELLING: [(&str, &str, &str); 8] = [
    ("Letters/Ida.md", "sent_on:", "sent_on: 2025-03-05"),
    ("Letters/Kiln plans.md", "sent_on:", "sent_on: 2025-03-05"),
    ("Rounds/Kiln 1.md", "- moment: the Kiln\n", ""),
    ("Rounds/Kiln 1.md", "[[Kiln]]", "[[Loom]]"),
    ("Companies/Loom.md", "waiting", "rejected"),
    ("Letters/Loom thanks.md", "sent_on:", "sent_on: 2025-03-05"),
    ("Interviewers/Una Berg.md", "hiring_role: decider", "email: una@kiln.example"),
    ("Contacts/Ida.md", "[[Kiln]]", "[[Loom]]"),
];

#[test]
fn an_edit_is_taken_in_without_reading_all_anew() {
    let today = day("2025-03-06");
    for (path, old, new) in TELLING {
        let mut files = files();
        let mut kept = Looked::new(&files, today);
        let before = kept.said(today);
        let text = files[path].replace(old, new);
        files.insert(path.to_owned(), text);
        assert!(kept.take_in(path, &files, today, Reach::of), "{path}");
        assert_ne!(kept.said(today), before, "{path}: {new}");
        assert_eq!(kept.said(today), Looked::new(&files, today).said(today), "{path}: {new}");
    }
}

/// The law can fail: where too few are looked at again, it shows.
#[test]
fn too_narrow_a_look_is_noticed() {
    let today = day("2025-03-06");
    let is_noticed = |(path, old, new): &(&str, &str, &str)| {
        let mut files = files();
        let mut kept = Looked::new(&files, today);
        files.insert((*path).to_owned(), files[*path].replace(old, new));
        kept.take_in(path, &files, today, |_, _| Reach::Nobody);
        kept.said(today) != Looked::new(&files, today).said(today)
    };
    let noticed: Vec<&str> = TELLING.iter().filter(|edit| is_noticed(edit)).map(|(path, ..)| *path).collect();
    assert!(noticed.len() >= 6, "{noticed:?}");
}
