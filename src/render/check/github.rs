//! `vault check --format github`: workflow commands, which GitHub shows beside the changed lines.

use std::fmt::Write as _;

use super::{Report, message};
use crate::diagnostic::Severity;
use crate::text::escaped;

/// `::error file=…,line=…,col=…,title=…::message`, a line each, by path, line, rule, person; empty where there is
/// nothing.
pub fn github(report: &Report<'_>) -> String {
    let mut out = String::new();
    for (finding, at) in report.sorted() {
        let Some(severity) = finding.severity.filter(|severity| report.hints || *severity > Severity::Hint) else {
            continue;
        };
        let command = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let (file, title) = (property(&finding.path), property(finding.rule.id));
        let message = data(&message(finding));
        // Writing to a String cannot fail.
        let _ = writeln!(out, "::{command} file={file},line={},col={},title={title}::{message}", at.line, at.column);
    }
    out
}

/// Text behind the second `::`, which goes to the end of the line.
fn data(text: &str) -> String {
    escaped(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text in a property, which a colon or a comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the runner reads it: the percent sign last, so that nothing is read twice.
    fn read(text: &str) -> String {
        let marks = [("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")];
        marks.iter().fold(text.to_owned(), |text, (code, mark)| text.replace(code, mark))
    }

    proptest::proptest! {
        #[test]
        fn nothing_ends_a_command_early(text in "([%:,\r\n]|::error|%0A|\\PC|\u{1b}|\u{202e}){0,12}") {
            let (data, property) = (data(&text), property(&text));
            assert!(!data.contains(['\r', '\n', '\u{1b}', '\u{202e}']), "{data:?}");
            assert!(!property.contains(['\r', '\n', ':', ',']), "{property:?}");
            assert_eq!(read(&data), escaped(&text));
            assert_eq!(read(&property), escaped(&text));
        }
    }

    #[test]
    fn each_mark_is_written_once() {
        assert_eq!(data("50%\r\nof: a, b"), "50%25%0D%0Aof: a, b");
        assert_eq!(property("50%\nof: a, b"), "50%25%0Aof%3A a%2C b");
        assert_eq!(data("%0A"), "%250A");
    }
}
