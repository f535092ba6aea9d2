//! A letter as plain text, to be pasted anywhere.

use crate::manuscript::{Block, Kind, Line, Manuscript};

/// The subject, where there is one, and the text; a paragraph is a line, however long.
pub fn text(manuscript: &Manuscript) -> String {
    match &manuscript.subject {
        Some(subject) => format!("Subject: {subject}\n\n{}", body(manuscript)),
        None => body(manuscript),
    }
}

/// The text below the subject.
pub(super) fn body(manuscript: &Manuscript) -> String {
    let mut out = String::new();
    for (at, block) in manuscript.blocks.iter().enumerate() {
        if at > 0 {
            out.push_str(&"\n".repeat(1 + block.room));
        }
        put(&mut out, block, "", "");
    }
    out
}

/// One block; `first` stands before its first line, `rest` before the others.
fn put(out: &mut String, block: &Block, first: &str, rest: &str) {
    match &block.kind {
        Kind::Heading(_, line) => put_lines(out, std::slice::from_ref(line), first, rest),
        Kind::Paragraph(lines) => put_lines(out, lines, first, rest),
        Kind::Rule => out.push_str(&format!("{first}* * *\n")),
        Kind::Quote(blocks) => put_all(out, blocks, &format!("{first}> "), &format!("{rest}> ")),
        Kind::List(number, items) => {
            for (at, item) in items.iter().enumerate() {
                let label = number.map_or_else(|| "- ".to_owned(), |number| format!("{}. ", number + at as u64));
                let indent = format!("{rest}{}", " ".repeat(label.len()));
                put_all(out, item, &format!("{}{label}", if at == 0 { first } else { rest }), &indent);
            }
        }
    }
}

fn put_all(out: &mut String, blocks: &[Block], first: &str, rest: &str) {
    if blocks.is_empty() {
        out.push_str(&format!("{}\n", first.trim_end()));
    }
    for (at, block) in blocks.iter().enumerate() {
        put(out, block, if at == 0 { first } else { rest }, rest);
    }
}

fn put_lines(out: &mut String, lines: &[Line], first: &str, rest: &str) {
    for (at, line) in lines.iter().enumerate() {
        let before = if at == 0 { first } else { rest };
        out.push_str(&format!("{before}{}\n", line.text().trim_end()));
    }
}
