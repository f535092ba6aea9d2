//! What becomes of a box that was ticked in the agenda file.

use chrono::NaiveDate;

use super::{Act, Deed, Entry, Recorder};
use crate::agenda::Tick;
use crate::checklist::{Application, Finding};
use crate::model::Purpose;

/// What becomes of a tick.
#[derive(Clone, Debug)]
pub enum Outcome<'v> {
    /// To be written down, for the duty that it ends.
    Record(&'v Finding, Deed),
    /// It is written down already: nothing is left to do.
    Recorded,
    /// It is no tick, such as `[/]`, and stays: why.
    Mark(String),
    /// It stays: why, and what to do.
    Refused(String),
}

/// Whether a tick counts as done until it is recorded.
pub fn counts(finding: &Finding, tick: &Tick, today: NaiveDate) -> bool {
    let Some(duty) = finding.duty().filter(|duty| duty.can_tick) else { return false };
    match tick.mark {
        _ if tick.is_done() => tick.done_on.is_none_or(|day| day <= today),
        '-' => duty.promise.is_some(),
        _ => false,
    }
}

impl<'v> Recorder<'v> {
    /// What becomes of a tick. `stays`: the file that holds it will be left as it is, so that it may have been
    /// recorded before.
    pub fn outcome(&self, tick: &Tick, stays: bool) -> Outcome<'v> {
        let act = match tick.mark {
            _ if tick.is_done() => Act::Done { on: tick.done_on.unwrap_or(self.today), by: None },
            '-' => Act::Released,
            other => {
                let why = format!("the mark {other} says neither done (x) nor, of a promise, let go (-)");
                return Outcome::Mark(why);
            }
        };
        let Some(finding) = self.duties().find(|finding| finding.id(self.vault) == tick.id) else {
            if self.is_recorded(&tick.id) {
                return Outcome::Recorded;
            }
            let why = "nothing of that kind is to be done any more; untick it, and this line goes";
            return Outcome::Refused(why.to_owned());
        };
        let deed = match self.deed(finding, act) {
            Ok(deed) => deed,
            Err(why) => return Outcome::Refused(why),
        };
        match self.like(finding, &deed, act) {
            Some(day) if act == (Act::Done { on: day, by: None }) => Outcome::Recorded,
            Some(day) if tick.done_on.is_none() && (stays || is_early(finding, self.today)) => {
                Outcome::Refused(format!(
                    "the notes have this on {day} already; if it was done again, write the day at the end of the line, ✅ {}",
                    self.today
                ))
            }
            _ => Outcome::Record(finding, deed),
        }
    }

    /// The last day, up to that of `act`, on which the same was done already. Only questions for news and check-ins
    /// come back.
    fn like(&self, finding: &Finding, deed: &Deed, act: Act) -> Option<NaiveDate> {
        let (Act::Done { on, .. }, false) = (act, matches!(deed.entry, Entry::Task { .. })) else { return None };
        let purpose = finding.duty()?.ending()?.purpose;
        let comes_back = matches!(purpose, Purpose::Status | Purpose::CheckIn);
        let made = Application::new(self.vault, finding.company.filter(|_| comes_back)?, self.today).made();
        let same = made.iter().filter(|made| made.purpose == purpose && made.round == finding.round);
        same.map(|made| made.date).filter(|day| *day <= on).max()
    }
}

fn is_early(finding: &Finding, today: NaiveDate) -> bool {
    finding.duty().is_some_and(|duty| !duty.has_opened(today))
}
