//! What happens to a vault while something goes wrong: kills, failing calls, full disks, power cuts, editors that save in
//! the same moment. Every test has a control: a writer as most programs have it, which must fail the same test.
//!
//! `cargo test --test faults` runs a short part of it. The long part is
//! `FAULTS_COUNT=1000 cargo test --test faults -- --ignored --nocapture at_length`; it prints what it counted. What a
//! machine cannot do (`strace`, mounting) is skipped, and said.
#![cfg(target_os = "linux")]
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "what is tested is what lies on disk, and what is counted is told"
)]

mod desk;
mod editors;
mod errors;
mod exports;
mod full;
mod kills;
mod light;
mod naive;
mod places;
mod power;
mod promises;
mod races;
mod trace;

/// How many rounds the long part makes: `FAULTS_COUNT`, else so many.
fn count(usual: usize) -> usize {
    std::env::var("FAULTS_COUNT").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// Tells what cannot be tested here.
fn skip(what: &str, why: &str) {
    eprintln!("skipped: {what}: {why}");
}

/// Numbers without a pattern, the same ones every time.
struct Dice(u64);

impl Dice {
    /// A number below `limit`.
    fn roll(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
