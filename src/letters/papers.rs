//! The documents that are drafted, each in one place: its text, and what goes first when it is too long.
//!
//! To add one, write `templates/<document>.md` and give it a line in [`PAPERS`].

use crate::model::Document;

/// How one document is written.
#[derive(Debug)]
pub(super) struct Paper {
    document: Document,
    /// The body, a template.
    pub(super) template: &'static str,
    /// What is left out, in this order, until it keeps to the limit.
    pub(super) sheds: &'static [&'static str],
}

/// How that document is written; `None` for a sheet, and for what is not drafted.
pub(super) fn paper(document: Document) -> Option<&'static Paper> {
    PAPERS.iter().find(|paper| paper.document == document)
}

/// Whether that document is drafted at all.
pub(super) fn is_drafted(document: Document) -> bool {
    document.is_sheet() || paper(document).is_some()
}

const PAPERS: [Paper; 13] = [
    Paper {
        document: Document::PostedLetter,
        template: include_str!("templates/posted-letter.md"),
        sheds: &["quote", "interest", "earlier", "doubt"],
    },
    Paper {
        document: Document::ThankYouEmail,
        template: include_str!("templates/thank-you-email.md"),
        sheds: &["interest", "advice", "earlier", "doubt", "reason"],
    },
    Paper {
        document: Document::ThankYouCard,
        template: include_str!("templates/thank-you-card.md"),
        sheds: &["interest"],
    },
    Paper { document: Document::CheckIn, template: include_str!("templates/check-in.md"), sheds: &[] },
    Paper { document: Document::StatusRequest, template: include_str!("templates/status-request.md"), sheds: &[] },
    Paper { document: Document::StatusCall, template: include_str!("templates/status-call.md"), sheds: &[] },
    Paper {
        document: Document::DecisionCall,
        template: include_str!("templates/decision-call.md"),
        sheds: &["support"],
    },
    Paper { document: Document::RejectionThanks, template: include_str!("templates/rejection-thanks.md"), sheds: &[] },
    Paper { document: Document::Proposal, template: include_str!("templates/proposal.md"), sheds: &["news"] },
    Paper {
        document: Document::Plan306090,
        template: include_str!("templates/plan-30-60-90.md"),
        sheds: &["factor", "task"],
    },
    Paper { document: Document::GoodWordRequest, template: include_str!("templates/good-word-request.md"), sheds: &[] },
    Paper { document: Document::WhoWillIMeet, template: include_str!("templates/who-will-i-meet.md"), sheds: &[] },
    Paper { document: Document::PromiseCover, template: include_str!("templates/promise-cover.md"), sheds: &[] },
];
