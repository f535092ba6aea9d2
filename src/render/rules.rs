//! placeholder
use crate::checklist::Rule;
/// placeholder
pub fn list(rules: impl Iterator<Item = &'static Rule>) -> String {
    rules.map(|r| format!("{}\n", r.id)).collect()
}
/// placeholder
pub fn json(rules: impl Iterator<Item = &'static Rule>) -> String {
    rules.map(|r| format!("{}\n", r.id)).collect()
}
/// placeholder
pub fn explain(rule: &'static Rule, _colour: bool) -> String {
    rule.why.to_owned()
}
