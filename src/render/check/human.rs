//! `vault check` for people: first things first, each with the line it is about.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::line::{Line, Part, lines};
use super::silence::Silence;
use super::{Counts, PER_THREAD, Report};
use crate::agenda::{Agenda, Item, State};
use crate::diagnostic::Severity;
use crate::model::calendar::plus;
use crate::render::agenda::groups;
use crate::render::flat;
use crate::text::{SourceFile, Span, counted, escaped};
use crate::threads;

/// Longer lines of source are cut around what is meant.
const COLUMNS: usize = 100;

/// The findings for people, in order of weight, closing with their number; ANSI colours where `colour` says so.
pub fn human(report: &Report<'_>, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(COLUMNS);
    let silence = Silence::of(report);
    let lines = lines(report, &silence);
    let mut out = String::new();
    let show = |out: &mut String, parts: &[Part]| {
        let is_shown =
            |line: &&Line<'_>| parts.contains(&line.part) && (report.hints || line.severity > Severity::Hint);
        let shown: Vec<&Line<'_>> = lines.iter().filter(is_shown).collect();
        out.extend(threads::in_parts(&shown, PER_THREAD, |lines| {
            lines.iter().map(|line| block(report, line, &renderer) + "\n\n").collect::<String>()
        }));
    };
    show(&mut out, &[Part::Broken, Part::Due]);
    if let Some(agenda) = report.agenda {
        let soon = soon(agenda, &silence);
        let _ = write!(out, "{soon}{}", if soon.is_empty() { "" } else { "\n" });
    }
    show(&mut out, &[Part::Debrief, Part::Rest]);
    let settled = lines.iter().filter(|line| line.rule == "close/debrief").map(|line| line.stands_for).sum();
    let _ = writeln!(out, "{}", summary(report.counts(), settled, report.hints));
    out
}

/// One line in the style of a compiler, with its source.
fn block(report: &Report<'_>, line: &Line<'_>, renderer: &Renderer) -> String {
    let level = match line.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let mut group = Group::with_title(level.primary_title(flat(&line.message)).id(line.rule));
    for (at, (path, span)) in line.places.iter().enumerate() {
        let snippet = (report.source)(path).filter(|_| at == 0).and_then(|file| excerpt(file, *span));
        let position = report.position(path, *span);
        group = match snippet {
            Some((source, span)) => group.element(
                Snippet::source(source)
                    .path(flat(path))
                    .line_start(position.line)
                    .annotation(AnnotationKind::Primary.span(span)),
            ),
            None => group.element(Origin::path(flat(path)).line(position.line).char_column(position.column)),
        };
    }
    if !line.help.is_empty() {
        group = group.element(Level::HELP.message(flat(&line.help)));
    }
    renderer.render(&[group])
}

/// The line in which a span begins, with hidden characters written out, and the part of the span that lies in it;
/// `None` for what concerns the whole file, or lies on an empty line.
///
/// The column over it is counted in this text: it is off by the characters that are written out before the span.
fn excerpt(file: &SourceFile, span: Span) -> Option<(String, std::ops::Range<usize>)> {
    let line = file.line_at(span.start);
    if span == Span::START || file.slice(line).trim().is_empty() {
        return None;
    }
    let end = span.end.clamp(span.start, line.end.max(span.start));
    let slice = |start, end| escaped(file.slice(Span { start, end })).into_owned();
    let before = slice(line.start, span.start).trim_start_matches('\u{feff}').to_owned();
    let meant = slice(span.start, end);
    let range = before.len()..before.len() + meant.len();
    Some((before + &meant + &slice(end, line.end), range))
}

/// What is due today or tomorrow, a line each: `tomorrow: thank Priya Rao · draft ready, 2 blanks`.
fn soon(agenda: &Agenda, silence: &Silence<'_>) -> String {
    let tomorrow = plus(agenda.today, 1);
    let is_soon = |item: &&Item| item.state != State::Overdue && item.due <= tomorrow;
    // What a silent round asks for is said in one line further down.
    let is_settled = |item: &Item| item.rule.stage() == "close" && item.round.is_some_and(|at| silence.is_silent(at));
    let items = agenda.items.iter().filter(is_soon).filter(|item| !is_settled(item) && item.tick.is_none());
    let mut out = String::new();
    for group in groups(items) {
        let item = group.head;
        let day = if item.due == agenda.today { "today" } else { "tomorrow" };
        let draft = match (&item.draft, item.blanks) {
            (None, _) => String::new(),
            (Some(_), None | Some(0)) => " · draft ready".to_owned(),
            (Some(_), Some(blanks)) => format!(" · draft ready, {}", counted(blanks, "blank")),
        };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{day}: {}{draft}", uncapitalised(&flat(&item.title)));
    }
    out
}

fn uncapitalised(title: &str) -> String {
    let mut chars = title.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// `2 errors, 1 warning, 5 hints (--hints shows them)`; a calm word where there is nothing to mend.
fn summary(counts: Counts, settled: usize, hints: bool) -> String {
    let mut parts = Vec::new();
    for (count, name) in [(counts.errors, "error"), (counts.warnings, "warning")] {
        parts.extend((count > 0).then(|| counted(count, name)));
    }
    if parts.is_empty() {
        parts.push("All is well".to_owned());
    }
    if counts.hints > 0 {
        let shows = if hints { "" } else { " (--hints shows them)" };
        parts.push(format!("{}{shows}", counted(counts.hints, "hint")));
    }
    let debrief = if settled > 1 { format!("; a debrief settles {settled} of them") } else { String::new() };
    format!("{}{debrief}", parts.join(", "))
}
