//! Duties in words that tell nothing of the notes.

use crate::checklist::Rule;
use crate::model::Document;

/// What to do, by the document that is asked for, else by the stage of the rule; `who` is a name that may be told.
pub(super) fn plain(rule: &Rule, document: Option<Document>, who: Option<&str>) -> String {
    let somebody = who.unwrap_or("somebody");
    match document {
        Some(Document::ThankYouEmail) => format!("Thank {somebody} by e-mail"),
        Some(Document::PostedLetter) => format!("Post a thank-you letter to {somebody}"),
        Some(Document::ThankYouCard) => format!("Write {somebody} a thank-you card by hand"),
        Some(Document::CheckIn) => format!("Check in with {somebody}, as agreed"),
        Some(Document::StatusRequest) => format!("Ask {somebody} for news"),
        Some(Document::StatusCall) => format!("Ask {somebody} for news by phone"),
        Some(Document::DecisionCall) => format!("Call {somebody}, who decides"),
        Some(Document::RejectionThanks) => format!("Thank {somebody} for the answer"),
        Some(Document::GoodWordRequest) => format!("Ask {somebody} to put in a good word"),
        Some(Document::PromiseCover) => format!("Keep a promise to {somebody}"),
        Some(Document::WhoWillIMeet) => "Ask for the names of the interviewers".to_owned(),
        Some(Document::Proposal) => "Propose how to meet one of their needs".to_owned(),
        Some(Document::Plan306090) => "Plan the first 90 days".to_owned(),
        Some(Document::PrepSheet | Document::ClosingCard) => "Read the prep sheet and the closing card".to_owned(),
        None => of_rule(rule, who),
    }
}

fn of_rule(rule: &Rule, who: Option<&str>) -> String {
    let words = match rule.stage() {
        "prepare" => "Prepare for the interview",
        "close" => "Write down the interview",
        "thank" => "Give thanks",
        "keep" => "Keep a promise",
        "wait" if rule.id == "wait/research" => "Find out something new about the company",
        "wait" => "Stay in touch while waiting",
        "chase" => "Ask for news",
        "answer" => "Answer them",
        _ => "Put the notes in order",
    };
    who.map_or_else(|| words.to_owned(), |who| format!("{words} · {who}"))
}
