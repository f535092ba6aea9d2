//! What it draws on a terminal, played here by the other end of one.

use std::fs::{self, File, OpenOptions};
use std::io::Read as _;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use interview_vault::checklist::example::ROUND;
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use super::{NOON, PATIENCE, round, save};
use crate::desk::TestVault;

const OPEN: &str = "\u{1b}[?1049h";
const CLOSE: &str = "\u{1b}[?1049l";
const TOP: &str = "\u{1b}[H";

/// `vault watch` on a terminal of its own; it ends with this.
struct Terminal {
    own: File,
    child: Child,
    shown: Arc<Mutex<Vec<u8>>>,
}

impl Terminal {
    fn start(vault: &TestVault, kind: &str, rows: u16) -> Self {
        let own = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&own).unwrap();
        unlockpt(&own).unwrap();
        let name = ptsname(&own, Vec::new()).unwrap().into_string().unwrap();
        let other = OpenOptions::new().read(true).write(true).open(name).unwrap();
        let own = File::from(own);
        let shown = Arc::new(Mutex::new(Vec::new()));
        let (mut ear, heard) = (own.try_clone().unwrap(), Arc::clone(&shown));
        let child = {
            tcsetwinsize(&own, size(rows)).unwrap();
            Command::new(env!("CARGO_BIN_EXE_vault"))
                .args(["watch", "--settle", "0.2"])
                .current_dir(vault.root())
                .env_clear()
                .env("XDG_STATE_HOME", vault.root().with_file_name("state"))
                .env("SOURCE_DATE_EPOCH", NOON)
                .env("TERM", kind)
                .stdin(other.try_clone().unwrap())
                .stdout(other.try_clone().unwrap())
                .stderr(other)
                .spawn()
                .unwrap()
        };
        // Once the program has ended there is nothing more to read, which is an error here.
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = ear.read(&mut bytes) {
                heard.lock().unwrap().extend_from_slice(&bytes[..read]);
            }
        });
        Self { own, child, shown }
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(&self.shown.lock().unwrap()).replace("\r\r\n", "\n").replace("\r\n", "\n")
    }

    /// The lines of the page as it was drawn last, without colours.
    fn page(&self) -> Vec<String> {
        let shown = self.shown();
        let page = shown.rsplit(TOP).next().unwrap_or_default();
        anstream::adapter::strip_str(page).to_string().lines().map(str::to_owned).collect()
    }

    #[track_caller]
    fn until(&self, what: &str, is_so: impl Fn(&[String]) -> bool) {
        let begun = Instant::now();
        while !is_so(&self.page()) {
            assert!(begun.elapsed() < PATIENCE, "{what} never came:\n{:#?}", self.page());
            sleep(Duration::from_millis(25));
        }
    }

    /// All that was shown, once Ctrl-C was heard.
    fn stopped(mut self) -> String {
        kill_process(Pid::from_child(&self.child), Signal::INT).unwrap();
        assert_eq!(self.child.wait().unwrap().code(), Some(130));
        // Its last words may still be on their way.
        sleep(Duration::from_millis(200));
        self.shown()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // One that has ended cannot be ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn size(rows: u16) -> Winsize {
    Winsize { ws_row: rows, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 }
}

fn has(page: &[String], words: &str) -> bool {
    page.iter().any(|line| line.contains(words))
}

