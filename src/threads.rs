//! A long list shared out among the processor's cores.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many parts a thread works off, one after the other: some take longer than others.
const PARTS: usize = 16;

/// Does `work` on `items`, part by part, and gives what came of each part, in their order. What came of all
/// parts together must not depend on where they begin.
///
/// A list of fewer than twice `per_thread` items is one part, and no thread is started for it; a longer one
/// gets at most a thread for every `per_thread` items.
pub(crate) fn in_parts<'i, T: Sync, R: Send>(
    items: &'i [T],
    per_thread: usize,
    work: impl Fn(&'i [T]) -> R + Sync,
) -> Vec<R> {
    let (threads, size) = shares(items.len(), per_thread);
    if threads == 1 {
        return vec![work(items)];
    }
    let mut done = Vec::new();
    share_out(threads, items.chunks(size), work, |result| done.push(result));
    done
}

/// How many items are worked on together where what they take is to stay near the processor.
const STRETCH: usize = 64;

/// The same in short stretches: `work` also gets the place of the first of its items, and `gather` what came of each
/// stretch, in their order, as soon as it has come of all stretches before it too.
pub(crate) fn in_stretches<'i, T: Sync, R: Send>(
    items: &'i [T],
    per_thread: usize,
    work: impl Fn(usize, &'i [T]) -> R + Sync,
    gather: impl FnMut(R) + Send,
) {
    let (threads, _) = shares(items.len(), per_thread);
    let stretches = (0..).step_by(STRETCH).zip(items.chunks(STRETCH));
    share_out(threads, stretches, |(start, items)| work(start, items), gather);
}

/// How many threads are worth starting for so many items, and how many items a part has.
fn shares(items: usize, per_thread: usize) -> (usize, usize) {
    let most = items / per_thread;
    let threads = if most < 2 { 1 } else { thread::available_parallelism().map_or(1, usize::from).min(most) };
    (threads, items.div_ceil(threads * PARTS))
}

/// Does `work` on the `parts` on so many threads, and has `gather` what came of each, in their order.
///
/// Where there are several, this one waits: a system may leave the first new thread on the core of the one that started
/// it, for longer than all the work takes, and then the two would take turns on it.
fn share_out<P, R: Send>(
    threads: usize,
    parts: impl Iterator<Item = P> + Send,
    work: impl Fn(P) -> R + Sync,
    gather: impl FnMut(R) + Send,
) {
    let parts = Mutex::new(parts.enumerate());
    let gathered = Mutex::new(Gathered { waiting: BTreeMap::new(), next: 0, gather });
    let take_turns = || {
        loop {
            let next = locked(&parts).next();
            let Some((at, part)) = next else { return };
            let result = work(part);
            locked(&gathered).add(at, result);
        }
    };
    if threads == 1 {
        return take_turns();
    }
    thread::scope(|scope| {
        let others: Vec<_> = (0..threads).map(|_| scope.spawn(take_turns)).collect();
        for other in others {
            other.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
}

/// What came of the parts so far.
struct Gathered<R, G> {
    /// Of parts before which another is still worked on.
    waiting: BTreeMap<usize, R>,
    /// The first part that has not come.
    next: usize,
    gather: G,
}

impl<R, G: FnMut(R)> Gathered<R, G> {
    fn add(&mut self, at: usize, result: R) {
        self.waiting.insert(at, result);
        while let Some(result) = self.waiting.remove(&self.next) {
            self.next += 1;
            (self.gather)(result);
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_worked_on_once_and_in_order() {
        for count in [0, 1, 199, 200, 1_007] {
            let items: Vec<usize> = (0..count).collect();
            let parts = in_parts(&items, 100, <[usize]>::to_vec);
            assert_eq!(parts.concat(), items);
            assert!(count >= 200 || parts.len() == 1, "{count}");
            let mut gathered = Vec::new();
            in_stretches(
                &items,
                100,
                |start, part| (start, part.to_vec()),
                |(start, part)| {
                    assert_eq!(start, gathered.len());
                    gathered.extend(part);
                },
            );
            assert_eq!(gathered, items);
        }
    }
}
