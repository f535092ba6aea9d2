//! `vault explain`

use clap::Args;

use super::Exit;
use super::failure::Failure;
use super::output::Output;
use crate::model::{Document, Kind};
use crate::parse::schema::{keys, sections};
use crate::text::nearest;
use crate::{checklist, letters, render};

/// What `explain` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault explain close/hear-by\n  vault explain quiet_until\n  vault explain Close\n  vault explain letter:posted-letter\n  vault explain letter:posted-letter --template > Templates/Letters/posted-letter.md"
)]
pub(super) struct Options {
    /// A rule, a key, section or label of a note, or `letter:` and a document
    #[arg(value_name = "RULE|FIELD|letter:DOCUMENT")]
    pub name: String,
    /// Only the built-in template of a document, to start your own from
    #[arg(long)]
    pub template: bool,
}

/// Explains one thing: what it means, why, and what to write. Needs no vault.
pub(super) fn run(options: &Options, output: &mut Output<'_>) -> Result<Exit, Failure> {
    let name = options.name.as_str();
    let document = name.strip_prefix("letter:").and_then(Document::from_name);
    let text = if options.template {
        template(name, document)?.to_owned()
    } else if let Some(document) = document {
        render::explain::document(document)
    } else if let Some(rule) = checklist::rule(name) {
        render::rules::explain(rule, output.out_colour())
    } else {
        render::explain::field(name)
    };
    if text.is_empty() {
        return Err(unknown(name));
    }
    output.print(&text)?;
    Ok(Exit::Fine)
}

/// The built-in template of a document.
fn template(name: &str, document: Option<Document>) -> Result<&'static str, Failure> {
    match document {
        Some(document) => letters::built_in(document)
            .ok_or_else(|| Failure::Usage(format!("the {} is not made from a template", document.name()))),
        None if name.starts_with("letter:") => Err(unknown(name)),
        None => Err(Failure::Usage("only a document has a template: write `letter:` and its name".to_owned())),
    }
}

fn unknown(name: &str) -> Failure {
    let documents: Vec<String> = Document::ALL.iter().map(|document| format!("letter:{}", document.name())).collect();
    let rules = checklist::rules().map(|rule| rule.id);
    let fields = Kind::ALL.into_iter().flat_map(keys).map(|key| key.name);
    let parts = Kind::ALL.into_iter().flat_map(sections);
    let parts = parts.flat_map(|section| section.labels().map(|label| label.name).chain([section.name]));
    let near = nearest(name, rules.chain(fields).chain(parts).chain(documents.iter().map(String::as_str)));
    let help = near.map_or_else(
        || {
            "name a rule (`vault rules` lists them), a key, section or label of a note, or `letter:` and a document"
                .to_owned()
        },
        |near| format!("did you mean `{near}`?"),
    );
    Failure::Usage(format!("there is nothing called `{name}` to explain; {help}"))
}
