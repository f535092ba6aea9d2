//! Laws of what is kept from one look at a vault to the next: after any edits it is what a fresh look gives.

mod taken;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use interview_vault::agenda::region::{self, File, Standing};
use interview_vault::agenda::{self, Agenda, Paper};
use interview_vault::checklist::{Kept, Reach, example};
use interview_vault::letters::{self, Draft, Drafted, Fate, Plan, Request, Templates};
use interview_vault::model::{Config, NoteId, Vault};
use interview_vault::parse::{Changed, Found, Reading};
use interview_vault::render::agenda::{Lines, markdown};
use interview_vault::render::pipeline::{self, Rows};
use interview_vault::status::Pipeline;
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
    // Somebody of whom only their own note says where they are, and an ally who knows only them.
    files.insert(
        "Interviewers/Nora Falk.md".to_owned(),
        "---\ntype: interviewer\ncompany: \"[[Loom]]\"\ntold_by: \"[[Una Berg]]\"\n---\n## Profile\n- family: two boys\n".to_owned(),
    );
    files.insert("Contacts/Max.md".to_owned(), "---\ntype: contact\nknows: [\"[[Nora Falk]]\"]\n---\n".to_owned());
    files
}

/// The same, with every draft under the name that it is given.
fn built() -> Files {
    let mut files = files();
    files.retain(|path, _| !path.starts_with("Letters/Kiln") && !path.starts_with("Letters/Loom"));
    let drafts = Looked::new(&files, day("2025-03-06")).drafts(day("2025-03-06")).drafts;
    let new = drafts.into_iter().filter(|draft| draft.fate == Fate::Create);
    files.extend(new.map(|draft| (draft.path, draft.text)));
    files
}

