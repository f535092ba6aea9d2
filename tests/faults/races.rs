//! An editor saves in the very moment in which the program writes: no save is lost, no file is torn.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use interview_vault::disk::{self, Handed, State};
use interview_vault::outbox::change;

use crate::desk::{files, scratch};
use crate::editors::Editor;
use crate::naive::Naive;
use crate::{Dice, count};

const NOTE: &str = "Rounds/a.md";
const EXPORT: &str = "Rounds/a.txt";
const OLD: &str = "---\ntype: round\n---\n- [ ] as it was read\n";
const OURS: &str = "---\ntype: round\n---\n- [x] as it was read, and ticked\n";
const SAVED: &str =
    "---\ntype: round\n---\n- [ ] as it was read\n- and what somebody typed, a little longer than before\n";

/// What came of some races.
#[derive(Debug, Default)]
struct Tally {
    races: usize,
    /// The save is nowhere to be found.
    lost: usize,
    /// The note holds neither text whole.
    torn: usize,
    /// We said that it was written, and it stands there, or was saved over later.
    written: usize,
    /// We said that it was not.
    refused: usize,
    /// The save was brought back as a copy.
    copies: usize,
}

/// Who writes against the editor.
#[derive(Clone, Copy, Debug)]
enum Writer {
    Ours,
    Export,
    Naive(Naive),
}

impl Writer {
    fn file(self) -> &'static str {
        if matches!(self, Self::Export) { EXPORT } else { NOTE }
    }
}

impl Tally {
    fn race(&mut self, editor: Editor, writer: Writer, dice: &mut Dice, span: &mut Duration) {
        let place = scratch();
        let (root, state) = (place.path().join("vault"), place.path().join("state"));
        let path = root.join(writer.file());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match writer {
            Writer::Export => assert!(export(&root, OLD, &State::at(&state)), "the first export"),
            Writer::Ours | Writer::Naive(_) => fs::write(&path, OLD).unwrap(),
        }
        let open = editor.open(&path);
        let wait = Duration::from_nanos(dice.roll(u64::try_from(span.as_nanos()).unwrap().max(1) * 5 / 4));
        let start = Barrier::new(2);
        let (is_written, took) = std::thread::scope(|scope| {
            let saving = scope.spawn(|| {
                start.wait();
                let begun = Instant::now();
                while begun.elapsed() < wait {
                    std::hint::spin_loop();
                }
                editor.save(open, &path, SAVED.as_bytes());
            });
            start.wait();
            let begun = Instant::now();
            let is_written = write(writer, &root, &state);
            let took = begun.elapsed();
            saving.join().unwrap();
            (is_written, took)
        });
        *span = (*span * 7 + took) / 8;
        // The next run of any command looks again at what was displaced.
        disk::sweep(&root, &State::at(&state)).unwrap();
        self.judge(&root, &path, &state, is_written);
    }

    fn judge(&mut self, root: &Path, path: &Path, state: &Path, is_written: bool) {
        self.races += 1;
        self.written += usize::from(is_written);
        self.refused += usize::from(!is_written);
        let note = fs::read(path).unwrap_or_default();
        self.torn += usize::from(![OLD, OURS, SAVED].iter().any(|text| text.as_bytes() == note));
        // A refusal means that ours is not there, success that it is, unless somebody saved over it.
        assert!(is_written || note != OURS.as_bytes(), "refused and written all the same");
        assert!(!is_written || note != OLD.as_bytes(), "said to be written and gone");
        let in_vault = files(root);
        let is_copy = |(path, text): (&String, &Vec<u8>)| path.contains(".conflict-") && text == SAVED.as_bytes();
        let copies = in_vault.iter().filter(|one| is_copy(*one)).count();
        self.copies += usize::from(copies > 0);
        let is_kept = || files(state).values().any(|text| text == SAVED.as_bytes());
        self.lost += usize::from(note != SAVED.as_bytes() && copies == 0 && !is_kept());
    }
}

/// Ticks the box as it was read; whether that was done.
fn write(writer: Writer, root: &Path, state: &Path) -> bool {
    match writer {
        Writer::Ours => {
            let changes = [change(NOTE, Some(OLD), Some(OURS)).unwrap()];
            !disk::apply(root, &changes, &State::at(state)).unwrap().written.is_empty()
        }
        Writer::Export => export(root, OURS, &State::at(state)),
        Writer::Naive(naive) => {
            let path = root.join(NOTE);
            let Ok(there) = fs::read(&path) else { return false };
            there == OLD.as_bytes() && naive.write(&path, OLD.as_bytes(), OURS.as_bytes()).unwrap_or(false)
        }
    }
}

/// Hands `text` over where the last one was handed over; whether that was done.
fn export(root: &Path, text: &str, state: &State) -> bool {
    let (handed, _) = disk::hand_over(root, &root.join(EXPORT), text.as_bytes(), state, false).unwrap();
    matches!(handed, Handed::Written)
}

/// So many races of each kind of editor.
fn races(writer: Writer, times: usize) -> Tally {
    let mut tally = Tally::default();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for editor in Editor::ALL {
        let mut span = Duration::from_micros(500);
        for _ in 0..times {
            tally.race(editor, writer, &mut dice, &mut span);
        }
    }
    tally
}

#[test]
fn a_save_in_the_moment_of_writing_is_never_lost() {
    let tally = races(Writer::Ours, 150);
    assert_eq!((tally.lost, tally.torn), (0, 0), "{tally:?}");
    assert!(tally.written > 0 && tally.refused > 0, "the races were none: {tally:?}");
}

#[test]
fn a_save_in_the_moment_of_an_export_is_never_lost() {
    let tally = races(Writer::Export, 150);
    assert_eq!((tally.lost, tally.torn), (0, 0), "{tally:?}");
    assert!(tally.written > 0 && tally.refused > 0, "the races were none: {tally:?}");
}

#[test]
fn a_file_that_appears_is_never_replaced_by_an_export() {
    let mut appeared = 0;
    for _ in 0..150 {
        let place = scratch();
        let (root, state) = (place.path().join("vault"), State::at(place.path().join("state")));
        fs::create_dir_all(root.join(EXPORT).parent().unwrap()).unwrap();
        let start = Barrier::new(2);
        let is_first = std::thread::scope(|scope| {
            let user = scope.spawn(|| {
                start.wait();
                let file = File::create_new(root.join(EXPORT));
                file.and_then(|mut file| file.write_all(SAVED.as_bytes())).is_ok()
            });
            start.wait();
            export(&root, OURS, &state);
            user.join().unwrap()
        });
        appeared += usize::from(is_first);
        let text = fs::read_to_string(root.join(EXPORT)).unwrap();
        assert_eq!(text, if is_first { SAVED } else { OURS });
    }
    assert!(appeared > 0, "the races were none");
}

#[test]
#[ignore = "takes minutes"]
fn races_at_length() {
    for writer in [Writer::Ours, Writer::Export] {
        let tally = races(writer, count(10_000) / 4);
        eprintln!("{writer:?}: {tally:?}");
        assert_eq!((tally.lost, tally.torn), (0, 0), "{writer:?}: {tally:?}");
    }
}

#[test]
fn control_a_rename_loses_saves_with_and_without_a_last_look() {
    for naive in [Naive::Rename, Naive::LookAndRename] {
        let mut lost = 0;
        for _ in 0..20 {
            lost += races(Writer::Naive(naive), 200).lost;
            if lost > 0 {
                break;
            }
        }
        assert!(lost > 0, "the control must fail: {naive:?}");
    }
}
