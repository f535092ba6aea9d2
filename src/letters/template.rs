//! The texts' templates, and how they are filled in.
//!
//! A template gives the body only. It cannot read files or other templates; it has so much fuel
//! and no more; an undefined name is an error with its line.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};

use super::context::{Context, NAMES};
use super::fragment::{blank, capital};
use crate::model::{Document, Stance};

/// What a template may spend: instructions, and about 64 bytes of text for each.
const FUEL: u64 = 50_000;

/// Functions and filters of templates, and what they do, for `explain letter:…`.
pub const FUNCTIONS: [(&str, &str); 6] = [
    ("blank(prompt)", "a visible blank that says what to write there"),
    (
        "vary(part, [one, two, three])",
        "one of the wordings, by the person's place among the interviewers; give each part of a text its own number",
    ),
    ("by_stance(bold, middle, mild)", "the wording for the stance in `vault.toml`"),
    ("paragraph([…])", "the sentences that are not empty, one after the other"),
    ("text | capital", "with a capital first letter"),
    ("items | listed", "\"a, b and c\""),
];

/// Where the texts come from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Templates;

impl Templates {
    /// The template of a document, as its file has it.
    pub(super) fn text(self, document: Document) -> Option<&'static str> {
        super::papers::paper(document).map(|paper| paper.template)
    }

    /// A document's body: its template with the words of `context`.
    pub(super) fn render(
        self,
        document: Document,
        context: &Context,
        stance: Stance,
    ) -> Option<Result<String, String>> {
        Some(render(self.text(document)?, context, stance))
    }
}

/// Fills a template in; the message of a failure names the line.
fn render(template: &str, context: &Context, stance: Stance) -> Result<String, String> {
    let environment = environment(context.place, stance);
    environment
        .render_str(template, Value::from(Serde(context)))
        .map(|body| tidied(&body))
        .map_err(|error| message(&error))
}

fn environment(place: usize, stance: Stance) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.add_function("blank", |prompt: String| blank(&prompt));
    environment.add_function("vary", move |part: usize, wordings: Vec<String>| wording(place, part, wordings));
    environment.add_function("by_stance", move |bold: String, middle: String, mild: String| match stance {
        Stance::Assertive => bold,
        Stance::Balanced => middle,
        Stance::Reserved => mild,
    });
    environment.add_function("paragraph", |sentences: Vec<String>| {
        sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
    });
    environment.add_filter("capital", |text: String| capital(&text));
    environment.add_filter("listed", |items: Vec<String>| super::address::listed(&items));
    environment
}

/// The wording of one part for the person at `place`. The first so many people differ in every
/// part; those after them in how the parts are put together.
fn wording(place: usize, part: usize, mut wordings: Vec<String>) -> String {
    let Some(round) = place.checked_div(wordings.len()) else { return String::new() };
    let at = (place + part * round) % wordings.len();
    wordings.swap_remove(at)
}

/// The body without blanks at line ends and empty lines at its ends.
fn tidied(body: &str) -> String {
    let lines: Vec<&str> = body.lines().map(str::trim_end).collect();
    let text = lines.join("\n");
    format!("{}\n", text.trim_matches('\n'))
}

fn message(error: &minijinja::Error) -> String {
    let line = error.line().map(|line| format!("line {line}: ")).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::OutOfFuel => "it does too much; make loops shorter".to_owned(),
        ErrorKind::UndefinedError => undefined(error),
        kind => error.detail().map_or_else(|| kind.to_string(), str::to_owned),
    };
    format!("{line}{what}")
}

/// Names what is not there, and the nearest name that is.
fn undefined(error: &minijinja::Error) -> String {
    let source = error.template_source().zip(error.range()).and_then(|(source, range)| source.get(range));
    let Some(wanted) = source.map(str::trim).filter(|name| !name.is_empty()) else {
        return "a name that is not there".to_owned();
    };
    let known = NAMES.iter().flat_map(|(names, _)| names.split(", "));
    let nearest = known.max_by(|a, b| strsim::jaro_winkler(a, wanted).total_cmp(&strsim::jaro_winkler(b, wanted)));
    let nearest = nearest.filter(|name| strsim::jaro_winkler(name, wanted) > 0.75);
    let hint = nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
    format!("there is no `{wanted}`{hint}")
}
