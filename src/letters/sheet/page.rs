//! A page of plain Markdown: headings, sentences and lists, with the empty lines between them.

/// What stands last on a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Words,
    Item,
}

/// A page that is being written. Words that come from notes are inert before they get here.
pub(super) struct Page {
    text: String,
    last: Last,
    steps: usize,
}

impl Page {
    /// A page with this title.
    pub(super) fn titled(title: &str) -> Self {
        Self { text: format!("# {title}\n"), last: Last::Words, steps: 0 }
    }

    /// A section.
    pub(super) fn section(&mut self, title: &str) {
        self.words(&format!("## {title}"));
    }

    /// A part of a section.
    pub(super) fn part(&mut self, title: &str) {
        self.words(&format!("### {title}"));
    }

    /// A paragraph.
    pub(super) fn words(&mut self, words: &str) {
        self.text.push('\n');
        self.line("", words, Last::Words);
    }

    /// An item of a list.
    pub(super) fn item(&mut self, words: &str) {
        if self.last != Last::Item {
            self.text.push('\n');
        }
        self.line("- ", words, Last::Item);
    }

    /// Items of a list, one after the other.
    pub(super) fn items<W: AsRef<str>>(&mut self, items: impl IntoIterator<Item = W>) {
        for item in items {
            self.item(item.as_ref());
        }
    }

    /// An item below the last one.
    pub(super) fn under(&mut self, words: &str) {
        self.line("  - ", words, Last::Item);
    }

    /// A numbered step, all of which stand together: what it is called, and what to say.
    pub(super) fn step(&mut self, title: &str, words: &str) {
        if self.steps == 0 {
            self.text.push('\n');
        }
        self.steps += 1;
        self.line(&format!("{}. ", self.steps), &format!("**{title}:** {words}"), Last::Item);
    }

    /// A part of the last step.
    pub(super) fn below(&mut self, words: &str) {
        self.line("    - ", words, Last::Item);
    }

    fn line(&mut self, mark: &str, words: &str, last: Last) {
        self.text.push_str(mark);
        self.text.push_str(words);
        self.text.push('\n');
        self.last = last;
    }

    /// The page, with one line end at its end.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_paragraphs_stand_apart() {
        let mut page = Page::titled("T");
        page.section("S");
        page.item("a");
        page.under("b");
        page.item("c");
        page.words("w");
        page.item("d");
        assert_eq!(page.into_text(), "# T\n\n## S\n\n- a\n  - b\n- c\n\nw\n\n- d\n");
    }
}
