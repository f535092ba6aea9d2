//! Words copied out of notes, made harmless where they are generated into Markdown.

use super::is_hidden;

/// `words` on a single line, as they may stand in generated Markdown.
///
/// Links become the words they show, hidden characters go, and whatever would start code, HTML, a
/// comment, a template tag, a field, a task, a heading, a list or a block id in Obsidian gets a
/// backslash, which Markdown does not show. Blanks that somebody typed (`⟨…⟩`) stay blanks.
pub fn inert(words: &str) -> String {
    let plain = unlinked(words);
    let visible: String =
        plain.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len() + 4);
    let mut before = None;
    for (at, c) in line.char_indices() {
        let opens = match c {
            '`' | '[' | '<' | '\\' => true,
            // The second of two: a pair is a comment, a fence, the opening of a template.
            '%' | '{' | '~' => before == Some(c),
            '^' => before.is_none_or(|before| before == ' '),
            _ => false,
        };
        if opens || at == marker_end(&line) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Where a backslash breaks what would be a marker at the start of a line: a list, a task, a
/// heading, a quotation, a rule, or a line of code; the length of the line where there is none.
fn marker_end(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let is_alone =
        |marker: char| rest.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_rule = !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | ' '));
    let starts =
        rest.starts_with(['#', '>', '|']) || rest.starts_with("~~~") || ['-', '+', '*'].into_iter().any(is_alone);
    let is_numbered = digits > 0 && ['.', ')'].into_iter().any(is_alone);
    if is_numbered || (digits == 0 && (starts || is_rule)) { digits } else { line.len() }
}

/// The text with every wikilink replaced by what it shows, and embeds by the same.
fn unlinked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link, after)) = next_link(rest) {
        out.push_str(before.strip_suffix('!').unwrap_or(before));
        out.push_str(shown(link));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What is shown of a wikilink, given what stands between its brackets: the words behind its `|`, else the
/// note's name without folders and heading.
pub fn shown(link: &str) -> &str {
    if let Some((_, words)) = link.rsplit_once('|') {
        return words;
    }
    let note = link.split(['#', '^']).next().unwrap_or(link);
    note.rsplit('/').next().unwrap_or(note)
}

fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("[[")?;
    let (link, after) = rest.split_once("]]")?;
    Some((before, link, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_copied_becomes_code_a_comment_or_a_task() {
        for (words, expected) in [
            ("plain words, 22% and 4^2", "plain words, 22% and 4^2"),
            ("  two\n lines\tand a tab ", "two lines and a tab"),
            ("```dataviewjs", "\\`\\`\\`dataviewjs"),
            ("inline `= this.file`", "inline \\`= this.file\\`"),
            ("a %% comment %%", "a %\\% comment %\\%"),
            ("<% tp.date.now() %>", "\\<% tp.date.now() %>"),
            ("<img src=x> [due:: 1]", "\\<img src=x> \\[due:: 1]"),
            ("{{title}}", "{\\{title}}"),
            ("- [ ] a task", "\\- \\[ ] a task"),
            ("# heading", "\\# heading"),
            ("12. floor", "12\\. floor"),
            ("12 Mill Lane", "12 Mill Lane"),
            ("+44 7700 900 142", "+44 7700 900 142"),
            ("---", "\\---"),
            ("ends with an id ^a1b2c3", "ends with an id \\^a1b2c3"),
            ("by [[Interviewers/Priya Rao|Priya]] and ![[Tom Berg#Profile]]", "by Priya and Tom Berg"),
            ("turned \u{202e}round\u{7}", "turned round"),
            ("a %% vault: end %% b", "a %\\% vault: end %\\% b"),
            ("~~~ {{x}}", "\\~\\~\\~ {\\{x}}"),
            ("", ""),
        ] {
            assert_eq!(inert(words), expected, "{words:?}");
        }
    }
}
