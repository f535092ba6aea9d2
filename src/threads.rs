//! A long list shared out among the processor's cores.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let most = items.len() / per_thread;
    let threads = if most < 2 { 1 } else { thread::available_parallelism().map_or(1, usize::from).min(most) };
    if threads == 1 {
        return vec![work(items)];
    }
    let parts: Vec<&'i [T]> = items.chunks(items.len().div_ceil(threads * PARTS)).collect();
    let next = AtomicUsize::new(0);
    let take_turns = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(part) = parts.get(at) else { return done };
            done.push((at, work(part)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take_turns)).collect();
        let mut done = take_turns();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
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
        }
    }
}
