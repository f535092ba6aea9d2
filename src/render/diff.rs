//! Two versions of a file as a unified diff, for `--diff`.

use std::ops::Range;

use super::flat;
use crate::text::escaped;

/// Lines shown around a difference.
const CONTEXT: usize = 3;

/// Above so many pairs of lines the shortest difference is not looked for: all of them go and come.
const PAIRS: usize = 4_000_000;

/// The difference between `old` and `new` of the file at `path`; `None` is no file. Empty where there is none.
pub fn unified(path: &str, old: Option<&str>, new: Option<&str>) -> String {
    let [before, after] = [old, new].map(|text| text.unwrap_or_default().split_inclusive('\n').collect::<Vec<_>>());
    let steps = steps(&before, &after);
    let side = |text: Option<&str>, letter| text.map_or("/dev/null".to_owned(), |_| format!("{letter}/{}", flat(path)));
    let hunks: String = hunks(&steps).into_iter().map(|hunk| written(&steps[hunk], &before, &after)).collect();
    if hunks.is_empty() && old.is_some() == new.is_some() {
        return String::new();
    }
    format!("--- {}\n+++ {}\n{hunks}", side(old, 'a'), side(new, 'b'))
}

/// One line of the way from the old text to the new one, by its place in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Keep(usize, usize),
    Drop(usize, usize),
    Add(usize, usize),
}

impl Step {
    fn is_change(self) -> bool {
        !matches!(self, Self::Keep(..))
    }

    fn places(self) -> (usize, usize) {
        match self {
            Self::Keep(old, new) | Self::Drop(old, new) | Self::Add(old, new) => (old, new),
        }
    }
}

fn steps(old: &[&str], new: &[&str]) -> Vec<Step> {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = rest.take_while(|(old, new)| old == new).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let longest = longest(&old[head..old_end], &new[head..new_end]);
    let mut steps: Vec<Step> = (0..head).map(|at| Step::Keep(at, at)).collect();
    let (mut from, mut to) = (head, head);
    while from < old_end || to < new_end {
        let width = new_end - head + 1;
        let common = |from: usize, to: usize| longest.get((from - head) * width + to - head).copied().unwrap_or(0);
        if from < old_end && to < new_end && old[from] == new[to] && !longest.is_empty() {
            steps.push(Step::Keep(from, to));
            (from, to) = (from + 1, to + 1);
        } else if from < old_end && (to == new_end || common(from + 1, to) >= common(from, to + 1)) {
            steps.push(Step::Drop(from, to));
            from += 1;
        } else {
            steps.push(Step::Add(from, to));
            to += 1;
        }
    }
    steps.extend((0..tail).map(|at| Step::Keep(old_end + at, new_end + at)));
    steps
}

/// For each pair of places the number of lines that both texts still have in common, row by row;
/// empty where there are too many.
fn longest(old: &[&str], new: &[&str]) -> Vec<u32> {
    let width = new.len() + 1;
    if old.len().saturating_mul(new.len()) > PAIRS {
        return Vec::new();
    }
    let mut table = vec![0; (old.len() + 1) * width];
    for from in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            let at = from * width + to;
            table[at] =
                if old[from] == new[to] { table[at + width + 1] + 1 } else { table[at + width].max(table[at + 1]) };
        }
    }
    table
}

/// Ranges of steps: each change with its context; those that touch are one.
fn hunks(steps: &[Step]) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    for (at, _) in steps.iter().enumerate().filter(|(_, step)| step.is_change()) {
        let range = at.saturating_sub(CONTEXT)..(at + CONTEXT + 1).min(steps.len());
        match hunks.last_mut() {
            Some(last) if range.start <= last.end => last.end = range.end,
            _ => hunks.push(range),
        }
    }
    hunks
}

fn written(hunk: &[Step], old: &[&str], new: &[&str]) -> String {
    let (from, to) = hunk.first().map_or((0, 0), |step| step.places());
    let dropped = hunk.iter().filter(|step| !matches!(step, Step::Add(..))).count();
    let added = hunk.iter().filter(|step| !matches!(step, Step::Drop(..))).count();
    // A side without a line is named by the line before it.
    let start = |at: usize, count: usize| if count == 0 { at } else { at + 1 };
    let mut text = format!("@@ -{},{dropped} +{},{added} @@\n", start(from, dropped), start(to, added));
    for step in hunk {
        let (sign, line) = match *step {
            Step::Keep(from, _) => (' ', old[from]),
            Step::Drop(from, _) => ('-', old[from]),
            Step::Add(_, to) => ('+', new[to]),
        };
        text.push(sign);
        text.push_str(&escaped(line.trim_end_matches('\n')));
        text.push('\n');
        if !line.ends_with('\n') {
            text.push_str("\\ No newline at end of file\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_shown_with_its_surroundings() {
        let old: String = (1..=12).map(|at| format!("line {at}\n")).collect();
        let new = old.replace("line 2\n", "second\n").replace("line 11\n", "");
        let expected = "--- a/A.md\n+++ b/A.md\n@@ -1,5 +1,5 @@\n line 1\n-line 2\n+second\n line 3\n line 4\n line 5\n\
                        @@ -8,5 +8,4 @@\n line 8\n line 9\n line 10\n-line 11\n line 12\n";
        assert_eq!(unified("A.md", Some(&old), Some(&new)), expected);
    }

    #[test]
    fn what_comes_goes_or_stays() {
        for (old, new, expected) in [
            (None, Some("a\n"), "--- /dev/null\n+++ b/A.md\n@@ -0,0 +1,1 @@\n+a\n"),
            (Some("a\n"), None, "--- a/A.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n"),
            (Some("a\n"), Some("a\n"), ""),
            (None, None, ""),
            (Some("a"), Some("a\n"), "--- a/A.md\n+++ b/A.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"),
            (Some("\u{1b}\n"), Some(""), "--- a/A.md\n+++ b/A.md\n@@ -1,1 +0,0 @@\n-\\u{1b}\n"),
        ] {
            assert_eq!(unified("A.md", old, new), expected, "{old:?} {new:?}");
        }
    }

    #[test]
    fn the_new_text_follows_from_the_old_one_and_the_difference() {
        let texts = ["", "a\n", "a\nb\nc\n", "c\nb\na\n", "a\nx\nb\ny\nc\n", "b\nb\na\nb\n", "x\ny\n"];
        for old in texts {
            for new in texts {
                let [before, after] = [old, new].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
                let steps = steps(&before, &after);
                let kept = steps.iter().filter_map(|step| match *step {
                    Step::Keep(from, _) => Some(before[from]),
                    Step::Add(_, to) => Some(after[to]),
                    Step::Drop(..) => None,
                });
                assert_eq!(kept.collect::<String>(), new, "{old:?}");
                assert_eq!(steps.iter().filter(|step| !matches!(step, Step::Add(..))).count(), before.len());
            }
        }
    }
}
