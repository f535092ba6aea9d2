//! How a draft lives: from its duty to its end, in the hands of whoever edits or deletes it.

use std::collections::{BTreeMap, BTreeSet};

use interview_vault::checklist::example::{COMPANY, ROUND};
use interview_vault::letters::{self, Fate, Plan, Request};

use super::{ROUND_OF_THREE, panel, plan};
use crate::notes::{Looked, Notes};

/// A vault whose files last from one run of the planner to the next.
pub(crate) struct Kept {
    pub(crate) notes: Notes,
    pub(crate) files: BTreeMap<String, String>,
    written: BTreeSet<String>,
    pub(crate) gone: Vec<String>,
}

impl Kept {
    pub(crate) fn new(notes: Notes) -> Self {
        Self { notes, files: BTreeMap::new(), written: BTreeSet::new(), gone: Vec::new() }
    }

    /// Plans, and does what the plan says.
    pub(crate) fn run(&mut self, request: &Request<'_>) -> Plan {
        let looked = self.look();
        let plan = plan(&looked, &looked.checklist, &self.files, &self.written, request);
        for draft in plan.drafts.iter().filter(|draft| matches!(draft.fate, Fate::Create | Fate::Refresh)) {
            self.files.insert(draft.path.clone(), draft.text.clone());
        }
        self.files.retain(|path, _| !plan.gone.contains(path));
        self.written.clone_from(&plan.written);
        self.gone.clone_from(&plan.gone);
        plan
    }

    pub(crate) fn look(&self) -> Looked {
        let add = |notes: Notes, (path, text): (&String, &String)| notes.note(path, text);
        self.files.iter().fold(self.notes.clone(), add).look()
    }

    pub(crate) fn change(&mut self, change: impl FnOnce(Notes) -> Notes) {
        self.notes = change(self.notes.clone());
    }

    pub(crate) fn edit(&mut self, path: &str, old: &str, new: &str) {
        let text = self.files.get_mut(path).unwrap();
        assert!(text.contains(old), "{old:?} in {text}");
        *text = text.replacen(old, new, 1);
    }
}

#[test]
fn a_draft_lives_from_its_duty_to_its_end() {
    let mut kept = Kept::new(panel());
    let fate = |plan: &Plan, path: &str| plan.drafts.iter().find(|draft| draft.path == path).map(|draft| draft.fate);
    let ines = "Letters/2025-03-04 Ines Falk thank-you-email.md";
    let tom = "Letters/2025-03-04 Tom Beck thank-you-email.md";
    let una = "Letters/2025-03-04 Una Kerr thank-you-email.md";

    let first = kept.run(&Request::default());
    for path in [ines, tom, una] {
        assert_eq!(fate(&first, path), Some(Fate::Create), "{path}");
    }
    assert!(kept.look().diagnostics.is_empty(), "{:?}", kept.look().diagnostics);

    let second = kept.run(&Request::default());
    assert!(second.drafts.iter().all(|draft| draft.fate == Fate::Current), "{second:?}");
    assert_eq!((second.written, second.gone), (first.written, Vec::new()));

    // The notes change: what nobody touched is refreshed, with the candidate's keys; what was edited is not.
    kept.edit(ines, "due:", "mood: calm # today\ndue:");
    kept.edit(tom, "Dear Mr Beck", "Dear Tom");
    kept.change(|notes| notes.swap(ROUND, "hear_by: 2025-03-14", "hear_by: 2025-03-17"));
    let third = kept.run(&Request::default());
    assert_eq!((fate(&third, ines), fate(&third, tom)), (Some(Fate::Refresh), Some(Fate::Edited)));
    let text = &kept.files[ines];
    assert!(text.contains("mood: calm # today\ndue:") && text.contains("Monday 17 March"), "{text}");
    assert!(letters::is_untouched(text));

    // What the candidate deletes stays deleted, until it is wanted back.
    kept.files.remove(una);
    assert_eq!(fate(&kept.run(&Request::default()), una), Some(Fate::Deleted));
    let again = ["2025-03-04 Una Kerr thank-you-email".to_owned()];
    let back = Request { again: &again, ..Request::default() };
    assert_eq!(fate(&kept.run(&back), una), Some(Fate::Create));

    // A sent letter is history; a draft whose thanks were logged is gone, an edited one is kept.
    kept.edit(ines, "sent_on:", "sent_on: 2025-03-05");
    let log = "\n## Log\n- 2025-03-05 email thank-you to [[Una Kerr]], [[Tom Beck]]\n";
    kept.change(|notes| notes.swap(ROUND, "📅 2025-03-07\n", &format!("📅 2025-03-07\n{log}")));
    let last = kept.run(&Request::default());
    assert_eq!(last.gone, [una]);
    assert!(kept.files.contains_key(ines) && kept.files.contains_key(tom));
    assert!(!last.written.contains(una), "what the program removed may come back");
}

