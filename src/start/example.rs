//! The invented search of `example-vault/`, its days moved to around today.

use chrono::{NaiveDate, TimeDelta};

use super::moved::moved;

/// The day on which the invented search stands in `example-vault/`: a Thursday.
pub const REFERENCE: NaiveDate = match NaiveDate::from_ymd_opt(2026, 3, 12) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A file of `example-vault/`, by its path there.
macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../example-vault/", $path)))),*]
    };
}

const FILES: &[(&str, &str)] = files![
    "Arkwell 30-60-90 plan.md",
    "Companies/Amber Line.md",
    "Companies/Arkwell Conservatory.md",
    "Companies/Gullhaven Festival.md",
    "Companies/Lyrebird Pianos.md",
    "Companies/Museum of Made Sound.md",
    "Contacts/Fergus Ballantine.md",
    "Contacts/Leopold Varga.md",
    "Interviewers/Agnes Dunmore.md",
    "Interviewers/Bertrand Quayle.md",
    "Interviewers/Casimir Ostrow.md",
    "Interviewers/Delphine Abara.md",
    "Interviewers/Hester Calloway.md",
    "Interviewers/Imogen Fairweather.md",
    "Interviewers/Ione Brathwaite.md",
    "Interviewers/Ottilie Verrall.md",
    "Interviewers/Rufus Adeyemi.md",
    "Interviewers/Sunniva Holmqvist.md",
    "Letters/2026-02-26 Agnes Dunmore thank-you-email.md",
    "Me.md",
    "Reading list.md",
    "Rounds/2026-02-24 Gullhaven Festival.md",
    "Rounds/2026-02-26 Museum of Made Sound.md",
    "Rounds/2026-03-02 Lyrebird Pianos.md",
    "Rounds/2026-03-03 Arkwell Conservatory.md",
    "Rounds/2026-03-05 Amber Line.md",
    "Rounds/2026-03-11 Lyrebird Pianos.md",
    "Rounds/2026-03-13 Arkwell Conservatory.md",
    "Testimonials/Dorothea Vane.md",
    "Testimonials/Marcus Oyelaran.md",
    "vault.toml",
];

/// The day that the example shows when today is `today`: the last Thursday, today included, so that what has
/// happened lies in the past.
pub fn example_day(today: NaiveDate) -> NaiveDate {
    REFERENCE.checked_add_signed(TimeDelta::weeks(weeks(today))).unwrap_or(REFERENCE)
}

/// Its files by path, with their days moved by whole weeks, so that what stands on [`REFERENCE`] stands on
/// [`example_day`].
pub fn example(today: NaiveDate) -> Vec<(String, String)> {
    let moved = |text: &str| moved(text, REFERENCE, weeks(today));
    FILES.iter().map(|(path, text)| (moved(path), moved(text))).collect()
}

fn weeks(today: NaiveDate) -> i64 {
    (today - REFERENCE).num_days().div_euclid(7)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "what is tested here are the files of this repository")]

    use std::path::Path;

    use super::*;

    fn notes(folder: &Path, below: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                notes(&entry.path(), &format!("{path}/"), found);
            } else if !path.starts_with('.') && !path.starts_with("Views/") && !is_generated(&path, &entry.path()) {
                found.push(path);
            }
        }
    }

    /// Whether the program made it, for somebody who has tried it out there.
    fn is_generated(path: &str, on_disk: &Path) -> bool {
        ["Agenda.md", "Pipeline.md"].contains(&path)
            || path.starts_with("Sheets/")
            || path.starts_with("Letters/") && std::fs::read_to_string(on_disk).unwrap().contains("\nfingerprint: ")
    }

    #[test]
    fn every_note_of_the_example_is_in_it() {
        let mut found = Vec::new();
        notes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-vault"), "", &mut found);
        found.sort_unstable();
        let mut listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        listed.sort_unstable();
        assert_eq!(listed, found);
    }

    #[test]
    fn the_example_stands_on_the_last_thursday() {
        for (today, expected) in [
            ("2026-03-12", "2026-03-12"),
            ("2026-03-18", "2026-03-12"),
            ("2026-03-19", "2026-03-19"),
            ("2026-03-11", "2026-03-05"),
            ("2031-01-01", "2030-12-26"),
        ] {
            assert_eq!(example_day(today.parse().unwrap()), expected.parse().unwrap(), "{today}");
        }
    }

    #[test]
    fn links_still_lead_to_their_notes() {
        let moved = example("2027-09-01".parse().unwrap());
        let text = |path: &str| &moved.iter().find(|(other, _)| other == path).unwrap().1;
        assert!(text("Rounds/2027-08-27 Arkwell Conservatory.md").contains("\ninterview_date: 2027-08-27\n"));
        assert!(
            text("Letters/2027-08-12 Agnes Dunmore thank-you-email.md").contains("[[2027-08-12 Museum of Made Sound]]")
        );
        assert!(text("Letters/2027-08-12 Agnes Dunmore thank-you-email.md").contains("Tuesday 24 August"));
    }
}
