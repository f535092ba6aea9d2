//! Patterns over paths: `Archive/**`, `**/20[0-9][0-9]/*.md`, `{Jobs,Firms}/**`.

/// A pattern over a whole path, its parts divided by `/`. `*` stands for any characters of one part, `?` for one, `[a-z]`
/// and `[!a-z]` for one of (or not of) those, `**` as a part of its own for any parts, none too, `{a,b}` for either, and
/// what follows `\` for itself. Case counts.
#[derive(Clone, Debug)]
pub struct Glob {
    /// Without braces: the path goes with one of these.
    choices: Vec<Vec<Part>>,
}

#[derive(Clone, Debug)]
enum Part {
    Parts,
    Name(Vec<Sign>),
}

#[derive(Clone, Debug)]
enum Sign {
    Slash,
    Any,
    One,
    Is(char),
    Among { ranges: Vec<(char, char)>, but: bool },
}

/// Braces multiply. Nobody writes more than a handful.
const MOST_CHOICES: usize = 1_000;

impl Glob {
    /// # Errors
    /// What is wrong with the pattern.
    pub fn new(pattern: &str) -> Result<Self, &'static str> {
        if pattern.len() > 1_000 {
            return Err("it is longer than 1000 characters");
        }
        Ok(Self { choices: choices(pattern)?.iter().map(|signs| parts(signs)).collect() })
    }

    /// Whether it stands for `path`, whose parts `/` divides.
    pub fn matches(&self, path: &str) -> bool {
        let is_any = |part: &Part| matches!(part, Part::Parts);
        self.choices.iter().any(|parts| fits(parts, path.split('/'), is_any, Part::matches))
    }
}

impl Part {
    fn matches(&self, name: &str) -> bool {
        match self {
            Self::Parts => true,
            Self::Name(signs) => fits(signs, name.chars(), |sign| matches!(sign, Sign::Any), Sign::matches),
        }
    }
}

impl Sign {
    fn matches(&self, found: char) -> bool {
        match self {
            Self::Slash => false,
            Self::Any | Self::One => true,
            Self::Is(wanted) => *wanted == found,
            Self::Among { ranges, but } => ranges.iter().any(|(from, to)| (*from..=*to).contains(&found)) != *but,
        }
    }
}

/// Whether `items` go with `pattern`, each with its own place, save that where `is_any` says so any number of them does.
/// Only the last such place is ever tried again, with one item more: what an earlier one could gain, that one can too.
fn fits<P, I: Iterator<Item: Copy> + Clone>(
    pattern: &[P],
    mut items: I,
    is_any: impl Fn(&P) -> bool,
    matches: impl Fn(&P, I::Item) -> bool,
) -> bool {
    let mut at = 0;
    let mut again = None;
    loop {
        while pattern.get(at).is_some_and(&is_any) {
            at += 1;
            again = Some((at, items.clone()));
        }
        match (pattern.get(at), items.next()) {
            (None, None) => return true,
            (Some(wanted), Some(found)) if matches(wanted, found) => at += 1,
            _ => {
                let Some((after, from)) = &mut again else { return false };
                if from.next().is_none() {
                    return false;
                }
                (at, items) = (*after, from.clone());
            }
        }
    }
}

/// A brace that is open.
struct Open {
    /// The choices as they were before it.
    before: Vec<Vec<Sign>>,
    /// Those that its commas have ended.
    ended: Vec<Vec<Sign>>,
}

/// The signs of the pattern, once for each way of choosing between what stands in braces.
fn choices(mut rest: &str) -> Result<Vec<Vec<Sign>>, &'static str> {
    let mut choices = vec![Vec::new()];
    let mut braces: Vec<Open> = Vec::new();
    while let Some((found, behind)) = next(rest) {
        rest = behind;
        match (found, braces.last_mut()) {
            ('{', _) => braces.push(Open { before: choices.clone(), ended: Vec::new() }),
            (',', Some(open)) => {
                open.ended.append(&mut choices);
                if open.ended.len() > MOST_CHOICES {
                    return Err("its braces leave too much to choose from");
                }
                choices.clone_from(&open.before);
            }
            ('}', open) => {
                choices.append(&mut open.ok_or("it has a } without a {")?.ended);
                braces.pop();
            }
            _ => {
                let sign;
                (sign, rest) = read(found, rest)?;
                for choice in &mut choices {
                    choice.push(sign.clone());
                }
            }
        }
    }
    if braces.is_empty() { Ok(choices) } else { Err("it has a { without a }") }
}

