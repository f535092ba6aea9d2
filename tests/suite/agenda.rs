//! The agenda: what is listed, in which order, and how its file keeps what the candidate did there.

use std::collections::BTreeSet;

use interview_vault::agenda::region::{self, Standing};
use interview_vault::agenda::{Agenda, Paper, State, Tick, plan};
use interview_vault::checklist::{Checklist, Duty, Find, Finding, Finds, Rule, Timing, Weight, example};
use interview_vault::diagnostic::Severity;
use interview_vault::model::{CompanyId, Document, Named};
use interview_vault::render::{self, agenda::Lines};
use interview_vault::text::Span;

use crate::notes::{Looked, Notes, day};

pub(crate) const ROUND: &str = "Rounds/2025-03-04 Northgate Dairy.md";

/// The agenda as Markdown, drawn afresh.
fn markdown(agenda: &Agenda, looked: &Looked) -> String {
    render::agenda::markdown(agenda, &looked.vault, &Lines::default())
}

/// A first round with two people on Tuesday 4 March 2025.
pub(crate) fn northgate(today: &str) -> Notes {
    let round = "---\ntype: round\ncompany: \"[[Northgate Dairy]]\"\nround: 1\nstate: held\ninterview_date: 2025-03-04\n\
                 interviewers: [\"[[Priya Rao]]\", \"[[Tom Beck]]\"]\n---\n## Close\n### [[Priya Rao]]\n### [[Tom Beck]]\n";
    Notes::new(today)
        .note("Me.md", "---\ntype: candidate\nfull_name: Rosa Lind\n---\n")
        .note("Companies/Northgate Dairy.md", "---\ntype: company\nposition: Fleet planner\nstatus: waiting\n---\n")
        .note(
            "Interviewers/Priya Rao.md",
            "---\ntype: interviewer\nemail: priya@northgate.example\nphone: \"+49 30 1234\"\n---\n",
        )
        .note("Interviewers/Tom Beck.md", "---\ntype: interviewer\n---\n")
        .note(ROUND, round)
}

