//! The rules as JSON, version 1: additions are allowed, nothing is renamed.

use serde::Serialize;

use crate::checklist::Rule;
use crate::diagnostic::Severity;

/// `{"version":1,"rules":[…]}` on one line, with a final line end.
pub fn json(rules: impl Iterator<Item = &'static Rule>) -> String {
    let document = Document { version: 1, rules: rules.map(Entry::of).collect() };
    let written = serde_json::to_string(&document);
    debug_assert!(written.is_ok(), "structs of texts and numbers are JSON");
    written.unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Document {
    version: u8,
    rules: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    title: &'static str,
    stage: &'static str,
    /// The heaviest; null where a rule shows in the agenda only.
    severity: Option<&'static str>,
    severities: Vec<&'static str>,
    /// `fault` or `duty`.
    finds: &'static str,
    sources: &'static [&'static str],
    why: &'static str,
    applies: &'static str,
    mend: &'static str,
}

impl Entry {
    fn of(rule: &'static Rule) -> Self {
        let severities: Vec<&str> = rule.weight.severities().into_iter().map(Severity::name).collect();
        Self {
            id: rule.id,
            title: rule.title,
            stage: rule.stage(),
            severity: severities.first().copied(),
            severities,
            finds: rule.finds.name(),
            sources: rule.sources,
            why: rule.why,
            applies: rule.applies,
            mend: rule.mend,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, from_str};

    use super::*;
    use crate::checklist::rules;

    #[test]
    fn every_rule_is_there_with_its_heaviest_severity_first() {
        let value: Value = from_str(&json(rules())).unwrap();
        assert_eq!(value["version"], 1);
        assert_eq!(value["rules"].as_array().map(Vec::len), Some(rules().count()));
        let standing = rules().position(|rule| rule.id == "close/standing").unwrap();
        let standing = &value["rules"][standing];
        assert_eq!(standing["id"], "close/standing");
        assert_eq!(standing["stage"], "close");
        assert_eq!(standing["severity"], "warning");
        assert_eq!(standing["severities"], serde_json::json!(["warning", "hint"]));
        assert_eq!(standing["sources"][0], "s0-close-standing");
    }
}
