//! The rules themselves, for people and programs: the reference, one rule explained, the list.
//!
//! All of it is made from what a [`Rule`] carries, so that no second text can grow stale.

mod change;
mod explain;
mod json;
mod reference;

pub use explain::explain;
pub use json::json;
pub use reference::{markdown, reference};

use crate::checklist::Rule;
use crate::diagnostic::Severity;

/// One line for each rule: id, the severities it can take, title; aligned.
pub fn list(rules: impl Iterator<Item = &'static Rule>) -> String {
    let rows: Vec<[String; 3]> =
        rules.map(|rule| [rule.id.to_owned(), severities(rule), rule.title.to_owned()]).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    let (ids, weights) = (width(0), width(1));
    let lines: Vec<String> =
        rows.iter().map(|[id, weight, title]| format!("{id:ids$}  {weight:weights$}  {title}\n")).collect();
    lines.concat()
}

/// `warning/hint`, heaviest first.
fn severities(rule: &Rule) -> String {
    let names: Vec<&str> = rule.weight.severities().into_iter().map(Severity::name).collect();
    if names.is_empty() { rule.weight.words() } else { names.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::rules;

    #[test]
    fn the_list_has_a_line_for_each_rule_with_titles_in_one_column() {
        let list = list(rules());
        assert_eq!(list.lines().count(), rules().count());
        let column = |(line, rule): (&str, &Rule)| line.strip_suffix(rule.title).map(str::len);
        let columns: Vec<_> = list.lines().zip(rules()).map(column).collect();
        assert!(columns.iter().all(|column| column.is_some() && *column == columns[0]), "{list}");
    }
}
