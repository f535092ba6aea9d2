//! What every reading of several notes is held to: what was supposed of the others while it was not yet known does not
//! show, and a note that is taken in as it was changes nothing. The fuzzer runs this same file.

use interview_vault::model::{Config, Vault};
use interview_vault::parse::{Changed, Found, Names, Reading, Rest, Stretch};
use interview_vault::text::{SourceFile, Unread, Why};

/// Where the notes lie, in order. Two have one name.
pub(crate) const PATHS: [&str; 6] = ["A/Kiln.md", "B/Kiln.md", "Ida Voss.md", "Kiln 1.md", "Loom.md", "Una Berg.md"];

/// Reads notes of these texts. Two bits of `lies` for each note say whether it can be read, is gone by the time it is
/// opened, or is not readable. Panics where a law is broken.
pub(crate) fn hold(texts: [&str; PATHS.len()], lies: u16) {
    let lie = |at: usize| lies >> (2 * at) & 3;
    let all: Vec<SourceFile> = PATHS.iter().zip(texts).map(|(path, text)| SourceFile::new(*path, text)).collect();
    let there: Vec<(usize, &SourceFile)> = all.iter().enumerate().filter(|(at, _)| lie(*at) < 2).collect();
    let files: Vec<SourceFile> = there.iter().map(|(_, file)| (*file).clone()).collect();
    let unread: Vec<Unread> = (0..PATHS.len()).filter(|at| lie(*at) == 3).map(|at| unreadable(PATHS[at])).collect();
    let found = Found { files: &files, unread: &unread, complete: true };
    let (mut vault, mut reading) = Reading::new(found, Config::default());
    let expected = told(&vault, &reading);

    let names = Names::of(all.iter().map(SourceFile::shared_path));
    let (first, second) = there.split_at(there.len() / 2);
    let mut stretch = Stretch::read(first.iter().copied(), &names);
    stretch.append(Stretch::read(second.iter().copied(), &names));
    let source = |path: &str| files.iter().find(|file| file.path() == path);
    let rest = Rest { unread: &unread, complete: true, source: &source };
    let (one_pass, its_reading) = Reading::of(stretch, names, rest, Config::default());
    assert_eq!(told(&one_pass, &its_reading), expected, "where names are lost");

    for file in &files {
        let changed = Changed { files: std::slice::from_ref(file), gone: &[], source: &source };
        let _ = reading.take_in(&changed, &mut vault, &mut |_, _, _| ());
        assert_eq!(told(&vault, &reading), expected, "once all are known, {} again", file.path());
    }
}

fn unreadable(path: &str) -> Unread {
    let (message, help) = ("it cannot be read".to_owned(), "mend it".to_owned());
    Unread { path: path.to_owned(), why: Why::Unreadable, message, help }
}

fn told(vault: &Vault, reading: &Reading) -> String {
    format!("{vault:#?}{:#?}", reading.diagnostics())
}
