//! What each document says where everything is recorded.

use super::{SECOND, agreed, allied, booked, needy, promising, undecided};
use crate::notes::Notes;

/// A vault, the path of a document in it, the words allowed, its blanks, what it says.
pub(super) type Case = (Notes, &'static str, usize, usize, &'static [&'static str]);

/// Every document, with everything recorded.
pub(super) fn table() -> Vec<Case> {
    [agreed_upon(), offered()].concat()
}

/// What was agreed, promised, or left open.
fn agreed_upon() -> Vec<Case> {
    vec![
        (
            promising("2025-03-05", "- [ ] Send the kiln diary to [[Ines Falk]] 📅 2025-03-07\n"),
            "Letters/2025-03-04 Ines Falk promise-cover.md",
            220,
            0,
            &[
                "Subject: As promised: the kiln diary",
                "what I promised you on 4 March 2025: the kiln diary.",
                "Friday 7 March",
            ],
        ),
        (
            agreed("2025-03-10", "check_in: email\ncheck_in_on: 2025-03-10\n"),
            "Letters/2025-03-04 Ines Falk check-in.md",
            120,
            0,
            &[
                "Subject: Checking in, as agreed: Melt supervisor",
                "we agreed that I would write to you on Monday 10 March",
                "about the job: new since the autumn",
                "Friday 14 March",
                "next step",
            ],
        ),
        (
            agreed("2025-03-10", "check_in: phone\nquiet_until: 2025-03-10\n"),
            "Letters/2025-03-04 Ines Falk check-in.md",
            120,
            0,
            &[
                "**When Ines Falk answers**",
                "you asked me to ring you on Monday 10 March, not before",
                "**On voice mail**",
            ],
        ),
        (
            agreed("2025-03-10", "check_in: post\ncheck_in_on: 2025-03-10\n"),
            "Letters/2025-03-04 Ines Falk check-in.md",
            150,
            0,
            &["10 March 2025\n\nInes Falk\nHarbour Glass\n1 Pier Road", "write to you on Monday 10 March"],
        ),
        (
            undecided("2025-03-18"),
            "Letters/2025-03-04 Ines Falk decision-call.md",
            110,
            0,
            &[
                "we met on 4 March 2025",
                "You told me that I have your support",
                "a decision about the job (Melt supervisor)?",
                "Friday 14 March",
                "I brought kiln losses down from 9 to 3 percent",
                "+44 1632 960 007",
            ],
        ),
    ]
}

/// What the candidate offers, or asks for.
fn offered() -> Vec<Case> {
    vec![
        (
            needy("2025-03-06"),
            "Letters/2025-03-04 Ines Falk proposal.md",
            220,
            2,
            &[
                "work I would enjoy: nobody trains the night crew.",
                "\n1. Look",
                "\n2. Try",
                "\n3. Keep",
                "The first sign that it works",
                "I brought kiln losses down",
                "about the job: new since the autumn",
            ],
        ),
        (
            booked("2025-03-17", "interviewers: [\"[[Ines Falk]]\"]\n---"),
            "Letters/2025-03-20 Harbour Glass plan-30-60-90.md",
            300,
            0,
            &[
                "# The first 90 days as Melt supervisor at Harbour Glass",
                "## Days 1 to 30",
                "## Days 31 to 60",
                "## Days 61 to 90",
                "Night shifts lose melts: 1 figure",
                "I brought kiln losses down",
                "Steady furnaces: 1 page",
            ],
        ),
        (
            allied("2025-03-05"),
            "Letters/2025-03-04 Liv Moe good-word-request.md",
            220,
            0,
            &[
                "Dear Liv Moe,",
                "a job at Harbour Glass (Melt supervisor)",
                "You know Ines Falk there",
                "\n- I brought kiln losses down",
                "\n- I led two shifts",
                "by Friday 14 March",
                "leave the choice itself to them",
            ],
        ),
        (
            booked("2025-03-11", "---"),
            "Letters/2025-03-20 Ines Falk who-will-i-meet.md",
            90,
            0,
            &["20 March 2025", "names", "roles", "format"],
        ),
        (
            booked("2025-03-21", "---").swap(SECOND, "state: planned", "state: held"),
            "Letters/2025-03-20 Ines Falk who-will-i-meet.md",
            90,
            0,
            &["thank everybody who made time for me on 20 March 2025", "names", "roles"],
        ),
    ]
}