#[test]
fn a_draft_is_not_removed_for_a_waiver_a_hold_or_the_configuration_alone() {
    let una = "Letters/2025-03-04 Una Kerr thank-you-email.md";
    let with = |line: &str| ROUND_OF_THREE.replace("type: round\n", &format!("type: round\n{line}\n"));
    let excused = [
        panel().note(ROUND, &with("waive: [thank/next-day because we spoke on the phone]")),
        panel().note(ROUND, &with("hold: [thank/next-day until 2025-03-20 because she is away at sea]")),
        panel().note("vault.toml", "[rules]\n\"thank/next-day\" = \"off\"\n"),
        panel().note("vault.toml", "thanks = \"handwritten\"\n"),
        panel().note("vault.toml", "since = \"2025-04-01\"\n"),
    ];
    for notes in excused {
        let mut kept = Kept::new(panel());
        kept.run(&Request::default());
        kept.notes = notes;
        kept.run(&Request::default());
        assert!(kept.gone.is_empty() && kept.files.contains_key(una), "{:?}", kept.gone);
    }
    let over = [
        panel().note(ROUND, &ROUND_OF_THREE.replace("state: held", "state: cancelled")),
        panel().swap(COMPANY, "status: waiting", "status: withdrawn"),
        panel().today("2025-05-30"),
    ];
    for notes in over {
        let mut kept = Kept::new(panel());
        kept.run(&Request::default());
        kept.notes = notes;
        kept.run(&Request::default());
        assert!(kept.gone.iter().any(|path| path == una), "{:?}", kept.gone);
    }
}

#[test]
fn hints_are_drafted_on_request_and_kept_fresh() {
    let mut kept = Kept::new(panel());
    let card = "Letters/2025-03-04 Tom Beck thank-you-card.md";
    let fate = |plan: &Plan| plan.drafts.iter().find(|draft| draft.path == card).map(|draft| draft.fate);
    let looked = kept.look();
    let cards = looked.of("thank/handwritten-card");
    let id =
        cards.iter().find(|finding| finding.person.as_ref().is_some_and(|person| person.name == "Tom Beck")).unwrap();
    let id = id.id(&looked.vault)[..5].to_owned();
    assert_eq!(fate(&kept.run(&Request::default())), None);
    let wishes = [id];
    assert_eq!(fate(&kept.run(&Request { drafts: &wishes, ..Request::default() })), Some(Fate::Create));
    kept.change(|notes| notes.swap(ROUND, "his shelf of failed", "his box of failed"));
    assert_eq!(fate(&kept.run(&Request::default())), Some(Fate::Refresh));
}

#[test]
fn nothing_changes_after_an_incomplete_scan() {
    let mut looked = panel().look();
    looked.vault.complete = false;
    let plan = plan(&looked, &looked.checklist, &BTreeMap::new(), &BTreeSet::new(), &Request::default());
    assert_eq!((plan.drafts.len(), plan.gone.len()), (0, 0));
}

#[test]
fn a_file_of_the_users_own_is_never_taken() {
    let path = "Letters/2025-03-04 Ines Falk thank-you-email.md";
    let mut kept = Kept::new(panel().note(path, "my own words\n"));
    let plan = kept.run(&Request::default());
    let draft = plan.drafts.iter().find(|draft| draft.path == path).unwrap();
    assert_eq!(draft.fate, Fate::Foreign);
    assert!(!plan.written.contains(path));
}
