//! `include` and `ignore` mean what ripgrep's own globs mean.

use globset::GlobBuilder;
use interview_vault::disk::Selection;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, max_global_rejects: 100_000, ..ProptestConfig::default() })]
    #[test]
    fn a_glob_stands_for_the_paths_it_does_elsewhere(
        pattern in vec(select(vec!["a", "b", "/", "/", "/**/", "*", "?", "[ab]", "[!a]", "{a,b*}", "{a/b,?{b,/a}}"]), 1..7),
        start in select(vec!["", "**/", "a/**/"]),
        end in select(vec!["", "/**", "*"]),
        path in vec(select(vec!["a", "b", "ab", "ba", "aab"]), 1..5),
    ) {
        let pattern = format!("{start}{}{end}", pattern.concat());
        let pattern = pattern.trim_matches('/');
        let path = path.join("/");
        // Beside other signs, two stars are odd everywhere.
        prop_assume!(pattern.split('/').all(|part| part == "**" || !part.contains("**")));
        // Theirs lets `[!a]` stand for a slash; here nothing but `**` does.
        let theirs = GlobBuilder::new(&pattern.replace("[!a]", "[!a/]")).literal_separator(true).build().unwrap().compile_matcher();
        let ours = Selection::new(&[pattern.to_owned()], &[], "").unwrap();
        prop_assert_eq!(ours.has(&path), theirs.is_match(&path), "{} {}", pattern, path);
    }

    #[test]
    fn any_text_is_a_glob_or_is_not(pattern in r"[ab/*?\[\]!{},\\-]{0,20}", path in "[ab/]{0,20}") {
        if let Ok(selection) = Selection::new(&[pattern], &[], "") {
            selection.has(&path);
        }
    }
}
