//! HTML written tag by tag: whatever is not a tag of ours is text, in the only ways to write that there are.

/// A piece of a page.
#[derive(Default)]
pub(super) struct Markup(String);

/// The attributes of a tag: names of ours, and values that may come from anywhere.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Markup {
    /// The piece as it is.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Puts words here.
    pub(super) fn text(&mut self, words: &str) {
        self.0.push_str(&escaped(words));
    }

    /// Puts an element here, with what `inside` puts into it.
    pub(super) fn element(&mut self, tag: &'static str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.open(tag, attributes);
        inside(self);
        self.0.push_str(&format!("</{tag}>\n"));
    }

    /// Puts an element of nothing but words here.
    pub(super) fn line(&mut self, tag: &'static str, attributes: Attributes<'_>, words: &str) {
        self.element(tag, attributes, |markup| markup.text(words));
    }

    /// Puts a tag here that holds nothing and is never closed, as HTML has some.
    pub(super) fn open(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
        self.0.push('>');
    }

    /// Puts a style sheet of ours here.
    pub(super) fn style(&mut self, sheet: &'static str) {
        self.0.push_str(&format!("<style>\n{sheet}</style>\n"));
    }
}

/// Words between tags, or in quotes within one.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_become_a_tag_or_leave_an_attribute() {
        let mut markup = Markup::default();
        let words = "</style><b a='1' b=\"2\">&amp;";
        markup.element("p", &[("title", words)], |markup| markup.text(words));
        let shown = "&lt;/style&gt;&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;";
        assert_eq!(markup.into_text(), format!("<p title=\"{shown}\">{shown}</p>\n"));
    }
}