#[test]
fn a_terminal_shows_what_is_due_and_what_came_and_went() {
    let vault = TestVault::sound();
    let terminal = Terminal::start(&vault, "xterm", 40);
    terminal.until("the agenda", |page| has(page, "watching · "));
    assert!(!has(&terminal.page(), "Thank Ines Falk"), "{:#?}", terminal.page());
    save(&vault, ROUND, &round(&vault, false));
    terminal.until("the thanks", |page| has(page, "+ Thank Ines Falk by e-mail · Harbour Glass round 1 · today"));
    assert!(has(&terminal.page(), "  Thank Ines Falk by e-mail"), "{:#?}", terminal.page());
    save(&vault, "Companies/Odd.md", "---\ntype: company\nstatus: wating\n---\n");
    terminal.until("the slip", |page| has(page, "+ Companies/Odd.md: error[note/field]: `status` cannot be `wating`"));
    save(&vault, ROUND, &round(&vault, true));
    terminal.until("that they were thanked", |page| has(page, "- Thank Ines Falk by e-mail"));
    assert!(!has(&terminal.page(), "  Thank Ines Falk by e-mail"), "{:#?}", terminal.page());
    assert!(has(&terminal.page(), "+ Companies/Odd.md"), "what came before is still told: {:#?}", terminal.page());
}

#[test]
fn a_terminal_is_given_back_as_it_was() {
    let vault = TestVault::sound();
    let terminal = Terminal::start(&vault, "xterm", 40);
    terminal.until("the agenda", |page| has(page, "watching · "));
    let all = terminal.stopped();
    assert!(all.starts_with(OPEN) && all.ends_with(CLOSE), "{all:?}");
    for clears in ["\u{1b}[2J", "\u{1b}[3J"] {
        assert!(!all.contains(clears), "{all:?}");
    }
}

#[test]
fn a_pause_gives_the_terminal_back_until_it_goes_on() {
    let vault = TestVault::sound();
    let terminal = Terminal::start(&vault, "xterm", 40);
    terminal.until("the agenda", |page| has(page, "watching · "));
    let child = Pid::from_child(&terminal.child);
    kill_process(child, Signal::TSTP).unwrap();
    waitpid(Some(child), WaitOptions::UNTRACED).unwrap().unwrap().1.stopping_signal().unwrap();
    sleep(Duration::from_millis(200));
    assert!(terminal.shown().ends_with(CLOSE), "{:?}", terminal.shown());
    save(&vault, ROUND, &round(&vault, false));
    kill_process(child, Signal::CONT).unwrap();
    terminal.until("what was saved meanwhile", |page| has(page, "+ Thank Ines Falk by e-mail"));
    let all = terminal.stopped();
    assert_eq!((all.matches(OPEN).count(), all.matches(CLOSE).count()), (2, 2), "{all:?}");
}

#[test]
fn a_page_fits_the_terminal_and_follows_its_height() {
    let vault = TestVault::sound();
    save(&vault, ROUND, &round(&vault, false));
    let terminal = Terminal::start(&vault, "xterm", 8);
    terminal.until("the agenda", |page| has(page, "more lines: `vault agenda` prints them all"));
    assert_eq!(terminal.page().len(), 8, "{:#?}", terminal.page());
    tcsetwinsize(&terminal.own, size(60)).unwrap();
    terminal.until("all of it", |page| has(page, "watching · ") && !has(page, "more lines"));
}

#[test]
fn what_there_is_to_say_is_on_the_page_and_left_behind() {
    let vault = TestVault::sound();
    let terminal = Terminal::start(&vault, "xterm", 40);
    terminal.until("the agenda", |page| has(page, "watching · "));
    let said = "is a note of your own";
    fs::write(vault.root().join("Agenda.md"), "my own words\n").unwrap();
    save(&vault, ROUND, &round(&vault, false));
    terminal.until("why the agenda stays", |page| has(page, said) && has(page, "watching · "));
    let all = terminal.stopped();
    let (_, behind) = all.split_once(CLOSE).unwrap();
    assert_eq!(behind.matches(said).count(), 1, "{behind:?}");
}

#[test]
fn a_terminal_that_cannot_be_drawn_on_gets_plain_lines() {
    let vault = TestVault::sound();
    let terminal = Terminal::start(&vault, "dumb", 40);
    terminal.until("the first build", |page| has(page, "watching · "));
    save(&vault, ROUND, &round(&vault, false));
    terminal.until("the thanks", |page| has(page, "+ Thank Ines Falk"));
    assert!(!terminal.stopped().contains('\u{1b}'));
}
