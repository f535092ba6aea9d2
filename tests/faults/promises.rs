//! The page on safety names a test for each promise, and there is such a test.

use std::fs;
use std::path::Path;

#[test]
fn every_promise_names_a_test_that_there_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/safety.md")).unwrap();
    let promises =
        page.lines().filter(|line| line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit()));
    let mut count = 0;
    for promise in promises {
        count += 1;
        let mut tests = 0;
        for link in promise.split("](../").skip(1) {
            let path = link.split(')').next().unwrap();
            let code = fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            for name in link.split('`').skip(1).step_by(2) {
                assert!(code.contains(&format!("fn {name}(")), "{path} has no test `{name}`");
                tests += 1;
            }
        }
        assert!(tests > 0, "no test is named: {promise}");
    }
    assert_eq!(count, 13, "one line for each promise");
}
