//! `Pipeline.md`: what the picture and the tables say, whose file it is, and that no words break out of it.
//! That a browser draws it is seen to by `tests/browser/`.

use interview_vault::cli::Exit;
use interview_vault::render::{self, pipeline::Rows};
use interview_vault::status::Pipeline;

use crate::desk::TestVault;
use crate::notes::Notes;

fn page(notes: &Notes) -> String {
    let looked = notes.look();
    render::pipeline::markdown(&Pipeline::new(&looked.vault, looked.today), &looked.vault, &Rows::default())
}

fn company(status: &str) -> String {
    format!("---\ntype: company\nposition: Cook\nstatus: {status}\n---\n")
}

fn round(company: &str, date: &str, more: &str) -> String {
    format!("---\ntype: round\ncompany: \"[[{company}]]\"\ninterview_date: {date}\n{more}---\n")
}

#[test]
fn every_application_stands_in_its_stage_its_days_and_a_row() {
    let notes = Notes::new("2025-03-05")
        .note("Kestrel.md", &company("applied"))
        .note("Marsh.md", &company("interviewing"))
        .note("Quay.md", &company("waiting"))
        .note("Slate.md", &company("rejected\ndecided_on: 2025-03-04\nlesson: ask sooner"))
        .note("Ann Lee.md", "---\ntype: interviewer\n---\n")
        .note(
            "q1.md",
            &round("Quay", "2025-03-03", "state: held\ninterviewers: [\"[[Ann Lee]]\", Bo]\nhear_by: 2025-03-10\n"),
        )
        .note("m1.md", &round("Marsh", "2025-03-07", "state: planned\n"));
    let page = page(&notes);
    for part in [
        "3 applications open, 1 over.",
        "    applied[\"Applied · 1<br/>Kestrel\"]",
        "    planned[\"Interview ahead · 1<br/>Marsh\"]",
        "    waiting[\"Waiting for news · 1<br/>Quay\"]",
        "    waiting -.-> rejected\n",
        "    class offer,accepted empty\n",
        "    section Marsh\n    Round 1 :milestone, 2025-03-07, 0d\n",
        "    section Quay\n    Round 1 :milestone, 2025-03-03, 0d\n    Their answer :active, 2025-03-03, 2025-03-10\n",
        "| [[Kestrel]] | Cook | Applied |  |  |  |  |\n",
        "| [[Marsh]] | Cook | Interview ahead |  | [[m1\\|round 1]], Fri 7 Mar 2025 |  |  |\n",
        "| [[Quay]] | Cook | Waiting for news | [[q1\\|round 1]], Mon 3 Mar 2025 | Their answer by Mon 10 Mar 2025 | Mon 10 Mar 2025 | [[Ann Lee]], Bo |\n",
        "| [[Slate]] | Cook | Rejected, Tue 4 Mar 2025 |  | ask sooner |\n",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("section Kestrel"), "without a day there is nothing to draw: {page}");
    assert_eq!(page.matches("```").count(), 4);
}

#[test]
fn what_they_said_of_their_answer_is_told_apart() {
    for (more, cell) in [
        ("hear_by: declined\n", "| they would not say |"),
        ("hear_by: missed\n", "| not asked |"),
        ("hear_by_said: next | week\n", "| “next \\| week” |"),
        ("", "| no day known |  |"),
    ] {
        let held = format!("state: held\ninterviewers: [Bo]\n{more}");
        let notes = Notes::new("2025-03-05").note("Quay.md", &company("waiting"));
        let page = page(&notes.note("q1.md", &round("Quay", "2025-03-03", &held)));
        assert!(page.contains(cell), "{more}: {page}");
    }
}

#[test]
fn the_day_alone_changes_nothing() {
    let page = |today| page(&Notes::sound(today));
    assert_eq!(page("2025-03-06"), page("2025-03-07"));
}

#[test]
fn nothing_to_show_is_said() {
    let page = page(&Notes::new("2025-03-05"));
    assert_eq!(page, "# Pipeline\n\nNo application yet. `vault new company NAME` starts one.\n");
}

#[test]
fn many_applications_are_drawn_in_part_and_listed_in_full() {
    let notes = (10..70).fold(Notes::new("2025-03-05"), |notes, at| {
        let name = format!("Firm {at}");
        notes
            .note(&format!("{name}.md"), &company("waiting"))
            .note(&format!("r{at}.md"), &round(&name, "2025-03-03", "state: held\ninterviewers: [Bo]\n"))
    });
    let page = page(&notes);
    assert!(
        page.contains("<br/>Firm 17<br/>and 52 more\"]") && page.contains("The 15 that come next, of 60."),
        "{page}"
    );
    assert_eq!(page.matches("    section ").count(), 15);
    assert_eq!(page.matches("| [[Firm ").count(), 60);
}

/// What may stand in a name in a picture: letters, digits, blanks, and the signs of a code.
fn is_harmless(words: &str) -> bool {
    words.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '#' | ';'))
}