/// What an edit puts in the place of what: within the vocabulary of the notes, so that much means something.
const WORDS: [&str; 33] = [
    "Kiln",
    "Loom",
    "Una Berg",
    "Tom Beck",
    "Ida",
    "Priya Rao",
    "Nora Falk",
    "Max",
    "decider",
    "decider\nname_prefix: Ms",
    "interviewer\nemail: una@kiln.example",
    "knows",
    "influences",
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

/// One change: to which file, which word, what instead; or a file that comes, goes or moves.
#[derive(Clone, Debug)]
struct Edit {
    way: Way,
    file: Index,
    word: Index,
    instead: &'static str,
    path: &'static str,
}

#[derive(Clone, Copy, Debug)]
enum Way {
    Replace,
    Add,
    Remove,
    Move,
}

/// Where notes come and go: some are linked already, some are nearly, one has the name of another note.
const PATHS: [&str; 12] = [
    "Rounds/Kiln 2.md",
    "Rounds/Aa.md",
    "Companies/Mill.md",
    "Companies/Kiln.md",
    "Interviewers/Tom Beck.md",
    "Interviewers/Tom Bek.md",
    "Interviewers/Una Berg.md",
    "Contacts/Una Berg.md",
    "Contacts/Ida.md",
    "Letters/A.md",
    "Letters/Loom thanks.md",
    "Zettel.md",
];

fn edit() -> impl Strategy<Value = Edit> {
    let way = select(&[Way::Replace, Way::Replace, Way::Add, Way::Remove, Way::Move][..]);
    let parts = (way, any::<Index>(), any::<Index>(), select(&WORDS[..]), select(&PATHS[..]));
    parts.prop_map(|(way, file, word, instead, path)| Edit { way, file, word, instead, path })
}

impl Edit {
    /// Makes it.
    fn make(&self, files: &mut Files) {
        let paths: Vec<String> = files.keys().cloned().collect();
        let path = self.file.get(&paths);
        let text = files[path].clone();
        match self.way {
            Way::Replace => {
                let places: Vec<(usize, &str)> = WORDS.iter().flat_map(|word| text.match_indices(word)).collect();
                let new = if places.is_empty() {
                    format!("{text}{}\n", self.instead)
                } else {
                    let (at, word) = *self.word.get(&places);
                    format!("{}{}{}", &text[..at], self.instead, &text[at + word.len()..])
                };
                files.insert(path.clone(), new);
            }
            Way::Add => drop(files.insert(self.path.to_owned(), text)),
            Way::Remove => drop(files.remove(path)),
            Way::Move => {
                files.remove(path);
                files.insert(self.path.to_owned(), text);
            }
        }
    }
}

fn sources(files: &Files) -> Vec<SourceFile> {
    files.iter().map(|(path, text)| SourceFile::new(path.as_str(), text)).collect()
}

/// Whose findings change with a note.
type ReachOf = fn(NoteId, &Vault, &Reading) -> Reach;

/// As the program asks for it.
fn reach_of(note: NoteId, vault: &Vault, reading: &Reading) -> Reach {
    Reach::of(note, vault, &|notes| reading.asking_for(notes, vault))
}

/// What is kept of a vault.
struct Looked {
    vault: Vault,
    reading: Reading,
    checklist: Kept,
    drafted: Drafted,
    lines: Lines,
    rows: Rows,
    files: Files,
}

impl Looked {
    fn new(files: &Files, today: NaiveDate) -> Self {
        let (vault, reading) = Reading::new(Found::all(&sources(files)), Config::default());
        let checklist = Kept::new(&vault, &reading.diagnostics(), today);
        let looked = Self {
            vault,
            reading,
            checklist,
            drafted: Drafted::default(),
            lines: Lines::default(),
            rows: Rows::default(),
            files: files.clone(),
        };
        looked.agenda(today, &looked.lines);
        looked.drawn(today);
        looked
    }

    /// Takes in how the files are `now`; whether that could be done. `reach` says whose findings change.
    fn take_in(&mut self, before: &Files, now: &Files, today: NaiveDate, reach: ReachOf) -> bool {
        let (old, new) = (sources(before), sources(now));
        let files: Vec<SourceFile> = new.into_iter().filter(|file| !old.contains(file)).collect();
        let gone: Vec<String> = before.keys().filter(|path| !now.contains_key(*path)).cloned().collect();
        let came: Vec<String> = now.keys().filter(|path| !before.contains_key(*path)).cloned().collect();
        let source = |path: &str| old.iter().find(|file| file.path() == path);
        let changed = Changed { files: &files, gone: &gone, source: &source };
        let mut reaches = Vec::new();
        let taken = self
            .reading
            .take_in(&changed, &mut self.vault, &mut |note, vault, reading| reaches.push(reach(note, vault, reading)));
        let Some(renumbering) = taken else { return false };
        reaches.extend(renumbering.moves_companies().then_some(Reach::Anybody));
        self.files.clone_from(now);
        self.drafted.renumber(&renumbering);
        self.drafted.forget(&reaches);
        self.lines.renumber(&renumbering);
        self.lines.forget(&reaches);
        self.rows.forget(&reaches);
        reaches.extend(self.checklist.reached_by_names(&came, &gone, &self.vault));
        self.checklist.renumber(&renumbering);
        self.checklist.look_again(&reaches, &self.vault, &self.reading.diagnostics(), today);
        true
    }

    /// What is drafted, and what becomes of it.
    fn drafts(&self, today: NaiveDate) -> Plan {
        let request = Request { drafted: Some(&self.drafted), ..Request::default() };
        let (templates, written) = (Templates::default(), BTreeSet::new());
        let source = |path: &str| self.files.get(path).cloned();
        letters::plan(&self.vault, &self.checklist.checklist(), &templates, &written, &source, today, &request)
    }

    /// The agenda with all drafts, written or not; `lines` are those that were drawn before.
    fn agenda(&self, today: NaiveDate, lines: &Lines) -> String {
        let papers: Vec<Paper> = self.drafts(today).drafts.into_iter().map(paper).collect();
        markdown(&agenda::plan(&self.vault, &self.checklist.checklist(), &papers, today, 7), &self.vault, lines)
    }

    /// The picture of the search.
    fn drawn(&self, today: NaiveDate) -> String {
        pipeline::markdown(&Pipeline::new(&self.vault, today), &self.vault, &self.rows)
    }

    fn said(&self, today: NaiveDate) -> String {
        let read = format!("{:#?}\n{:#?}", self.vault, self.reading.diagnostics());
        let drawn = format!("{}\n{}", self.agenda(today, &self.lines), self.drawn(today));
        format!("{read}\n{:#?}\n{:#?}\n{drawn}", self.checklist, self.drafts(today))
    }
}

fn paper(draft: Draft) -> Paper {
    let Draft { path, blanks, document, company, round, to, finding, .. } = draft;
    Paper { path, blanks, document, company, round, to, finding }
}

/// The first line that differs, as kept and as fresh, and where.
fn difference(kept: &Looked, fresh: &Looked, today: NaiveDate) -> Option<String> {
    let (kept, fresh) = (kept.said(today), fresh.said(today));
    let mut lines = kept.lines().zip(fresh.lines()).enumerate();
    let (at, (one, other)) = lines.find(|(_, (one, other))| one != other)?;
    let before: Vec<&str> = fresh.lines().take(at).skip(at.saturating_sub(8)).collect();
    Some(format!("{}\nkept:  {one}\nfresh: {other}", before.join("\n")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_is_kept_is_what_a_fresh_look_gives(
        edits in proptest::collection::vec(edit(), 1..6),
        start in select(&[files, built][..]),
    ) {
        let (mut files, today) = (start(), day("2025-03-06"));
        let mut kept = Looked::new(&files, today);
        for edit in &edits {
            let before = files.clone();
            edit.make(&mut files);
            if !kept.take_in(&before, &files, today, reach_of) {
                kept = Looked::new(&files, today);
            }
            prop_assert_eq!(difference(&kept, &Looked::new(&files, today), today), None);
        }
    }
}

/// Where every draft is there, what becomes of them is kept, and an edit has it decided again for its application alone.
#[test]
fn what_becomes_of_drafts_is_kept() {
    let settled = |looked: &Looked| format!("{:?}", looked.drafted).matches("settled: Some(").count();
    let (before, today) = (built(), day("2025-03-06"));
    let mut looked = Looked::new(&before, today);
    let all = settled(&looked);
    assert!(all >= 2 && all > settled(&Looked::new(&files(), today)), "{all}");
    let (path, old, new) = ("Rounds/Kiln 1.md", "- moment: the Kiln\n", "");
    let mut after = before.clone();
    after.insert(path.to_owned(), before[path].replace(old, new));
    assert!(looked.take_in(&before, &after, today, reach_of));
    assert_eq!(settled(&looked), all - 1);
    assert_eq!(difference(&looked, &Looked::new(&after, today), today), None);
    assert_eq!(settled(&looked), all);
    // Una Berg sits in rounds of two of them.
    let (before, path) = (after.clone(), "Interviewers/Una Berg.md");
    after.insert(path.to_owned(), before[path].replace("decider", "supervisor"));
    assert!(looked.take_in(&before, &after, today, reach_of));
    assert_eq!(settled(&looked), all - 2);
    assert_eq!(difference(&looked, &Looked::new(&after, today), today), None);
}

/// A draft that is yet to be written is linked by its name, but where a note has the same.
#[test]
fn a_note_with_the_name_of_a_draft_to_come_changes_the_link_to_it() {
    let (files, today) = (files(), day("2025-03-06"));
    let mut kept = Looked::new(&files, today);
    let draft = kept.drafts(today).drafts.into_iter().find(|draft| draft.fate == Fate::Create).unwrap();
    let (_, name) = draft.path.rsplit_once('/').unwrap();
    let mut after = files.clone();
    after.insert(format!("Zettel/{name}"), String::new());
    let fresh = Looked::new(&after, today);
    // Nothing that the item says changes, nor any note of its application.
    assert_ne!(fresh.agenda(today, &kept.lines), fresh.agenda(today, &fresh.lines));
    assert!(kept.take_in(&files, &after, today, reach_of));
    assert_eq!(difference(&kept, &fresh, today), None);
}

/// A box that is ticked is no note, and shows all the same.
#[test]
fn an_item_that_is_ticked_is_drawn_again() {
    let today = day("2025-03-06");
    let looked = Looked::new(&files(), today);
    let mut agenda = agenda::plan(&looked.vault, &looked.checklist.checklist(), &[], today, 7);
    let draw = |agenda: &Agenda, lines: &Lines| markdown(agenda, &looked.vault, lines);
    let unticked = draw(&agenda, &looked.lines);
    let ticked = unticked.replacen("- [ ]", "- [x]", 1);
    let Standing::Ours(ours) = region::read(Some(&region::created(File::Agenda, &ticked, &BTreeSet::new()))) else {
        panic!("{ticked}")
    };
    agenda.keep(&ours.ticks);
    assert!(draw(&agenda, &looked.lines).contains("- [x]"));
    assert_eq!(draw(&agenda, &looked.lines), draw(&agenda, &Lines::default()));
}
