//! `vault check --format sarif`: SARIF 2.1.0, which code hosts and editors show beside the lines.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{Report, message};
use crate::checklist::{Finding, Rule, rules};
use crate::diagnostic::{Fix, Severity};
use crate::render::link::percent;
use crate::render::{json as format, rules as reference};
use crate::text::{SourceFile, Span};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What paths are relative to, by the name that code hosts give to the top of a repository.
const BASE: &str = "%SRCROOT%";

/// The findings as one SARIF log on one line: hints always among them, as notes.
pub fn sarif(report: &Report<'_>) -> String {
    let rules: Vec<&'static Rule> = rules().collect();
    let mut seen = BTreeMap::new();
    let results = report.sorted().into_iter().map(|(finding, _)| Outcome::of(finding, report, &rules, &mut seen));
    format::text(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().map(|rule| Described::of(rule)).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    })
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Described>,
}

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Described {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

impl Described {
    fn of(rule: &'static Rule) -> Self {
        Self {
            id: rule.id,
            short_description: Text { text: rule.title.to_owned() },
            full_description: Text { text: rule.why.to_owned() },
            help: Help { text: format!("To mend it: {}.", rule.mend), markdown: reference::markdown(rule) },
            // What weighs nothing is in the agenda only, and never a result.
            default_configuration: Configuration {
                level: rule.weight.severities().first().map_or("none", |severity| level(*severity)),
            },
            properties: Properties { tags: [rule.stage()] },
        }
    }
}

/// A finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<[Repair<'a>; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Place,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

/// Lines and columns from 1; the end column is that behind the last character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Repair<'a> {
    description: Text,
    artifact_changes: [Edit<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Edit<'a> {
    artifact_location: Artifact,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Inserted<'a>,
}

#[derive(Serialize)]
struct Inserted<'a> {
    text: &'a str,
}

impl<'a> Outcome<'a> {
    fn of(
        finding: &'a Finding,
        report: &Report<'a>,
        rules: &[&'static Rule],
        seen: &mut BTreeMap<String, usize>,
    ) -> Self {
        let source = (report.source)(&finding.path);
        Self {
            rule_id: finding.rule.id,
            rule_index: rules.iter().position(|rule| *rule == finding.rule),
            level: finding.severity.map_or("none", level),
            message: Text { text: message(finding) },
            locations: [Location {
                physical_location: Place {
                    artifact_location: Artifact::of(&finding.path),
                    region: Region::of(source, finding.span),
                },
            }],
            partial_fingerprints: BTreeMap::from([("interviewVault/v1", fingerprint(finding, report, seen))]),
            fixes: source.and_then(|source| Repair::of(finding, source)).map(|repair| [repair]),
        }
    }
}

impl Artifact {
    fn of(path: &str) -> Self {
        Self { uri: path.split('/').map(percent).collect::<Vec<_>>().join("/"), uri_base_id: BASE }
    }
}

impl Region {
    /// Where the span lies; one without an end where it is empty, or nothing can be shown of the file.
    fn of(source: Option<&SourceFile>, span: Span) -> Self {
        let Some(source) = source else {
            return Self { start_line: 1, start_column: 1, end_line: None, end_column: None };
        };
        let region = Self::exact(source, span);
        if span.start < span.end { region } else { Self { end_line: None, end_column: None, ..region } }
    }

    /// Where the span lies, both ends given.
    fn exact(source: &SourceFile, span: Span) -> Self {
        let (start, end) = (source.position(span.start), source.position(span.end));
        Self {
            start_line: start.line,
            start_column: start.column,
            end_line: Some(end.line),
            end_column: Some(end.column),
        }
    }
}

impl<'a> Repair<'a> {
    /// What `check --fix` would put in its place; none where more than one place of one file would change.
    fn of(finding: &'a Finding, source: &SourceFile) -> Option<Self> {
        let Some(Fix::Replace { span, text }) = &finding.fix else { return None };
        Some(Self {
            description: Text { text: finding.help.clone() },
            artifact_changes: [Edit {
                artifact_location: Artifact::of(&finding.path),
                replacements: [Replacement {
                    deleted_region: Region::exact(source, *span),
                    inserted_content: Inserted { text },
                }],
            }],
        })
    }
}

/// What names a finding from commit to commit, wherever its line has moved to: what it is about, and the words
/// it stands at; equal ones are numbered.
fn fingerprint(finding: &Finding, report: &Report<'_>, seen: &mut BTreeMap<String, usize>) -> String {
    let words = (report.source)(&finding.path).map_or("", |file| file.slice(finding.span));
    let id = finding.id(report.vault);
    let about = [&id, finding.rule.id, &*finding.path, words.trim()].join("\n");
    let count = seen.entry(about.clone()).or_default();
    *count += 1;
    let digest = Sha256::digest(format!("{about}\n{count}").as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}
