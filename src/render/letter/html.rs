//! A letter as one HTML file that looks like the letter, on the screen and on paper.
//!
//! It has no script, loads nothing and says so to the browser, and every word of a note is text.

use crate::manuscript::{Block, Kind, Line, Manuscript};
use crate::render::markup::escaped;

/// The look: a sheet on the screen, nothing but the letter on paper.
const STYLE: &str = include_str!("letter.css");

/// The whole file. `sender` is the name at the head of the block that stands on the right, `paper`
/// the size as CSS names it: `A4` or `letter`.
pub fn html(manuscript: &Manuscript, title: &str, sender: &str, paper: &str) -> String {
    let mut body = String::new();
    if let Some(subject) = &manuscript.subject {
        body.push_str(&format!("<h1>{}</h1>\n", escaped(subject)));
    }
    let mut blocks = &manuscript.blocks[..];
    if let Some(lines) = manuscript.sender(sender) {
        body.push_str(&format!("<p class=\"sender\">{}</p>\n", broken(lines)));
        blocks = &blocks[1..];
        body.push_str("<div class=\"head\">\n");
        let (head, rest) = blocks.split_at(blocks.len().min(2));
        put_all(&mut body, head);
        body.push_str("</div>\n");
        blocks = rest;
    }
    put_all(&mut body, blocks);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n@page {{ size: {paper}; margin: 22mm 25mm; }}\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        escaped(title)
    )
}

fn put_all(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        put(out, block);
    }
}

fn put(out: &mut String, block: &Block) {
    let room = if block.room == 0 { String::new() } else { format!(" class=\"room{}\"", block.room) };
    match &block.kind {
        Kind::Heading(level, line) => {
            let level = (*level).clamp(1, 6);
            out.push_str(&format!("<h{level}{room}>{}</h{level}>\n", styled(line)));
        }
        Kind::Paragraph(lines) => out.push_str(&format!("<p{room}>{}</p>\n", broken(lines))),
        Kind::Rule => out.push_str("<hr>\n"),
        Kind::Quote(blocks) => {
            out.push_str(&format!("<blockquote{room}>\n"));
            put_all(out, blocks);
            out.push_str("</blockquote>\n");
        }
        Kind::List(number, items) => {
            let (tag, start) = match number {
                Some(number) => ("ol", format!(" start=\"{number}\"")),
                None => ("ul", String::new()),
            };
            out.push_str(&format!("<{tag}{start}{room}>\n"));
            for item in items {
                out.push_str("<li>");
                match &item[..] {
                    // One paragraph needs no space of its own.
                    [Block { kind: Kind::Paragraph(lines), .. }] => out.push_str(&broken(lines)),
                    blocks => put_all(out, blocks),
                }
                out.push_str("</li>\n");
            }
            out.push_str(&format!("</{tag}>\n"));
        }
    }
}

fn broken(lines: &[Line]) -> String {
    lines.iter().map(styled).collect::<Vec<_>>().join("<br>\n")
}

fn styled(line: &Line) -> String {
    let mut out = String::new();
    for run in &line.0 {
        let text = escaped(&run.text);
        let text = if run.style.italic { format!("<em>{text}</em>") } else { text };
        out.push_str(&if run.style.bold { format!("<strong>{text}</strong>") } else { text });
    }
    out
}
