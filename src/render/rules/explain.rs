//! `vault explain RULE`: one rule on a terminal of eighty columns.

use crate::render::wrap::wrapped;
use anstyle::{AnsiColor, Style};

use super::change::Change;
use crate::checklist::{Finds, Rule, Source};
use crate::diagnostic::Severity;

/// Where the text beside the names of its parts begins.
const MARGIN: usize = 10;

/// What the rule asks, why, on what it stands, how to satisfy or silence it, and an example; ANSI colours where
/// `colour` says so.
pub fn explain(rule: &'static Rule, colour: bool) -> String {
    let paint = Paint(colour);
    let bold = Style::new().bold();
    let weight = paint.with(severity_style(rule), &rule.weight.words());
    let mut parts = vec![
        format!("{}: {}\n{weight}\n\n", paint.with(bold, rule.id), rule.title),
        wrapped(rule.why, "", "") + "\n",
        "\n".to_owned(),
        part(paint, "Applies", rule.applies),
        part(paint, "Mend", rule.mend),
    ];
    if rule.can_be_waived() {
        parts.push(part(paint, "Silence", &format!("`waive: [\"{} because …\"]` in the note", rule.id)));
    }
    if rule.finds == Finds::Duty {
        parts.push(part(paint, "Rest", &format!("`hold: [\"{} until YYYY-MM-DD because …\"]` in the note", rule.id)));
    }
    let sources: Vec<Source> = rule.sources.iter().filter_map(|id| Source::of(id)).collect();
    for (at, group) in sources.chunk_by(|one, other| one.article() == other.article()).enumerate() {
        let name = if at == 0 { "Stands on" } else { "" };
        parts.push(part(paint, name, group[0].article()));
        parts.extend(group.iter().map(|source| part(paint, "", &format!("- {} ({})", source.meaning, source.id))));
    }
    parts.push(format!("\n{}\n", paint.with(bold, &format!("An example, on {}", rule.broken.today))));
    for change in Change::all(&rule.broken) {
        parts.push(format!("  {}\n", change.title));
        parts.extend(change.lines().map(|line| {
            let colour = if line.starts_with('-') { AnsiColor::Red } else { AnsiColor::Green };
            format!("    {}\n", paint.with(colour.on_default(), &line))
        }));
    }
    parts.concat()
}

#[derive(Clone, Copy)]
struct Paint(bool);

impl Paint {
    fn with(self, style: Style, text: &str) -> String {
        if self.0 && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

fn severity_style(rule: &Rule) -> Style {
    match rule.weight.severities().first() {
        Some(Severity::Error) => AnsiColor::Red.on_default().bold(),
        Some(Severity::Warning) => AnsiColor::Yellow.on_default().bold(),
        Some(Severity::Hint) => AnsiColor::Cyan.on_default(),
        None => Style::new(),
    }
}

/// A name in the margin and the text beside it.
fn part(paint: Paint, name: &str, text: &str) -> String {
    let pad = " ".repeat(MARGIN - name.len().min(MARGIN));
    let text = wrapped(text, &" ".repeat(MARGIN), &" ".repeat(MARGIN));
    format!("{}{pad}{}\n", paint.with(Style::new().bold(), name), &text[MARGIN..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{rule, rules};
    use crate::render::wrap::COLUMNS;

    #[test]
    fn every_rule_is_explained_within_eighty_columns() {
        for rule in rules() {
            let text = explain(rule, false);
            let (said, _) = text.split_once("An example").unwrap();
            let wide: Vec<&str> = said.lines().filter(|line| line.chars().count() > COLUMNS).collect();
            assert_eq!(wide, Vec::<&str>::new(), "{}", rule.id);
            assert!(rule.sources.iter().all(|id| said.split_whitespace().any(|word| word.contains(id))), "{text}");
        }
    }

    #[test]
    fn an_explanation_ends_with_what_breaks_the_rule() {
        let text = explain(rule("close/standing").unwrap(), false);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "close/standing: not asked how you compare");
        assert_eq!(lines[1], "hint in round 1, warning from round 2 on");
        assert_eq!(
            lines[lines.len() - 2..],
            ["  Rounds/2025-03-04 Harbour Glass.md", "    - - standing: among the first two"]
        );
    }

    #[test]
    fn colours_change_no_word() {
        let rule = rule("close/standing").unwrap();
        let coloured = explain(rule, true);
        assert!(coloured.contains("\u{1b}["));
        let plain = anstream::adapter::strip_str(&coloured).to_string();
        assert_eq!(plain, explain(rule, false));
    }
}
