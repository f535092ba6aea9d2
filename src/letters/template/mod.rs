//! The texts' templates, and how they are filled in.
//!
//! A template gives the body only. It cannot read files or other templates; it has so much fuel
//! and no more; an undefined name is an error with its place. What the engine does not count is
//! kept out before it is asked: see [`scan`].

mod fault;
mod scan;
mod tag;
mod words;

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use serde::Serialize;

pub(super) use fault::Fault;
pub use words::FUNCTIONS;

use crate::model::Stance;

/// What a template may spend: instructions, and 64 bytes of text for each. The longest built-in one spends a
/// thirtieth.
const FUEL: u64 = 20_000;

/// The longest body, in bytes.
const BODY: usize = 64 * 1024;

/// Whose wording a text takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    /// The person's place among the interviewers, from 0.
    pub(super) place: usize,
    pub(super) stance: Stance,
}

/// Fills a template (with LF line ends) in.
pub(super) fn render(template: &str, context: &impl Serialize, voice: Voice) -> Result<String, Fault> {
    scan::check(template)?;
    let environment = environment(voice);
    let body = environment.render_str(template, Value::from(Serde(context))).map_err(|error| Fault::of(&error))?;
    if body.len() > BODY {
        return Err(Fault::whole("it writes more than 64 KiB", "make its loops shorter"));
    }
    Ok(tidied(&body))
}

/// Looks for names that are not there, in branches too that no trial takes.
pub(super) fn check_names(template: &str) -> Result<(), Fault> {
    let tags = scan::check(template)?;
    let environment = environment(Voice { place: 0, stance: Stance::Balanced });
    let compiled = environment.template_from_str(template).map_err(|error| Fault::of(&error))?;
    let names = compiled.undeclared_variables(true);
    let unknown = names.iter().filter(|name| !fault::is_known(name) && !words::is_function(name));
    let faults = unknown.map(|name| Fault::unknown(name, scan::place_of(name, template, &tags)));
    faults.min_by_key(|fault| fault.range.start).map_or(Ok(()), Err)
}

fn environment(voice: Voice) -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    words::add_to(&mut environment, voice);
    environment
}

/// The body without blanks at line ends and empty lines at its ends, and with one stop where a sentence ends in
/// words that bring their own ("Ltd.", "why so many moves?").
fn tidied(body: &str) -> String {
    let lines: Vec<String> = body.lines().map(|line| single_stops(line.trim_end())).collect();
    let text = lines.join("\n");
    format!("{}\n", text.trim_matches('\n'))
}

/// The line with a full stop left out behind another end of a sentence; dots in a row are an ellipsis.
fn single_stops(line: &str) -> String {
    let is_stop = |c: char| matches!(c, '.' | '?' | '!');
    let mut single = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(is_stop) {
        let end = rest[at..].find(|c| !is_stop(c)).map_or(rest.len(), |length| at + length);
        let stops = &rest[at..end];
        let kept = if stops.len() == 2 { stops.strip_suffix('.').unwrap_or(stops) } else { stops };
        single.push_str(&rest[..at]);
        single.push_str(kept);
        rest = &rest[end..];
    }
    single.push_str(rest);
    single
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::{built_in, sample};
    use crate::model::Document;

    #[test]
    fn the_built_in_texts_spend_a_small_part_of_what_they_may() {
        let environment = environment(Voice { place: 1, stance: Stance::Balanced });
        for text in Document::ALL.into_iter().filter_map(built_in) {
            let template = environment.template_from_str(text).unwrap();
            for context in sample::contexts() {
                let captured = template.render_captured(Value::from(Serde(&context))).unwrap();
                let (spent, _) = captured.state().fuel_levels().unwrap();
                assert!(spent < FUEL / 20, "{spent}: {text}");
            }
        }
    }

    #[test]
    fn lines_end_without_blanks() {
        let filled = render(
            "\n\n{{ blank('x') }} \n{{ paragraph(['', 'b']) }}\n\n",
            &sample::contexts()[0],
            Voice { place: 0, stance: Stance::Balanced },
        );
        assert_eq!(filled.as_deref(), Ok("⟨x⟩\nb\n"));
    }

    #[test]
    fn words_that_bring_their_own_stop_get_no_second() {
        for (line, expected) in [
            ("a job at Pell & Co..", "a job at Pell & Co."),
            ("why so many moves?. It was so", "why so many moves? It was so"),
            ("with Yahoo!.", "with Yahoo!"),
            ("well... and … so. Really?! Yes.", "well... and … so. Really?! Yes."),
            ("wait?...", "wait?..."),
        ] {
            assert_eq!(single_stops(line), expected);
        }
    }

    #[test]
    fn every_name_is_explained_and_there() {
        use std::collections::BTreeSet;

        let serde_json::Value::Object(names) = sample::contexts().swap_remove(0) else { unreachable!() };
        let mut there = BTreeSet::new();
        for (name, value) in names {
            match value {
                serde_json::Value::Object(inner) => there.extend(inner.keys().map(|key| format!("{name}.{key}"))),
                _ => drop(there.insert(name)),
            }
        }
        let names = crate::letters::NAMES.iter().flat_map(|(names, _)| names.split(", "));
        assert_eq!(there, names.map(str::to_owned).collect());
    }
}
