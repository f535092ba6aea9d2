//! `close/who`

use super::{Application, Find, Finding, Rule, unless_missed};
use crate::checklist::example::{Edit, Example, ROUND};
use crate::checklist::{Finds, Weight};
use crate::diagnostic::Severity;
use crate::model::Document;

/// Nobody knows whom to thank.
pub(super) static RULE: Rule = Rule {
    id: "close/who",
    title: "no names of those you met",
    why: "Everybody you met is to be thanked, and may have a say: without names neither can be followed up.",
    sources: &["s4-each-own-letter", "s0-every-vote"],
    weight: Weight::Always(Severity::Error),
    finds: Finds::Fault,
    applies: "for the company's two latest held rounds; the document `who-will-i-meet` asks for the names",
    mend: "write `interviewers: [\"[[Full Name]]\"]` in the round; `declined` if they would not give the names",
    broken: Example {
        today: "2025-03-06",
        edits: &[
            Edit::Swap(ROUND, "interviewers: [\"[[Ines Falk]]\"]\nhear_by", "hear_by"),
            Edit::Swap(
                ROUND,
                "## Close\n### [[Ines Falk]]\n- moment: how the night crew reads the colour of the melt\n\
                 - concerns: none\n- standing: among the first two\n- clear: yes\n- to win: meet the works manager\n\
                 - support: yes\n",
                "",
            ),
        ],
    },
    mended: Example::sound("2025-03-06"),
    beside: &["close/debrief"],
    find: Find::Open(find),
};

fn find(application: &Application<'_>) -> Vec<Finding> {
    let nameless = application.latest_two().iter().filter(|held| !held.interviewers.is_answered());
    let found = nameless.map(|held| {
        let severity = unless_missed(&held.interviewers, Severity::Error);
        let message = format!("nobody is named for {}, so nobody can be thanked", application.called(held));
        Finding::fault(&RULE, severity, application.vault, held.note, held.interviewers.place(), message)
            .help(
                "write `interviewers: [\"[[Full Name]]\"]`; if you do not know the names, ask for them so as to \
                 thank them, and write `interviewers: declined` if they would not say",
            )
            .round(held)
            .document(Document::WhoWillIMeet)
    });
    found.collect()
}
