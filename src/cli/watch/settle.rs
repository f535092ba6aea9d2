//! When to look at what changed: once it has been quiet for a while, and at last all the same.

use std::time::{Duration, Instant};

/// However busy it is, nobody waits longer than so many times the time to settle.
const PATIENCE: u32 = 10;

/// A wait for quiet.
#[derive(Debug)]
pub(super) struct Settle {
    quiet: Duration,
    /// When the first and the last change was heard that nobody has looked at yet.
    heard: Option<(Instant, Instant)>,
}

impl Settle {
    /// Waits until it has been quiet for so long.
    pub(super) fn new(quiet: Duration) -> Self {
        Self { quiet, heard: None }
    }

    /// Something changed.
    pub(super) fn hear(&mut self, now: Instant) {
        let first = self.heard.map_or(now, |(first, _)| first);
        self.heard = Some((first, now));
    }

    /// How long there is to wait yet; nothing where nothing changed.
    pub(super) fn left(&self, now: Instant) -> Option<Duration> {
        let (first, last) = self.heard?;
        let until = (last + self.quiet).min(first + self.quiet * PATIENCE);
        Some(until.saturating_duration_since(now))
    }

    /// Somebody looked.
    pub(super) fn done(&mut self) {
        self.heard = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "only differences between moments count here")]
    fn it_is_time_after_a_quiet_while_or_when_patience_ends() {
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut settle = Settle::new(Duration::from_millis(100));
        assert_eq!(settle.left(start), None);
        settle.hear(start);
        settle.hear(at(60));
        assert_eq!(settle.left(at(90)), Some(Duration::from_millis(70)));
        assert_eq!(settle.left(at(161)), Some(Duration::ZERO));
        for tick in 0..20 {
            settle.hear(at(tick * 60));
        }
        assert_eq!(settle.left(at(950)), Some(Duration::from_millis(50)));
        settle.done();
        assert_eq!(settle.left(at(2000)), None);
    }
}
