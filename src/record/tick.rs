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
    /// It is written down already, or asks for nothing: it goes.
    Recorded,
    /// It is no tick, such as `[/]`, and stays: why.
    Mark(String),
    /// It may be one that was recorded before: it stays as it is until its day is known.
    Again(String),
    /// It cannot be recorded, and stays: why, and what to do.
    Refused(String),
}

impl<'v> Recorder<'v> {
    /// What becomes of a tick. `stays`: the file that holds it will be left as it is, so that it may have been
    /// recorded before.
    pub fn outcome(&self, tick: &Tick, stays: bool) -> Outcome<'v> {
        let act = match tick.mark {
            _ if tick.is_done() => Some(Act::Done { on: tick.done_on.unwrap_or(self.today), by: None }),
            '-' => Some(Act::Released),
            _ => None,
        };
        let is_meant = |finding: &&Finding| finding.duty().is_some() && finding.id(self.vault) == tick.id;
        let Some(finding) = self.checklist.all().find(is_meant) else {
            // A mark that asks for nothing goes with its item.
            if act.is_none() || self.is_recorded(&tick.id) {
                return Outcome::Recorded;
            }
            let why = "nothing of that kind is to be done any more; untick it, and this line goes";
            return Outcome::Refused(why.to_owned());
        };
        let Some(act) = act else {
            return Outcome::Mark(format!(
                "the mark {} says neither done (x) nor, of a promise, let go (-)",
                tick.mark
            ));
        };
        let deed = match self.deed(finding, act) {
            Ok(deed) => deed,
            Err(why) => return Outcome::Refused(why),
        };
        match self.like(finding, &deed, act) {
            Some(day) if act == (Act::Done { on: day, by: None }) => Outcome::Recorded,
            Some(day) if tick.done_on.is_none() && (stays || is_early(finding, self.today)) => Outcome::Again(format!(
                "the notes have this on {day} already; if it was done again, write the day at the end of the line, ✅ {}",
                self.today
            )),
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
