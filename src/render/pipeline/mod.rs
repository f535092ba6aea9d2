//! The search as a picture: what stands in the program's region of the pipeline file. A flow and a timeline that
//! Obsidian and GitHub draw, with tables below for everybody else.

mod flow;
mod label;
mod rows;
mod table;
mod timeline;

pub use rows::Rows;

use crate::model::Vault;
use crate::render::Links;
use crate::status::{Pipeline, Stage, What};
use crate::text::counted;

/// The page as Markdown, with a final line end; `rows` are those that were drawn before.
pub fn markdown(pipeline: &Pipeline, vault: &Vault, rows: &Rows) -> String {
    let over = pipeline.steps.iter().filter(|step| step.stage.is_over()).count();
    let open = pipeline.steps.len() - over;
    if pipeline.steps.is_empty() {
        return "# Pipeline\n\nNo application yet. `vault new company NAME` starts one.\n".to_owned();
    }
    let over = if over == 0 { String::new() } else { format!(", {over} over") };
    let mut page = format!("# Pipeline\n\n{} open{over}.\n", counted(open, "application"));
    section(&mut page, "Stages", &picture(&flow::flow(pipeline, vault)));
    if let Some((lines, all)) = timeline::timeline(pipeline, vault) {
        let mut lines = picture(&lines);
        if all > timeline::MOST {
            lines.extend([String::new(), format!("The {} that come next, of {all}.", timeline::MOST)]);
        }
        section(&mut page, "Timeline", &lines);
    }
    let links = Links::new(vault);
    section(&mut page, "Open", &table::open(pipeline, vault, &links, rows));
    section(&mut page, "Over", &table::over(pipeline, vault, &links, rows));
    page
}

fn section(page: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        page.push_str(&format!("\n## {heading}\n\n{}\n", lines.join("\n")));
    }
}

fn picture(lines: &[String]) -> Vec<String> {
    let fence = |words: &str| std::iter::once(words.to_owned());
    fence("```mermaid").chain(lines.iter().cloned()).chain(fence("```")).collect()
}

/// How far an application has come, as a heading.
pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Applied => "Applied",
        Stage::Planned => "Interview ahead",
        Stage::Past => "Held or not?",
        Stage::Waiting => "Waiting for news",
        Stage::Advanced => "On to the next round",
        Stage::Offer => "Offer",
        Stage::Accepted => "Accepted",
        Stage::Rejected => "Rejected",
        Stage::Withdrawn => "Withdrawn",
        Stage::Closed => "Closed",
    }
}

/// What a day is, and the word between that and the day.
fn what(what: What) -> (&'static str, &'static str) {
    match what {
        What::Interview => ("Interview", "on"),
        What::Quiet => ("Leave them alone", "until"),
        What::CheckIn => ("Check in", "on"),
        What::Answer => ("Their answer", "by"),
        What::OfferBy => ("Your answer", "by"),
    }
}