/// A rule made for the tests; its text is not looked at.
pub(crate) fn rule(id: &'static str) -> &'static Rule {
    let nothing = example::Example::sound(example::SOUND_DAY);
    Box::leak(Box::new(Rule {
        id,
        title: "not asked how you compare",
        why: "",
        sources: &[],
        weight: Weight::Always(Severity::Warning),
        finds: Finds::Duty,
        applies: "",
        mend: "write `- standing: …`",
        broken: nothing,
        mended: nothing,
        beside: &[],
        find: Find::Vault(|_| Vec::new()),
    }))
}

/// A finding of the only round of [`northgate`].
pub(crate) fn found(looked: &Looked, id: &'static str, severity: Severity, person: Option<&str>) -> Finding {
    let round = &looked.vault.rounds[0];
    let mut finding =
        Finding::fault(rule(id), severity, &looked.vault, round.note, Span::START, "something is missing");
    finding.company = Some(CompanyId(0));
    finding.round = Some(0);
    finding.person = person.map(|name| named(looked, name));
    finding
}

pub(crate) fn named(looked: &Looked, name: &str) -> Named {
    let known = looked.vault.interviewers.iter().find(|interviewer| interviewer.name == name);
    Named { name: name.to_owned(), note: known.map(|known| known.note), span: Span::START }
}

pub(crate) fn dated(opens: &str, due: &str, priority: u8, title: &str) -> Duty {
    Duty::new(Some(day(opens)), day(due), priority, title)
}

fn thanks(looked: &Looked, person: &str, document: Document, rule: &'static str) -> Finding {
    let title = match document {
        Document::ThankYouEmail => format!("Thank {person} by e-mail"),
        _ => format!("Post a letter to {person}"),
    };
    let duty = dated("2025-03-04", "2025-03-05", 1, &title).document(document);
    found(looked, rule, Severity::Error, Some(person)).duty_of(duty)
}

fn list(findings: Vec<Finding>) -> Checklist {
    Checklist { findings, held: Vec::new() }
}

fn paper(looked: &Looked, person: &str, document: Document, blanks: usize) -> Paper {
    Paper {
        path: format!("Letters/2025-03-04 {person} {}.md", document.name()),
        blanks,
        document,
        company: CompanyId(0),
        round: Some(0),
        to: Some(named(looked, person)),
        finding: String::new(),
    }
}

fn titles(agenda: &Agenda) -> Vec<&str> {
    agenda.items.iter().map(|item| item.title.as_str()).collect()
}

#[test]
fn items_come_by_state_priority_day_and_name() {
    let looked = northgate("2025-03-05").look();
    let item = |rule, person, opens, due, priority, title| {
        found(&looked, rule, Severity::Hint, person).duty_of(dated(opens, due, priority, title))
    };
    let checklist = list(vec![
        item("wait/a", None, "2025-03-13", "2025-03-13", 1, "too far"),
        item("wait/b", None, "2025-03-12", "2025-03-20", 1, "upcoming"),
        item("wait/c", None, "2025-03-05", "2025-03-07", 1, "open, later"),
        item("wait/d", None, "2025-03-01", "2025-03-06", 1, "open, sooner"),
        item("wait/e", None, "2025-03-05", "2025-03-05", 2, "today, less urgent"),
        item("wait/f", Some("Tom Beck"), "2025-03-05", "2025-03-05", 1, "today, Tom"),
        item("wait/f", Some("Priya Rao"), "2025-03-05", "2025-03-05", 1, "today, Priya"),
        item("wait/g", None, "2025-03-03", "2025-03-04", 4, "overdue"),
        found(&looked, "wait/h", Severity::Error, None),
    ]);
    let agenda = plan(&looked.vault, &checklist, &[], looked.today, 7);
    let expected =
        ["overdue", "today, Priya", "today, Tom", "today, less urgent", "open, sooner", "open, later", "upcoming"];
    assert_eq!(titles(&agenda), expected);
    assert_eq!(agenda.items[0].state, State::Overdue);
    assert_eq!(agenda.next, None, "there is something to do");
}

#[test]
fn a_draft_goes_with_the_duty_it_was_made_for() {
    let looked = northgate("2025-03-05").look();
    let promise = |title| {
        let duty = dated("2025-03-04", "2025-03-05", 1, title).document(Document::PromiseCover);
        found(&looked, "keep/promise", Severity::Error, None).duty_of(duty)
    };
    let checklist = list(vec![
        thanks(&looked, "Priya Rao", Document::ThankYouEmail, "thank/next-day"),
        thanks(&looked, "Tom Beck", Document::ThankYouEmail, "thank/next-day"),
        promise("Send the list"),
        promise("Send the plan"),
    ]);
    let second = Paper { path: "Letters/2.md".into(), ..paper(&looked, "Priya Rao", Document::PromiseCover, 0) };
    let papers = [
        paper(&looked, "Tom Beck", Document::ThankYouEmail, 2),
        paper(&looked, "Tom Beck", Document::PostedLetter, 1),
        paper(&looked, "Priya Rao", Document::PromiseCover, 0),
        second,
    ];
    let agenda = plan(&looked.vault, &checklist, &papers, looked.today, 7);
    let drafts: Vec<_> =
        agenda.items.iter().map(|item| (item.title.as_str(), item.draft.as_deref(), item.blanks)).collect();
    let expected = [
        ("Send the list", Some("Letters/2025-03-04 Priya Rao promise-cover.md"), Some(0)),
        ("Send the plan", Some("Letters/2.md"), Some(0)),
        ("Thank Priya Rao by e-mail", None, None),
        ("Thank Tom Beck by e-mail", Some("Letters/2025-03-04 Tom Beck thank-you-email.md"), Some(2)),
    ];
    assert_eq!(drafts, expected);
}

#[test]
fn one_application_can_be_looked_at_alone() {
    let looked = northgate("2025-03-05").note("Companies/Kestrel.md", "---\ntype: company\n---\n").look();
    let northgate = thanks(&looked, "Tom Beck", Document::ThankYouEmail, "thank/next-day");
    let company = northgate.company.map(|CompanyId(at)| CompanyId(1 - at));
    let kestrel = Finding { company, round: None, person: None, ..northgate.clone() };
    let agenda = plan(&looked.vault, &list(vec![northgate.clone(), kestrel]), &[], looked.today, 7);
    assert_eq!(agenda.items.len(), 2);
    let only = agenda.only(northgate.company.unwrap());
    assert_eq!(only.items.iter().map(|item| item.company).collect::<Vec<_>>(), [northgate.company]);
}

#[test]
fn quiet_days_ahead_are_told_while_the_answer_is_awaited() {
    let with = |keys: &str| northgate("2025-03-05").swap(ROUND, "round: 1\n", &format!("round: 1\n{keys}\n"));
    let until = |notes: &Notes| {
        let looked = notes.look();
        let agenda = plan(&looked.vault, &Checklist::default(), &[], looked.today, 7);
        agenda.quiet.iter().map(|quiet| quiet.until.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(until(&with("quiet_until: 2025-03-11")), ["2025-03-11"]);
    assert_eq!(until(&with("check_in_on: 2025-03-12\nquiet_until: 2025-03-11")), ["2025-03-11", "2025-03-12"]);
    assert_eq!(until(&with("check_in_on: 2025-03-11\nquiet_until: 2025-03-11")), ["2025-03-11"]);
    assert_eq!(until(&with("quiet_until: 2025-03-05")), Vec::<String>::new(), "over on the day itself");
    assert_eq!(until(&with("quiet_until: 2025-03-11\nresult: rejected")), Vec::<String>::new());
    let closed = with("quiet_until: 2025-03-11").swap("Companies/Northgate Dairy.md", "waiting", "closed");
    assert_eq!(until(&closed), Vec::<String>::new());
}

#[test]
fn with_nothing_to_do_it_says_what_comes_next_and_when() {
    let looked = northgate("2025-03-05").swap(ROUND, "round: 1\n", "round: 1\nhear_by: 2025-03-14\n").look();
    let ask = dated("2025-03-17", "2025-03-17", 2, "Ask Priya Rao for news");
    let ask = found(&looked, "chase/status", Severity::Warning, Some("Priya Rao")).duty_of(ask);
    let agenda = plan(&looked.vault, &list(vec![ask.clone()]), &[], looked.today, 7);
    assert_eq!(titles(&agenda), Vec::<&str>::new());
    let words = "Northgate Dairy: their date is Friday 14 March; you ask on Monday 17 March, not before";
    for text in [markdown(&agenda, &looked), unwrapped(&agenda, &looked)] {
        assert!(text.contains("Nothing to do today") && text.contains(words), "{text}");
    }
    let research = dated("2025-03-06", "2025-03-11", 4, "Look for news of the company");
    let research = found(&looked, "wait/research", Severity::Hint, None).duty_of(research);
    let agenda = plan(&looked.vault, &list(vec![ask, research]), &[], looked.today, 7);
    let text = unwrapped(&agenda, &looked);
    assert!(text.contains("Northgate Dairy: Look for news of the company, from Thursday 6 March"), "{text}");
}

fn unwrapped(agenda: &Agenda, looked: &Looked) -> String {
    render::agenda::human(agenda, &looked.vault, false).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_line_of_the_file_offers_what_the_thumb_needs() {
    let looked = northgate("2025-03-05").look();
    let ask = found(&looked, "close/hear-by", Severity::Error, None)
        .duty_of(dated("2025-03-04", "2025-03-06", 2, "Ask when they will answer").by_writing());
    let call = found(&looked, "chase/decider-call", Severity::Warning, Some("Priya Rao"));
    let call = call.duty_of(dated("2025-03-04", "2025-03-04", 2, "Call them").document(Document::DecisionCall));
    let checklist = list(vec![
        thanks(&looked, "Priya Rao", Document::ThankYouEmail, "thank/next-day"),
        thanks(&looked, "Priya Rao", Document::PostedLetter, "thank/posted-letter"),
        thanks(&looked, "Tom Beck", Document::ThankYouEmail, "thank/next-day"),
        ask,
        call,
    ]);
    let papers = [
        paper(&looked, "Priya Rao", Document::ThankYouEmail, 2),
        paper(&looked, "Priya Rao", Document::PostedLetter, 0),
    ];
    let agenda = plan(&looked.vault, &checklist, &papers, looked.today, 7);
    let id = |title: &str| agenda.items.iter().find(|item| item.title == title).map(|item| item.id.clone()).unwrap();
    let mail = "[e-mail](mailto:priya@northgate.example?subject=Our%20interview%20of%204%20March%202025)";
    let expected = format!(
        "# Wednesday 5 March 2025\n\n\
         ## Overdue\n\
         - [ ] Call them · [[Priya Rao]] · [[Northgate Dairy]] round 1 · was due Tuesday 4 March · [call](tel:+49301234) ^{}\n\n\
         ## Today\n\
         - [ ] Thank [[Priya Rao]] by e-mail · [[Northgate Dairy]] round 1 · \
         [[2025-03-04 Priya Rao thank-you-email|draft]], 2 blanks · {mail} ^{}\n    \
         - [ ] Post a letter to [[Priya Rao]] · [[2025-03-04 Priya Rao posted-letter|draft]] ^{}\n\
         - [ ] Thank [[Tom Beck]] by e-mail · [[Northgate Dairy]] round 1 ^{}\n\n\
         ## Open\n\
         - Ask when they will answer · [[Northgate Dairy]] round 1 · by Thursday 6 March · [[2025-03-04 Northgate Dairy]] ^{}\n",
        id("Call them"),
        id("Thank Priya Rao by e-mail"),
        id("Post a letter to Priya Rao"),
        id("Thank Tom Beck by e-mail"),
        id("Ask when they will answer"),
    );
    assert_eq!(markdown(&agenda, &looked), expected);
}

#[test]
fn a_link_is_a_name_unless_two_notes_have_it() {
    let looked = northgate("2025-03-05").note("Friends/tom beck.md", "a friend").look();
    let duty = thanks(&looked, "Tom Beck", Document::ThankYouEmail, "thank/next-day");
    let agenda = plan(&looked.vault, &list(vec![duty]), &[], looked.today, 7);
    let text = markdown(&agenda, &looked);
    assert!(text.contains("Thank [[Interviewers/Tom Beck|Tom Beck]] by e-mail"), "{text}");
}

#[test]
fn a_tick_survives_a_rebuild_whether_its_duty_stands_or_not() {
    let looked = northgate("2025-03-05").look();
    let priya = thanks(&looked, "Priya Rao", Document::ThankYouEmail, "thank/next-day");
    let tom = thanks(&looked, "Tom Beck", Document::ThankYouEmail, "thank/next-day");
    let written = BTreeSet::from(["Letters/a.md".to_owned()]);
    let body = |findings: Vec<Finding>, ticks: &[Tick]| {
        let mut agenda = plan(&looked.vault, &list(findings), &[], looked.today, 7);
        agenda.keep(ticks);
        markdown(&agenda, &looked)
    };
    let fresh = region::created(region::File::Agenda, &body(vec![priya.clone(), tom.clone()], &[]), &written);
    let ticked = format!(
        "mine\n{}",
        fresh.replace("- [ ] Thank [[Priya Rao]] by e-mail", "- [x] Thank [[Priya Rao]] by e-mail ✅ 2025-03-04")
    );
    let Standing::Ours(ours) = region::read(Some(&ticked)) else { panic!("{ticked}") };
    assert!(ours.untouched);
    let rebuilt = ours.rebuilt(region::File::Agenda, &body(vec![priya, tom.clone()], &ours.ticks), &written);
    let Standing::Ours(again) = region::read(Some(&rebuilt)) else { panic!("{rebuilt}") };
    assert_eq!(again, ours);
    assert!(rebuilt.starts_with("mine\n") && rebuilt.contains("- [x] Thank [[Priya Rao]]"), "{rebuilt}");
    let gone = again.rebuilt(region::File::Agenda, &body(vec![tom], &again.ticks), &written);
    assert!(gone.contains("- [ ] Thank [[Tom Beck]]"), "{gone}");
    let Standing::Ours(last) = region::read(Some(&gone)) else { panic!("{gone}") };
    assert!(last.untouched && last.ticks == ours.ticks, "{gone}");
}

#[test]
fn hostile_words_stay_words() {
    let looked = northgate("2025-03-05").look();
    let title =
        "Send %% vault: end 1-0000000000000000 %%\n- [x] done ^0011aabb\n```\u{1b}[31m <% tp %> {{x}} \u{202e}^a";
    let finding =
        found(&looked, "keep/promise", Severity::Error, None).duty_of(dated("2025-03-04", "2025-03-05", 1, title));
    let agenda = plan(&looked.vault, &list(vec![finding]), &[], looked.today, 7);
    let file = region::created(region::File::Agenda, &markdown(&agenda, &looked), &BTreeSet::new());
    let Standing::Ours(ours) = region::read(Some(&file)) else { panic!("{file}") };
    assert!(ours.untouched && ours.ticks.is_empty() && ours.after.is_empty(), "{file}");
    assert_eq!(file.matches("%%").count(), 4, "{file}");
    assert_eq!(file.matches(" ^").count(), 1, "{file}");
    assert_eq!(file.lines().filter(|line| line.contains("Send")).count(), 1, "{file}");
    for text in
        [file, render::agenda::human(&agenda, &looked.vault, false), render::agenda::json(&agenda, &looked.vault)]
    {
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    }
}

#[test]
fn the_terminal_shows_it_in_eighty_columns_and_colours_only_on_request() {
    let looked = northgate("2025-03-05").look();
    let long =
        "Keep your promise: send the list of the depots with their opening hours and the names of those who run them";
    let finding = found(&looked, "keep/promise", Severity::Error, None);
    let checklist = list(vec![
        finding.duty_of(dated("2025-03-04", "2025-03-06", 1, long)),
        thanks(&looked, "Priya Rao", Document::ThankYouEmail, "thank/next-day"),
        thanks(&looked, "Priya Rao", Document::PostedLetter, "thank/posted-letter"),
    ]);
    let papers = [paper(&looked, "Priya Rao", Document::ThankYouEmail, 1)];
    let agenda = plan(&looked.vault, &checklist, &papers, looked.today, 7);
    let plain = render::agenda::human(&agenda, &looked.vault, false);
    assert!(plain.lines().all(|line| line.chars().count() <= 80), "{plain}");
    let lines: Vec<&str> = plain.lines().collect();
    assert_eq!(lines[0], "Wednesday 5 March");
    assert_eq!(lines[2], "Today");
    assert!(lines[3].starts_with("  Thank Priya Rao by e-mail · Northgate Dairy round 1"), "{plain}");
    assert_eq!(lines[4], "    Letters/2025-03-04 Priya Rao thank-you-email.md · 1 blank");
    assert!(lines[5].starts_with("    Post a letter to Priya Rao ("), "{plain}");
    assert!(!plain.contains('\u{1b}'));
    let coloured = render::agenda::human(&agenda, &looked.vault, true);
    let stripped: String = coloured
        .split('\u{1b}')
        .map(|part| part.split_once('m').filter(|_| part.starts_with('[')).map_or(part, |(_, rest)| rest))
        .collect();
    assert_eq!(stripped, plain);
}

#[test]
fn json_says_everything_apart() {
    let looked = northgate("2025-03-05").swap(ROUND, "round: 1\n", "round: 1\nquiet_until: 2025-03-11\n").look();
    let mut checklist = list(vec![thanks(&looked, "Priya Rao", Document::ThankYouEmail, "thank/next-day")]);
    let resting = thanks(&looked, "Tom Beck", Document::ThankYouEmail, "thank/next-day");
    assert!(matches!(resting.timing, Timing::Duty(_)));
    let until = day("2025-03-10");
    checklist.held.push(interview_vault::checklist::Resting { finding: resting, until, reason: "on leave".into() });
    let agenda =
        plan(&looked.vault, &checklist, &[paper(&looked, "Priya Rao", Document::ThankYouEmail, 2)], looked.today, 7);
    let text = render::agenda::json(&agenda, &looked.vault);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let id = checklist.findings[0].id(&looked.vault);
    let expected = serde_json::json!({
        "version": 1, "today": "2025-03-05",
        "items": [{
            "id": id, "rule": "thank/next-day", "title": "Thank Priya Rao by e-mail", "company": "Northgate Dairy",
            "round": 1, "path": ROUND, "person": "Priya Rao", "channel": "email", "opens": "2025-03-04",
            "due": "2025-03-05", "state": "today", "priority": 1, "document": "thank-you-email",
            "draft": "Letters/2025-03-04 Priya Rao thank-you-email.md", "blanks": 2, "also": [],
        }],
        "quiet": [{
            "company": "Northgate Dairy", "round": 1, "until": "2025-03-11",
            "reason": "they asked not to be contacted before",
        }],
        "held": [{
            "rule": "thank/next-day", "company": "Northgate Dairy", "round": 1, "person": "Tom Beck",
            "until": "2025-03-10", "reason": "on leave", "id": checklist.held[0].finding.id(&looked.vault),
        }],
    });
    assert_eq!(json, expected);
    assert!(text.starts_with("{\"version\":1,\"today\":\"2025-03-05\",\"items\":[{\"id\":"), "{text}");
}