/// The lines of a page that words broke out of: a name with signs of its own in a picture, a row with more cells than
/// its head, code or markup in a cell.
fn broken(page: &str) -> Vec<&str> {
    let (mut is_picture, mut cells) = (false, 0);
    let mut is_broken = |line: &str| {
        if line.starts_with("```") {
            is_picture = !is_picture;
            return !matches!(line, "```" | "```mermaid");
        }
        if is_picture {
            let name = line.strip_prefix("    section ").or_else(|| line.split_once("[\"")?.1.strip_suffix("\"]"));
            return name.is_some_and(|name| !is_harmless(&name.replace("<br/>", " ").replace(" · ", " ")));
        }
        let plain = ["\\|", "\\<", "\\`", "\\~", "\\%", "\\{"]
            .iter()
            .fold(line.to_owned(), |line, sign| line.replace(sign, ""));
        let bars = plain.matches('|').count();
        let is_row = bars > 0 && cells > 0;
        cells = if bars == 0 {
            0
        } else if cells == 0 {
            bars
        } else {
            cells
        };
        (is_row && bars != cells) || ["%%", "{{", "<", "`"].iter().any(|sign| plain.contains(sign))
    };
    page.lines().filter(|line| is_broken(line)).collect()
}

#[test]
fn no_words_break_out_of_the_picture_or_the_table() {
    for words in [
        "%%{init: {}}%%",
        "\"] --> x[\"",
        "a; b",
        "#quot;",
        "``` x",
        "<img src=x onerror=x>",
        "click x href y",
        "a : milestone, 2025-01-01, 1d",
        "%% vault: end 1-00 %%",
        "x | y",
        "{{x}} <% y %>",
        "~~~",
        "$$x$$",
        "\u{202e}x",
    ] {
        let quoted = serde_json::to_string(words).unwrap();
        let link = serde_json::to_string(&format!("[[{words}]]")).unwrap();
        let held = format!("state: held\ninterviewers: [{quoted}]\nhear_by_said: {quoted}\n");
        let of = |company: &str| round("Quay", "2025-03-03", &held).replace("\"[[Quay]]\"", company);
        let over = format!("---\ntype: company\nposition: {quoted}\nlesson: {quoted}\nstatus: closed\n---\n");
        let notes = Notes::new("2025-03-05")
            .note(&format!("{words}.md"), &format!("---\ntype: company\nposition: {quoted}\n---\n"))
            .note("Quay.md", &over)
            .note("r1.md", &of(&link))
            .note("r2.md", &of("\"[[Quay]]\""));
        let page = page(&notes);
        assert_eq!(broken(&page), Vec::<&str>::new(), "{words}: {page}");
        assert!(page.contains("1 application open, 1 over."), "{page}");
    }
}

/// The control: what would be wrong is seen.
#[test]
fn words_that_break_out_are_seen() {
    let page = "```mermaid\n    section a : b\n    x[\"a\"]; y\"]\n```\n| a | b |\n| - | - |\n| a | b | c |\n| <b> | `c` |\n%% x\n";
    assert_eq!(broken(page).len(), 5, "{:?}", broken(page));
}

#[test]
fn the_file_keeps_what_is_written_around_it_and_is_left_where_it_was_changed() {
    let vault = TestVault::sound();
    vault.run(&["build"]).fine();
    let made = vault.read("Pipeline.md");
    let around = format!("mine above\n\n{made}\nmine below\n");
    let vault = vault.note("Pipeline.md", &around).note("Companies/Kestrel.md", &company("applied"));
    vault.run(&["build"]).fine();
    let text = vault.read("Pipeline.md");
    assert!(text.starts_with("mine above\n\n%% vault: begin") && text.ends_with("%%\n\nmine below\n"), "{text}");
    assert!(text.contains("Kestrel"), "{text}");
    let changed = text.replace("# Pipeline", "# My pipeline");
    let vault = vault.note("Pipeline.md", &changed).note("Companies/Marsh.md", &company("applied"));
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(ran.err.contains("Pipeline.md was changed by hand"), "{ran:?}");
    assert_eq!(vault.read("Pipeline.md"), changed);
    vault.run(&["build", "--force"]).fine();
    assert!(vault.read("Pipeline.md").contains("Marsh"));
}

#[test]
fn a_note_of_ones_own_is_left_and_the_setting_is_named() {
    let vault = TestVault::sound().note("Pipeline.md", "# Oil\n");
    let ran = vault.run(&["build"]).ended(Exit::Findings);
    assert!(ran.err.contains("`pipeline` under `[folders]`"), "{ran:?}");
    assert_eq!(vault.read("Pipeline.md"), "# Oil\n");
    let vault = vault.note("vault.toml", "[folders]\npipeline = \"Search/Board.md\"\n");
    vault.run(&["build"]).fine();
    assert!(vault.read("Search/Board.md").contains("## Stages"));
}
