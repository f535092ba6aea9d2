//! The calls that a command makes of the system, and how to disturb one of them.

use std::process::{Command, Output, Stdio};

use crate::skip;

/// The calls by which a write can fail.
pub(crate) const CALLS: &str = "openat,read,write,pwrite64,fsync,renameat,renameat2,linkat,unlinkat,unlink,mkdir,mkdirat,fchmod,ftruncate,flock,getdents64,newfstatat,statx,lseek";

/// One call: the how manieth of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) nth: usize,
}

/// Whether calls can be disturbed here; else that is said.
pub(crate) fn can_trace(what: &str) -> bool {
    let traced = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let can = traced.is_ok_and(|status| status.success());
    if !can {
        skip(what, "there is no `strace` here that may trace");
    }
    can
}

/// The calls that a command makes, in order. `below` builds the command below a program and its options.
pub(crate) fn calls(below: &dyn Fn(&str, &[&str]) -> Command) -> Vec<Call> {
    let log = tempfile::NamedTempFile::new().unwrap();
    let trace = format!("trace={CALLS}");
    let options = ["-f", "-qq", "-o", log.path().to_str().unwrap(), "-e", &trace];
    let ran = below("strace", &options).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    let text = std::fs::read_to_string(log.path()).unwrap();
    let mut seen: Vec<(String, String)> = Vec::new();
    let mut calls = Vec::new();
    for line in text.lines() {
        let Some((process, call)) = line.split_once(' ') else { continue };
        let Some((name, _)) = call.trim_start().split_once('(') else { continue };
        let key = (process.to_owned(), name.to_owned());
        let nth = seen.iter().filter(|other| **other == key).count() + 1;
        calls.push(Call { name: name.to_owned(), nth });
        seen.push(key);
    }
    calls
}

/// Runs a command with one call disturbed: `how` is `signal=KILL` or `error=EIO`.
pub(crate) fn disturbed(below: &dyn Fn(&str, &[&str]) -> Command, call: &Call, how: &str) -> Output {
    let trace = format!("trace={}", call.name);
    let inject = format!("inject={}:{how}:when={}", call.name, call.nth);
    below("strace", &["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject]).output().unwrap()
}

/// The calls from the one on that takes the lock: those of the write itself.
pub(crate) fn of_the_write(calls: &[Call]) -> Vec<Call> {
    let lock = calls.iter().position(|call| call.name == "flock").unwrap_or(0);
    calls[lock..].to_vec()
}

/// So many of them, evenly picked.
pub(crate) fn some<T: Clone>(all: &[T], many: usize) -> Vec<T> {
    (0..many.min(all.len())).map(|at| all[at * all.len() / many.min(all.len())].clone()).collect()
}
