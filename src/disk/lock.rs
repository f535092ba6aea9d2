//! One command at a time writes into a vault. A courtesy: nothing would be lost without it, only refused.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::time::{Duration, SystemTime};

use super::store::Store;
use crate::Error;

const WAIT: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(50);

/// Held until it is dropped, or the process ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Waits for whoever writes into the vault now, five seconds at most.
    ///
    /// # Errors
    /// [`Error::Refused`] where somebody still writes, with who, or where the file cannot be written.
    pub(super) fn take(store: &Store, command: &str) -> Result<Self, Error> {
        let refused = |error: io::Error| store.unwritable(&error);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(store.path("lock")).map_err(refused)?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Err(TryLockError::WouldBlock) if waited < WAIT => {
                    std::thread::sleep(PAUSE);
                    waited += PAUSE;
                }
                Err(TryLockError::WouldBlock) => return Err(busy(&mut file)),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                // Some file systems have no locks.
                Ok(()) | Err(TryLockError::Error(_)) => break,
            }
        }
        let name = if command.is_empty() { "vault".to_owned() } else { format!("vault {command}") };
        let who = format!("`{name}` (process {})\n", std::process::id());
        let signed = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(who.as_bytes()));
        signed.map_err(refused)?;
        Ok(Self { file })
    }

    /// When it was taken, by the clock of the file system.
    pub(super) fn since(&self) -> io::Result<SystemTime> {
        self.file.metadata()?.modified()
    }

    /// The same, in seconds since 1970-01-01 UTC.
    pub(super) fn seconds(&self) -> i64 {
        let since = self.since().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        since.and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or_default()
    }
}

fn busy(file: &mut File) -> Error {
    let mut who = String::new();
    // Who it is helps, and is not needed.
    let _ = file.read_to_string(&mut who);
    let who = if who.trim().is_empty() { "another `vault`" } else { who.trim() };
    Error::Refused(format!(
        "{who} has been writing into this vault for more than five seconds, so nothing is changed; \
         wait until it is done, or end it, and run the command again"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::fixture::Place;

    #[test]
    fn the_second_is_told_who_the_first_is() {
        let place = Place::new();
        let store = place.store();
        let first = Lock::take(&store, "agenda").unwrap();
        let told = Lock::take(&store, "build").unwrap_err().to_string();
        assert!(told.contains(&format!("`vault agenda` (process {})", std::process::id())), "{told}");
        drop(first);
        Lock::take(&store, "build").unwrap();
    }
}
