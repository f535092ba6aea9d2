//! The rule reference of the documentation, in Markdown.

use super::change::Change;
use crate::checklist::example::SOUND;
use crate::checklist::{Rule, Source, Stage};

const HEAD: &str = "\
# The rules

<!-- Made from the rules themselves: a test says when this file is stale, and how to refresh it. -->

`vault check` shows what is wrong and what is overdue; `vault agenda` shows what is to do and when. Both show the same
findings. A rule belongs to a stage of an interview round, and ends only because the notes say so.

There are three honest ways to silence a rule, all of them in plain sight:

- in a note, for what that note is about: `waive: [\"thank/handwritten-card because they have no paper post\"]`
- until a day, for a duty: `hold: [\"wait/company-need until 2025-03-24 because they asked me to wait\"]`
- in the whole vault, in `vault.toml`: `\"thank/handwritten-card\" = \"off\"` under `[rules]`; `error`, `warning` and
  `hint` there change how much it weighs

What was asked and refused is an answer too: `declined`. What was not asked, and cannot be any more: `missed`.

Each rule is shown with the smallest change that breaks it, made to [one sound vault](#the-sound-vault) that answers
everything.
";

/// Every rule, stage by stage, and the sound vault that their examples change.
pub fn reference(rules: impl Iterator<Item = &'static Rule>) -> String {
    let rules: Vec<&Rule> = rules.collect();
    let mut parts = vec![HEAD.to_owned()];
    for stage in Stage::ALL {
        let mut of_stage = rules.iter().filter(|rule| rule.stage() == stage.name).peekable();
        if of_stage.peek().is_some() {
            parts.push(format!("\n## {}: {}\n", stage.name, stage.title));
        }
        parts.extend(of_stage.map(|rule| entry(rule)));
    }
    parts.push("\n## The articles\n\nWhat the rules stand on, by the first letters of its id.\n\n".to_owned());
    let sources: Vec<Source> = Source::all().collect();
    let articles = sources.chunk_by(|one, other| one.article() == other.article()).map(|group| group[0]);
    parts.extend(articles.map(|source| format!("- `{}`: {}\n", &source.id[..2], source.article())));
    parts.push("\n## The sound vault\n".to_owned());
    parts.extend(SOUND.iter().map(|(path, text)| format!("\n`{path}`\n\n````markdown\n{text}````\n")));
    parts.concat()
}

fn entry(rule: &Rule) -> String {
    format!("\n### `{}`: {}\n\n{}", rule.id, rule.title, markdown(rule))
}

/// What a rule asks, why, and how to satisfy it, on what it stands, and an example: all but its heading.
pub fn markdown(rule: &Rule) -> String {
    let Rule { why, applies, mend, .. } = rule;
    let weight = rule.weight.words();
    let waiver = if rule.can_be_waived() { "" } else { ". It cannot be waived" };
    let mut parts =
        vec![format!("*{weight}* · {why}\n"), format!("\nApplies {applies}.\n\nTo mend it: {mend}{waiver}.\n")];
    if !rule.sources.is_empty() {
        parts.push("\nIt stands on:\n\n".to_owned());
        let sources = rule.sources.iter().filter_map(|id| Source::of(id));
        parts.extend(sources.map(|source| format!("- {} (`{}`)\n", source.meaning, source.id)));
    }
    parts.push(format!("\nBroken, on {}:\n\n````diff\n", rule.broken.today));
    for change in Change::all(&rule.broken) {
        parts.push(format!("@@ {} @@\n", change.title));
        parts.extend(change.lines().map(|line| line + "\n"));
    }
    parts.push("````\n".to_owned());
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{rule, rules};

    #[test]
    fn a_rule_is_told_with_its_reasons_and_the_lines_that_break_it() {
        let text = entry(rule("close/standing").unwrap());
        for part in [
            "### `close/standing`: not asked how you compare\n",
            "*hint in round 1, warning from round 2 on* · Only they know",
            "\n- Know how one compares (`s1-rank`)\n",
            "Broken, on 2025-03-06:\n\n````diff\n@@ Rounds/2025-03-04 Harbour Glass.md @@\n- - standing: among the first two\n````\n",
        ] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
    }

    #[test]
    fn the_reference_has_every_rule_in_order_under_its_stage() {
        let text = reference(rules());
        let ids = text.lines().filter_map(|line| line.strip_prefix("### `")?.split('`').next());
        assert!(ids.eq(rules().map(|rule| rule.id)));
        let stages = text.lines().filter_map(|line| line.strip_prefix("## ")?.split_once(": ")).map(|(name, _)| name);
        let mut expected: Vec<&str> = rules().map(Rule::stage).collect();
        expected.dedup();
        assert!(stages.eq(expected));
    }
}
