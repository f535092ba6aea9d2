//! The page: what is on it, and when there is none.

use interview_vault::cli::Exit;
use interview_vault::manuscript;
use interview_vault::page::{Fault, Paper, Print, overflow, pdf};

use super::{EMAIL, export, with_letter};

const PRINT: Print<'_> = Print { paper: Paper::A4, title: "A letter", author: "Rosa Lind" };

fn lines(count: usize) -> String {
    (1..=count).map(|line| format!("line {line}\n")).collect()
}

#[test]
fn the_same_letter_gives_the_same_page() {
    let letter = manuscript::read(EMAIL);
    let page = pdf(&letter, &PRINT).unwrap();
    assert_eq!(pdf(&letter, &PRINT).unwrap(), page);
    assert_ne!(pdf(&letter, &Print { paper: Paper::Letter, ..PRINT }).unwrap(), page);
    let text = String::from_utf8_lossy(&page);
    assert!(text.starts_with("%PDF-1.7"));
    for part in ["/Lang", "/StructTreeRoot", "LibertinusSerif", "/ToUnicode", "A letter", "Rosa Lind"] {
        assert!(text.contains(part), "{part}");
    }
    for part in ["CreationDate", "ModDate", "/JavaScript", "/URI"] {
        assert!(!text.contains(part), "{part}");
    }
}

#[test]
fn what_goes_over_the_page_is_counted_in_lines() {
    let fits = (1..100).take_while(|count| overflow(&manuscript::read(&lines(*count)), Paper::A4) == 0).last().unwrap();
    assert!((40..60).contains(&fits), "{fits}");
    for more in [1, 2, 30] {
        let long = manuscript::read(&lines(fits + more));
        assert_eq!(overflow(&long, Paper::A4), more);
        assert_eq!(pdf(&long, &PRINT), Err(Fault::Overflow(more)));
    }
    assert!(overflow(&manuscript::read(&lines(fits)), Paper::Letter) > 0, "a US letter is shorter");
    assert_eq!(overflow(&manuscript::read(""), Paper::A4), 0);
    let wide = manuscript::read(&"wort ".repeat(3000));
    assert!(overflow(&wide, Paper::A4) > 100);
}

#[test]
fn a_page_is_written_or_it_is_said_why_not() {
    let vault = with_letter("thank-you-email", EMAIL);
    let ran = export(&vault, &["--to", "pdf", "--dry-run"]).fine();
    assert_eq!(ran.out, "would write letter.pdf\n");
    let vault = with_letter("thank-you-email", &format!("{EMAIL}\n\n{}", lines(60)));
    let ran = export(&vault, &["--to", "pdf", "--anyway"]).ended(Exit::Findings);
    assert!(ran.err.contains("outgrows its page by ") && ran.err.contains(" lines"), "{ran:?}");
    let vault = with_letter("thank-you-email", &EMAIL.replace("the tour", "日本, 日 and \u{5e9}"));
    let ran = export(&vault, &["--to", "pdf"]).ended(Exit::Findings);
    assert!(ran.err.contains("日 (U+65E5), 本 (U+672C), \u{5e9} (U+05E9)"), "{ran:?}");
    assert!(!vault.root().join("letter.pdf").exists());
}

#[test]
fn everything_a_letter_can_have_finds_its_place() {
    let body = "# One\n\n> said **so**\n> - and *so*\n\n1. a\n\n   b\n2.\n3. c\n   - d\n\n***\n\n######\n\n-\n\nÆØÅ Ὅμηρος Љубав e\u{301} soft\u{ad}hyphen zero\u{200b}width";
    let page = pdf(&manuscript::read(body), &PRINT);
    assert!(page.is_ok(), "{page:?}");
    let deep = manuscript::read(&format!("{} deep {}", "> ".repeat(40), "- ".repeat(40)));
    assert!(pdf(&deep, &PRINT).is_ok());
    assert!(pdf(&manuscript::read(""), &PRINT).is_ok());
}