/// The sign that begins with `found`, and what follows it.
fn read(found: char, rest: &str) -> Result<(Sign, &str), &'static str> {
    let sign = match found {
        '/' => Sign::Slash,
        '*' => Sign::Any,
        '?' => Sign::One,
        '[' => return among(rest),
        '\\' => {
            let (itself, rest) = next(rest).ok_or("it ends with a backslash")?;
            return Ok((Sign::Is(itself), rest));
        }
        _ => Sign::Is(found),
    };
    Ok((sign, rest))
}

/// What one of `[…]` stands for, and what follows. The first sign may be a `]`.
fn among(text: &str) -> Result<(Sign, &str), &'static str> {
    let but = text.starts_with(['!', '^']);
    let text = &text[usize::from(but)..];
    let first = text.chars().next().map_or(0, char::len_utf8);
    let end = first + text[first..].find(']').ok_or("it has a [ without a ]")?;
    let mut ranges = Vec::new();
    let mut signs = &text[..end];
    while let Some((from, behind)) = next(signs) {
        let to = behind.strip_prefix('-').and_then(next);
        let (to, behind) = to.unwrap_or((from, behind));
        if to < from {
            return Err("between its brackets a range runs backwards");
        }
        ranges.push((from, to));
        signs = behind;
    }
    Ok((Sign::Among { ranges, but }, &text[end + 1..]))
}

fn next(text: &str) -> Option<(char, &str)> {
    let mut signs = text.chars();
    signs.next().map(|sign| (sign, signs.as_str()))
}

/// The signs between the slashes.
fn parts(signs: &[Sign]) -> Vec<Part> {
    let mut parts: Vec<Part> = signs
        .split(|sign| matches!(sign, Sign::Slash))
        .map(|name| if matches!(name, [Sign::Any, Sign::Any]) { Part::Parts } else { Part::Name(name.to_vec()) })
        .collect();
    // At the end it stands for what is below a folder, not for the folder.
    if matches!(parts.last(), Some(Part::Parts)) {
        parts.push(Part::Name(vec![Sign::Any]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_stands_for_whole_paths() {
        let table: &[(&str, &[&str], &[&str])] = &[
            ("**", &["a.md", "a/b.md"], &[]),
            ("*", &["a.md"], &["a/b.md"]),
            ("a/**", &["a/b", "a/b/c"], &["a", "ab", "b/a/c"]),
            ("**/a", &["a", "b/a", "b/c/a"], &["ba", "a/b"]),
            ("a/**/b", &["a/b", "a/x/b", "a/x/y/b", "a/b/b"], &["ab", "a/xb", "a/b/c"]),
            ("**/a/**/b/*", &["a/b/c", "x/a/b/a/y/b/z"], &["a/b", "a/c/d"]),
            ("a*b*c", &["abc", "axbxc", "abcbc"], &["ab", "abcd", "a/bc"]),
            ("a**b", &["ab", "axb"], &["a/b"]),
            ("?.md", &["a.md", "é.md"], &[".md", "ab.md", "/.md"]),
            ("[a-c]", &["a", "c"], &["d", "-", "ab"]),
            ("[!a-c]", &["d"], &["b", "/"]),
            ("[]x-]", &["]", "x", "-"], &["y"]),
            ("{a,b{c,d}}/{,x}y", &["a/y", "bc/y", "bd/xy"], &["b/y", "a/x"]),
            ("[{,]", &["{", ","], &["a"]),
            ("a,b", &["a,b"], &["a", "b"]),
            (r"\*\{", &["*{"], &["a{"]),
            ("Ä/**", &["Ä/b"], &["ä/b"]),
            ("", &[], &["a"]),
        ];
        for (pattern, fitting, others) in table {
            let glob = Glob::new(pattern).unwrap();
            let fits: Vec<_> = fitting.iter().chain(*others).filter(|path| glob.matches(path)).collect();
            assert_eq!(fits, fitting.iter().collect::<Vec<_>>(), "{pattern}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_said() {
        let many = "{a,b}".repeat(11);
        let long = "a".repeat(1_001);
        for (pattern, wrong) in [
            ("a[", "it has a [ without a ]"),
            ("[]", "it has a [ without a ]"),
            ("[b-a]", "between its brackets a range runs backwards"),
            ("{a,b", "it has a { without a }"),
            ("a}", "it has a } without a {"),
            ("a\\", "it ends with a backslash"),
            (&many, "its braces leave too much to choose from"),
            (&long, "it is longer than 1000 characters"),
        ] {
            assert_eq!(Glob::new(pattern).unwrap_err(), wrong, "{pattern}");
        }
    }
}
