//! A page of the documents as what it asks for: commands with what they print, files, edits, days.
//!
//! Comments that no reader sees say what a page cannot show. Before the block that they are about stand
//!
//! - `<!-- file: PATH -->`: the block is that file, whole;
//! - `<!-- edit: PATH -->`: a `diff` block is a change of that file, whose old lines stand there exactly once;
//! - `<!-- types: ONE | TWO -->`: what somebody types while the `console` block runs;
//! - `<!-- not run: REASON -->`: the block is left as it is.
//!
//! And by themselves `<!-- today: DATE -->`, from here on; `<!-- ticks: WORDS -->`, the only box of the agenda in a line with
//! these words; `<!-- run: COMMAND -->`, which must go well; `<!-- brings: FOLDER -->`, one of the repository to work with.

/// One thing that a page asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step<'p> {
    /// Words that are only read.
    Words(&'p str),
    /// It is that day.
    Today(&'p str),
    /// A box of the agenda is ticked.
    Ticks(&'p str),
    /// A command without a word on the page.
    Run(&'p str),
    /// A folder of the repository is copied.
    Brings(&'p str),
    /// A file has this text.
    File(&'p str, String),
    /// In a file, these lines are replaced by those.
    Edit(&'p str, String, String),
    /// Commands, and what is typed while they run. What they print is made anew.
    Console(Vec<&'p str>, Vec<&'p str>),
    /// Commands without what they print.
    Commands(Vec<&'p str>),
}

/// The steps of a page, in order, each with its lines: put together, they are the page. Or a word on what cannot be meant.
pub(super) fn steps(page: &str) -> Result<Vec<(Step<'_>, Vec<&str>)>, String> {
    let mut steps = Vec::new();
    let mut lines = page.split('\n');
    let mut said: Option<(&str, &str)> = None;
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let fence = &line[..line.len() - line.trim_start_matches('`').len()];
            let block: Vec<_> = lines.by_ref().take_while(|line| *line != fence).collect();
            let step = of_block(language.trim_start_matches('`'), said.take(), &block)?;
            let is_console = matches!(step, Step::Console(..));
            let kept = if is_console { Vec::new() } else { block };
            steps.push((Step::Words(""), vec![line]));
            steps.push((step, kept));
            steps.push((Step::Words(""), vec![fence]));
            continue;
        }
        let comment = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->"));
        let step = match comment.and_then(|comment| comment.split_once(": ")) {
            Some(("today", day)) => Step::Today(day),
            Some(("ticks", words)) => Step::Ticks(words),
            Some(("run", command)) => Step::Run(command),
            Some(("brings", folder)) => Step::Brings(folder),
            Some(about @ ("file" | "edit" | "types" | "not run", _)) => {
                said = Some(about);
                Step::Words(line)
            }
            _ if line.trim().is_empty() => Step::Words(line),
            _ if said.is_some() => return Err(format!("no block follows the comment before {line:?}")),
            _ => Step::Words(line),
        };
        steps.push((step, vec![line]));
    }
    Ok(steps)
}

fn of_block<'p>(language: &'p str, said: Option<(&str, &'p str)>, block: &[&'p str]) -> Result<Step<'p>, String> {
    let commands = || block.iter().filter_map(|line| line.strip_prefix("$ ")).collect::<Vec<_>>();
    let text = |kept: &[char]| {
        let lines = block.iter().filter_map(|line| line.strip_prefix(kept).or(line.is_empty().then_some("")));
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    match (said, language) {
        (Some(("not run", _)), _) => Ok(Step::Words(language)),
        (Some(("file", path)), _) => Ok(Step::File(path, block.join("\n") + "\n")),
        (Some(("edit", path)), "diff") => Ok(Step::Edit(path, text(&[' ', '-']), text(&[' ', '+']))),
        (Some(("types", typed)), "console") => Ok(Step::Console(commands(), typed.split('|').map(str::trim).collect())),
        (None, "console") => Ok(Step::Console(commands(), Vec::new())),
        (Some((said, _)), _) => Err(format!("`{said}` before a block of {language:?}")),
        (None, "sh") => Ok(Step::Commands(block.to_vec())),
        (None, _) if !commands().is_empty() => Err(format!("commands in a block that is no `console`: {:?}", block[0])),
        (None, _) => Ok(Step::Words(language)),
    }
}

#[test]
fn a_page_is_read_as_what_it_asks_for() {
    let page = "\
# Day

<!-- today: 2026-05-04 -->
<!-- types: y |  | two words -->

```console
$ vault a
gone
$ vault b
```
<!-- edit: A.md -->
```diff
 one
-two
+three

```
<!-- not run: it asks the network -->
```console
$ fetch
```
";
    let read = steps(page).unwrap();
    let told: Vec<_> = read.iter().map(|(step, _)| step).filter(|step| !matches!(step, Step::Words(_))).collect();
    assert_eq!(
        told,
        [
            &Step::Today("2026-05-04"),
            &Step::Console(vec!["vault a", "vault b"], vec!["y", "", "two words"]),
            &Step::Edit("A.md", "one\ntwo\n\n".to_owned(), "one\nthree\n\n".to_owned()),
        ]
    );
    let lines: Vec<_> = read.into_iter().flat_map(|(_, lines)| lines).collect();
    assert_eq!(lines.join("\n"), page.replace("$ vault a\ngone\n$ vault b\n", ""));
    for wrong in ["```text\n$ vault a\n```\n", "<!-- edit: A.md -->\nWords\n", "<!-- types: y -->\n```text\na\n```\n"] {
        steps(wrong).unwrap_err();
    }
}
