//! Words of a note that are copied into generated Markdown must stay words.

use super::flat;

/// The text on one line, as Markdown that shows it and does nothing else: it opens no comment, code,
/// template, link or list, names no block, and ends no region.
pub fn inert(text: &str) -> String {
    let flat = flat(text);
    let words = flat.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(words.len() + 8);
    let mut last = None;
    for (at, c) in words.char_indices() {
        let next = words[at + c.len_utf8()..].chars().next();
        if acts(last, c, next) {
            out.push('\\');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// Whether `c` would do something between its neighbours.
fn acts(last: Option<char>, c: char, next: Option<char>) -> bool {
    match c {
        '`' | '[' | '<' | '\\' => true,
        // The second of two: a pair is a comment, a fence, the opening of a template.
        '%' | '~' | '{' => last == Some(c),
        '^' => last.is_none_or(char::is_whitespace),
        // At the start: a list, a heading, a quotation.
        '-' | '+' | '*' | '#' | '>' => last.is_none(),
        '.' | ')' => next.is_none_or(char::is_whitespace) && last.is_some_and(|last| last.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_is_written_out() {
        for (text, expected) in [
            ("plain words, 5% of 20-30 {x}", "plain words, 5% of 20-30 {x}"),
            ("a %% vault: end %% b", "a %\\% vault: end %\\% b"),
            ("end ^a1b2c3d4", "end \\^a1b2c3d4"),
            ("x^2", "x^2"),
            ("- [ ] not a task", "\\- \\[ ] not a task"),
            ("# no\n- heading", "\\# no - heading"),
            ("1. no list", "1\\. no list"),
            ("```js\r\nx```", "\\`\\`\\`js x\\`\\`\\`"),
            ("~~~ <% tp %> {{title}}", "~\\~\\~ \\<% tp %> {\\{title}}"),
            ("[[Priya]] [due:: 1]", "\\[\\[Priya]] \\[due:: 1]"),
            ("\u{1b}[31m", "\\\\u{1b}\\[31m"),
        ] {
            assert_eq!(inert(text), expected);
        }
    }

    #[test]
    fn nothing_that_acts_is_left() {
        for text in ["%%%%", "%%", "{{{", "a\n%%\nb", "\t- [x] x ^0011aabb", "^", "<%%>"] {
            let out = inert(text);
            for bad in ["%%", "{{", "\n", "<%"] {
                assert!(!out.contains(bad) || out.contains(&format!("\\{bad}")), "{bad:?} in {out:?}");
            }
            assert!(!out.contains(" ^") && !out.starts_with(['^', '-']), "{out:?}");
        }
    }
}
