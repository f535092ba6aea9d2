//! What a letter's Markdown says.

use super::*;

fn paragraph(lines: &[&str]) -> Kind {
    let run = |text: &&str| Line(vec![Run { text: (*text).to_owned(), style: Style::default() }]);
    Kind::Paragraph(lines.iter().map(run).collect())
}

fn kinds(body: &str) -> Vec<Kind> {
    read(body).blocks.into_iter().map(|block| block.kind).collect()
}

#[test]
fn a_subject_is_a_line_of_its_own() {
    for (body, subject, text) in [
        ("\nSubject: Thank you\n\nDear X,\n", Some("Thank you"), "Dear X,"),
        ("subject : 50\\% \\[of\\] it\r\nDear X,", Some("50% [of] it"), "Dear X,"),
        ("**Subject:** A & B\n\nDear X,", Some("A & B"), "Dear X,"),
        ("Subject:\n\nDear X,", None, "Dear X,"),
        ("\u{feff}Subject: [[Me|my]] visit\nDear X,", Some("my visit"), "Dear X,"),
    ] {
        let read = read(body);
        assert_eq!(read.subject.as_deref(), subject, "{body:?}");
        assert_eq!(read.blocks[0].kind, paragraph(&[text]), "{body:?}");
    }
    assert_eq!(read("Dear X,\n\nSubject: no").subject, None);
    assert_eq!(read(""), Manuscript::default());
}

#[test]
fn lines_end_where_their_author_ended_them() {
    assert_eq!(kinds("Nora\n4 Tannery Row\r\nHexley"), [paragraph(&["Nora", "4 Tannery Row", "Hexley"])]);
    let long = "It was a pleasure to hear of the workshop, of the organ and";
    assert_eq!(kinds(&format!("{long} all.\nThank you.")), [paragraph(&[&format!("{long} all. Thank you.")])]);
    assert_eq!(kinds(&format!("{long} all.  \nThank you.")), [paragraph(&[&format!("{long} all."), "Thank you."])]);
}

#[test]
fn empty_lines_are_room_to_sign() {
    let rooms: Vec<usize> =
        read("\n\n\na\n\nb\n\n\n\nc\n\n\n\n\n\n\n\n\n\n\n\n\nd").blocks.iter().map(|b| b.room).collect();
    assert_eq!(rooms, [0, 0, 2, MOST_ROOM]);
    assert_eq!(read("a\n\n%% for me %%\n\nb").blocks[1].room, 0);
}

#[test]
fn what_was_made_harmless_is_as_it_was() {
    for words in [
        "a %% comment",
        "<% tp.date %>",
        "{{title}}",
        "- [ ] a task",
        "# heading",
        "12. floor",
        "---",
        "an id ^a1b2c3",
        "```dataviewjs",
        "\\ and `code`",
        "<img src=x onerror=alert(1)>",
        "[due:: 1]",
        "~~~",
        "> said",
        "+ one",
        "=",
    ] {
        assert_eq!(kinds(&crate::text::inert(words)), [paragraph(&[words])], "{words:?}");
    }
}

#[test]
fn raw_html_is_text_and_comments_are_nobodys_business() {
    assert_eq!(kinds("<b>so</b> & <script>x</script>"), [paragraph(&["<b>so</b> & <script>x</script>"])]);
    assert_eq!(kinds("<div>\nso\n</div>"), [paragraph(&["<div>", "so", "</div>"])]);
    assert_eq!(kinds("so %%not\nthis%%be it<!-- nor\nthis -->."), [paragraph(&["so be it."])]);
    assert_eq!(kinds("100 %% sure"), [paragraph(&["100 %% sure"])]);
    assert_eq!(kinds("a\u{202e}b\u{7}c\0d"), [paragraph(&["abcd"])]);
}

#[test]
fn links_show_what_they_show() {
    for (body, text) in [
        ("[[Interviewers/Priya Rao|Priya]] and [[Notes/Tom Beck#Profile]]", "Priya and Tom Beck"),
        ("[the site](https://x.example/a)", "the site (https://x.example/a)"),
        ("<https://x.example> and <me@x.example>", "https://x.example and me@x.example"),
        ("[me@x.example](mailto:me@x.example)", "me@x.example"),
        ("![a picture](x.png)", "a picture"),
        ("&copy; &lt;b&gt; `code`", "© <b> code"),
    ] {
        assert_eq!(kinds(body), [paragraph(&[text])], "{body:?}");
    }
}

#[test]
fn lists_headings_and_styles_are_kept_apart() {
    let found = kinds("## Days 1 to 30\n\n- one\n- **two** *and*\n  more\n\n3. three\n   - four\n\n> said\n\n***");
    let Kind::Heading(2, line) = &found[0] else { panic!("{found:?}") };
    assert_eq!(line.text(), "Days 1 to 30");
    let Kind::List(None, items) = &found[1] else { panic!("{found:?}") };
    let Kind::Paragraph(lines) = &items[1][0].kind else { panic!("{items:?}") };
    assert_eq!((lines[0].text().as_str(), lines[1].text().as_str()), ("two and", "more"));
    assert_eq!(lines[0].0[0].style, Style { bold: true, italic: false });
    assert_eq!(lines[0].0[2].style, Style { bold: false, italic: true });
    let Kind::List(Some(3), items) = &found[2] else { panic!("{found:?}") };
    assert!(matches!(items[0][..], [Block { kind: Kind::Paragraph(_), .. }, Block { kind: Kind::List(None, _), .. }]));
    assert!(matches!(&found[3], Kind::Quote(_)) && found[4] == Kind::Rule && found.len() == 5);
}

#[test]
fn depth_has_an_end() {
    let found = kinds(&"> ".repeat(500).replace("> ", ">"));
    assert!(found.is_empty(), "{found:?}");
    let deep = kinds(&format!("{} words", ">".repeat(500)));
    assert_eq!(format!("{deep:?}").matches("Quote").count(), 16);
}

#[test]
fn a_letterhead_is_known_by_its_name() {
    let letter = read("Nora Whitlock\n4 Tannery Row\n\n1 March 2026");
    assert_eq!(letter.sender("Nora Whitlock").map(<[Line]>::len), Some(2));
    assert_eq!(letter.sender("Nora"), None);
    assert_eq!(read("Nora\n\nx").sender("Nora"), None);
}
