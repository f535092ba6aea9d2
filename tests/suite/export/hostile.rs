//! Names, subjects and bodies that try to be more than words: ten thousand of them.

use interview_vault::letters::Mailbox;
use interview_vault::manuscript;
use interview_vault::render::letter::{eml, html, mailto, text};
use mail_parser::MessageParser;
use proptest::prelude::*;

const CASES: u32 = 10_000;

/// Words with everything in them that ends a header, a tag, an address or an encoded word.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        3 => any::<String>(),
        3 => "[a-zA-Z ,.;:<>@\"'()\\\\=?_&#%!\u{e9}\u{410}\u{4e00}-]{0,20}",
        1 => Just("\r\nBcc: all@evil.example\r\n\r\n".to_owned()),
        1 => Just("\nX-Unsent: 0\rTo: x@evil.example".to_owned()),
        1 => Just("=?utf-8?q?=0D=0ABcc:_x?=".to_owned()),
        1 => Just("</title><script>alert(1)</script>\"><img src=x onerror=y>".to_owned()),
        1 => Just("\n.\nFrom me\n--boundary\n".to_owned()),
        1 => Just("\u{202e}\u{0}\u{1b}[31m\u{85}\u{2028}".to_owned()),
    ];
    proptest::collection::vec(pieces, 0..4).prop_map(|pieces| pieces.concat())
}

/// What a note's body is after those words were typed or copied into it.
fn letter(subject: &str, body: &str) -> String {
    format!("Subject: {}\n\nDear X,\n\n{body}\n\nRegards", subject.replace(['\r', '\n'], " "))
}

fn headers(mail: &str) -> Vec<&str> {
    let head = mail.split("\r\n\r\n").next().unwrap();
    head.split("\r\n").filter(|line| !line.starts_with(' ')).map(|line| line.split(':').next().unwrap()).collect()
}

/// Everything between `<` and `>`.
fn tags(page: &str) -> Vec<&str> {
    page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn words_stay_words(name in hostile(), subject in hostile(), body in hostile()) {
        let manuscript = manuscript::read(&letter(&subject, &body));
        let from = Mailbox { name: name.replace(char::is_control, ""), address: "me@own.example".to_owned() };
        let to = Mailbox { name: from.name.clone(), address: "you@their.example".to_owned() };

        let mail = eml(&manuscript, &from, &to);
        prop_assert!(mail.is_ascii() && mail.split("\r\n").all(|line| line.len() <= 80 && !line.contains(['\r', '\n'])));
        let expected =
            ["X-Unsent", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];
        prop_assert_eq!(headers(&mail), expected);
        let parsed = MessageParser::default().parse(mail.as_bytes()).unwrap();
        prop_assert_eq!(parsed.headers().len(), expected.len());
        prop_assert_eq!(parsed.parts.len(), 1);
        let addresses = parsed.to().unwrap();
        prop_assert_eq!(addresses.iter().count(), 1);
        prop_assert_eq!(addresses.first().unwrap().address(), Some("you@their.example"));
        prop_assert_eq!(parsed.from().unwrap().first().unwrap().address(), Some("me@own.example"));
        let subject_line = manuscript.subject.as_deref().unwrap_or_default();
        prop_assert_eq!(parsed.subject().unwrap_or_default(), subject_line);
        let read = parsed.body_text(0).unwrap().replace("\r\n", "\n");
        let plain = text(&manuscript);
        prop_assert!(plain.ends_with(&format!("{}\n", read.trim_end_matches('\n'))), "{read:?} of {plain:?}");

        let page = html(&manuscript, &subject, "", "A4");
        let allowed = ["p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "hr", "h1", "h2", "h3", "h4", "h5", "h6"];
        let (head, rest) = page.split_once("<main>").unwrap();
        prop_assert_eq!(tags(head).len(), 12, "{}", head);
        for tag in tags(rest) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap();
            prop_assert!(allowed.contains(&name) || ["main", "body", "html"].contains(&name), "<{}> in {}", tag, rest);
            let attribute = tag.split_once(' ').map_or("", |(_, attribute)| attribute);
            prop_assert!(attribute.is_empty() || attribute.starts_with("class=\"room") || attribute.starts_with("start=\""));
        }

        let link = mailto(&manuscript, &to);
        let link = link.strip_suffix('\n').unwrap();
        prop_assert!(link.starts_with("mailto:you@their.example?") && link.matches('?').count() == 1 && link.matches('&').count() <= 1);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic()));
    }
}

#[test]
fn the_checks_would_see_a_break() {
    assert_eq!(headers("To: a\r\nBcc: b\r\n\r\nx"), ["To", "Bcc"]);
    assert!(tags("<p>a<script>b</script></p>").contains(&"script"));
}
