//! What is written is read back, and the candidate's own words survive.

use super::*;

const BODY: &str =
    "# Wednesday 5 March 2025\n\n## Today\n- [ ] Thank [[Priya Rao]] · draft ^a1b2c3d4\n- [ ] Post it ^00ff00ff\n";

fn memory() -> BTreeSet<String> {
    ["Letters/a | 100%.md", "Letters/b.md"].map(str::to_owned).into()
}

fn agenda(body: &str, written: &BTreeSet<String>) -> String {
    created(File::Agenda, body, written)
}

fn ours(text: &str) -> Ours {
    match read(Some(text)) {
        Standing::Ours(ours) => ours,
        other => panic!("{other:?}\n{text}"),
    }
}

#[test]
fn a_region_is_read_back_as_it_was_written() {
    let text = agenda(BODY, &memory());
    let found = ours(&text);
    assert!(found.untouched && !found.conflicted);
    assert_eq!(found.written, memory());
    assert_eq!(found.ticks, []);
    assert_eq!((found.before.as_str(), found.after.as_str()), ("", ""));
    assert_eq!(found.rebuilt(File::Agenda, BODY, &memory()), text);
    assert_eq!(text.matches("%%").count(), 4, "two comments, whatever the paths: {text}");
}

#[test]
fn the_candidates_words_around_it_survive_byte_for_byte() {
    for (before, after) in [
        ("\u{feff}", ""),
        ("\u{feff}---\r\ntags: [a]\r\n---\r\nmine\r\n\r\n", "\r\n- [ ] mine ^a1b2c3d4\r\nno last line end"),
        ("mine\n\n", "%% vault: begin of my own notes\nmine\n"),
        ("<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> other\n", "\n"),
        ("", "Title\n=======\n\n\n<<<<<<< HEAD\nmine\n||||||| base\n=======\nyours\n>>>>>>> other\n"),
    ] {
        for crlf in [false, true] {
            let region = agenda(BODY, &memory());
            let region = if crlf { region.replace('\n', "\r\n") } else { region };
            let text = format!("{before}{region}{after}");
            let found = ours(&text);
            assert!(found.untouched, "{text:?}");
            assert_eq!((found.before.as_str(), found.after.as_str()), (before, after));
            assert_eq!(found.rebuilt(File::Agenda, BODY, &memory()), text);
        }
    }
}

#[test]
fn a_ticked_box_is_no_change_and_anything_else_is() {
    let text = agenda(BODY, &memory());
    let ticked = text.replace("- [ ] Thank [[Priya Rao]] · draft", "- [x] Thank [[Priya Rao]] · draft ✅ 2025-03-05");
    let found = ours(&ticked);
    assert!(found.untouched);
    let day = "2025-03-05".parse().ok();
    let words = "Thank [[Priya Rao]] · draft".to_owned();
    assert_eq!(found.ticks, [Tick { id: "a1b2c3d4".to_owned(), mark: 'x', done_on: day, words, why: None }]);
    let twice = ticked.replace("## Today", "- [-] Thank [[Priya Rao]] ^a1b2c3d4\n## Today");
    assert_eq!(ours(&twice).ticks.iter().map(|tick| tick.mark).collect::<String>(), "-");

    let changed = ticked.replace("## Today", "## Today\n- my own line");
    assert!(!ours(&changed).untouched);
    assert_eq!(ours(&changed).ticks, found.ticks);
}

#[test]
fn a_file_of_the_candidates_own_is_left_alone() {
    for (text, expected) in [
        ("# My plans\n".to_owned(), Foreign::NoRegion),
        ("%% vault: begin %%\nmine\n".to_owned(), Foreign::NoEnd),
        ("%% vault: begin %%\n%% vault: end %%\n".to_owned(), Foreign::NoFingerprint),
        (agenda(BODY, &memory()).replace("end 1-", "end 2-"), Foreign::NoFingerprint),
        ("%% vault: end 1-0011223344556677 %%\n".to_owned(), Foreign::NoRegion),
    ] {
        assert_eq!(read(Some(&text)), Standing::Foreign(expected), "{text}");
        assert!(expected.message("Agenda.md", File::Agenda).contains("`agenda` under `[folders]`"));
    }
    for nothing in [None, Some(""), Some("\u{feff}\n  \r\n")] {
        assert_eq!(read(nothing), Standing::Missing);
    }
}

#[test]
fn of_a_merge_in_conflict_every_tick_and_every_memory_is_kept() {
    let mine = agenda(&BODY.replace("[ ] Thank", "[x] Thank"), &["a.md".to_owned()].into());
    let yours = agenda(&BODY.replace("[ ] Post", "[x] Post"), &["b.md".to_owned()].into());
    let whole = format!("mine\n<<<<<<< HEAD\n{mine}=======\n{yours}>>>>>>> other\nmine too\n");
    let split = |at: &str, text: &str| text.split_once(at).map(|(a, b)| (a.to_owned(), format!("{at}{b}"))).unwrap();
    let (head, my_rest) = split("## Today", &mine);
    let (_, your_rest) = split("## Today", &yours);
    let inner = format!("mine\n{head}<<<<<<< HEAD\n{my_rest}=======\n{your_rest}>>>>>>> other\nmine too\n");
    for text in [whole, inner] {
        let found = ours(&text);
        assert!(found.conflicted && !found.untouched, "{text}");
        let ids: Vec<&str> = found.ticks.iter().map(|tick| tick.id.as_str()).collect();
        assert_eq!(ids, ["a1b2c3d4", "00ff00ff"]);
        assert_eq!(found.written, ["a.md".to_owned(), "b.md".to_owned()].into());
        let rebuilt = found.rebuilt(File::Agenda, BODY, &found.written);
        assert_eq!(rebuilt, format!("mine\n{}mine too\n", agenda(BODY, &found.written)));
    }
}

#[test]
fn own_words_in_conflict_with_the_region_are_kept_in_both_versions() {
    let region = agenda(BODY, &memory());
    let text = format!("<<<<<<< HEAD\n{region}mine\n=======\n{region}yours\n>>>>>>> other\nboth\n");
    let rebuilt = ours(&text).rebuilt(File::Agenda, BODY, &memory());
    assert_eq!(rebuilt, format!("{region}<<<<<<<\nmine\nboth\n=======\nyours\nboth\n>>>>>>>\n"));
    assert_eq!(ours(&rebuilt).rebuilt(File::Agenda, BODY, &memory()), rebuilt);
}

#[test]
fn a_tick_can_be_taken_back() {
    let text = created(File::Agenda, BODY, &memory()).replace('\n', "\r\n");
    let ticked = text.replace("[ ] Post it", "[x] Post it ✅ 2025-03-05").replace("[ ] Thank", "[-] Thank");
    let (thanks, post) = ("a1b2c3d4".to_owned(), "00ff00ff".to_owned());
    assert_eq!(emptied(&ticked, &[thanks.clone(), post]), text);
    assert_eq!(emptied(&ticked, &[thanks]), text.replace("[ ] Post it", "[x] Post it ✅ 2025-03-05"));
    assert_eq!(emptied(&ticked, &[]), ticked);
}
