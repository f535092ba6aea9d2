//! `vault outcome`

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::Exit;
use super::args::Global;
use super::environment::Environment;
use super::failure::Failure;
use super::moment::day;
use super::note::{Rewrites, refused};
use super::output::Output;
use super::session::Session;
use crate::diagnostic::Severity;
use crate::edit::{Refused, Rewrite};
use crate::model::{Company, Round, RoundResult, RoundState, Status, Vault};
use crate::render::full_day;

/// What `outcome` understands.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  vault outcome \"2025-03-04 Northgate Dairy\" held\n  vault outcome \"2025-03-04 Northgate Dairy\" rejected --on 2025-03-14"
)]
pub(super) struct Options {
    /// The round
    #[arg(value_name = "ROUND")]
    pub round: String,
    /// How it ended
    #[arg(value_name = "OUTCOME")]
    pub outcome: Outcome,
    /// The day of it; for `held` the day of the interview. Today where none is given
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// Only say what would be written
    #[arg(long)]
    pub dry_run: bool,
}

/// How a round ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Outcome {
    /// It took place; their answer is awaited
    Held,
    /// It did not take place, and will not
    Cancelled,
    /// On to the next round
    Advanced,
    /// They do not want you
    Rejected,
    /// They want you
    Offer,
}

/// Writes every key that an outcome touches, in the round and its company.
pub(super) fn run(
    environment: &Environment<'_>,
    global: &Global,
    options: &Options,
    output: &mut Output<'_>,
) -> Result<Exit, Failure> {
    let session = Session::open(environment, global)?;
    let at = session.round(&options.round)?;
    let round = &session.vault.rounds[at];
    let on = options.on.as_deref().map(|words| day(&session, words)).transpose()?;
    let end = End { vault: &session.vault, round, outcome: options.outcome, on, today: session.today };
    end.check()?;

    let mut rewrites = Rewrites::new(&session);
    end.write_round(rewrites.note(round.note)).map_err(|why| refused(session.vault.path(round.note), &why))?;
    if let Some(company) = end.company() {
        end.write_company(company, rewrites.note(company.note))
            .map_err(|why| refused(session.vault.path(company.note), &why))?;
    }
    let objections = rewrites.objections(&rewrites.preview());
    if let Some(objection) = objections.iter().find(|one| one.severity == Severity::Error) {
        return Err(Failure::Usage(objection.text.clone()));
    }
    let exit = rewrites.write(environment, "outcome", options.dry_run, output)?;
    for hint in end.hints() {
        output.hint(&hint)?;
    }
    Ok(exit)
}

/// An outcome, and what it is an outcome of.
struct End<'v> {
    vault: &'v Vault,
    round: &'v Round,
    outcome: Outcome,
    on: Option<NaiveDate>,
    today: NaiveDate,
}

impl<'v> End<'v> {
    fn check(&self) -> Result<(), Failure> {
        if let Some(on) = self.on.filter(|on| *on > self.today) {
            return Err(Failure::Usage(format!("{} is not yet; record it when it has come", full_day(on))));
        }
        let Some(date) = self.ahead() else { return Ok(()) };
        let day = full_day(date);
        match self.outcome {
            Outcome::Cancelled | Outcome::Rejected => Ok(()),
            Outcome::Held if self.on.is_some() => Ok(()),
            Outcome::Held => Err(Failure::Usage(format!(
                "this round is planned for {day}, so it was not held yet; if it was moved, give the day: `--on DATE`"
            ))),
            Outcome::Advanced | Outcome::Offer => Err(Failure::Usage(format!(
                "this round is planned for {day}, so nothing has come of it yet; name the round that was held"
            ))),
        }
    }

    /// The day of the interview, where it lies ahead.
    fn ahead(&self) -> Option<NaiveDate> {
        self.round.interview_date.get().filter(|date| *date > self.today)
    }

    fn company(&self) -> Option<&'v Company> {
        self.round.company_id.map(|id| self.vault.company(id))
    }

    fn write_round(&self, note: &mut Rewrite) -> Result<(), Refused> {
        // Whom they reject before its day, they do not meet.
        let is_cancelled =
            self.outcome == Outcome::Cancelled || self.outcome == Outcome::Rejected && self.ahead().is_some();
        let (state, word) =
            if is_cancelled { (RoundState::Cancelled, "cancelled") } else { (RoundState::Held, "held") };
        if self.round.state.get() != Some(state) {
            note.set_key("state", word)?;
        }
        let dated = self.round.interview_date.get();
        if let (Outcome::Held, Some(on)) = (self.outcome, self.on)
            && dated != Some(on)
        {
            note.set_key("interview_date", &on.to_string())?;
        }
        let result = match self.outcome {
            _ if is_cancelled => return Ok(()),
            Outcome::Held | Outcome::Cancelled => return Ok(()),
            Outcome::Advanced => (RoundResult::Advanced, "advanced"),
            Outcome::Rejected => (RoundResult::Rejected, "rejected"),
            Outcome::Offer => (RoundResult::Offer, "offer"),
        };
        if self.round.result.get() == Some(result.0) { Ok(()) } else { note.set_key("result", result.1) }
    }

    fn write_company(&self, company: &Company, note: &mut Rewrite) -> Result<(), Refused> {
        let Some((status, word)) = self.status(company) else { return Ok(()) };
        let is_new = company.status.get() != Some(status);
        if is_new {
            note.set_key("status", word)?;
        }
        if matches!(status, Status::Rejected | Status::Offer) {
            let decided = company.decided_on.get();
            // A day that is written stands, unless another is given or something else was decided.
            let wanted = self.on.unwrap_or_else(|| decided.filter(|_| !is_new).unwrap_or(self.today));
            if decided != Some(wanted) {
                note.set_key("decided_on", &wanted.to_string())?;
            }
        }
        Ok(())
    }

    /// How the application stands after this; `None` where it stays as it is.
    fn status(&self, company: &Company) -> Option<(Status, &'static str)> {
        let now = company.status.get();
        let is_early = matches!(now, None | Some(Status::Applied | Status::Interviewing | Status::Waiting));
        match self.outcome {
            Outcome::Cancelled => None,
            // What the candidate decided stands.
            Outcome::Rejected | Outcome::Offer if own_decision(company) => None,
            Outcome::Rejected => Some((Status::Rejected, "rejected")),
            Outcome::Offer => Some((Status::Offer, "offer")),
            Outcome::Held | Outcome::Advanced if !is_early || self.is_followed(company) => None,
            Outcome::Held => Some((Status::Waiting, "waiting")),
            Outcome::Advanced => Some((Status::Interviewing, "interviewing")),
        }
    }

    /// Whether another round of the company comes after this one.
    fn is_followed(&self, company: &Company) -> bool {
        let rounds = company.rounds.iter().map(|at| &self.vault.rounds[*at]);
        rounds
            .filter(|round| round.state(self.today) != RoundState::Cancelled)
            .any(|round| round.number > self.round.number)
    }

    fn hints(&self) -> Vec<String> {
        let path = |company: &Company| self.vault.path(company.note);
        let company = match self.company() {
            None => Some("the round belongs to no company that has a note, so only the round was written".to_owned()),
            Some(company) if self.outcome == Outcome::Offer && company.offer_by.is_absent() => Some(format!(
                "ask by when they want your answer, and write `offer_by: YYYY-MM-DD` in {}",
                path(company)
            )),
            Some(company) if self.outcome == Outcome::Rejected && own_decision(company) => {
                Some(format!("the status in {} stays as you decided it", path(company)))
            }
            Some(_) => None,
        };
        let dayless = self.on.is_some() && matches!(self.outcome, Outcome::Cancelled | Outcome::Advanced);
        let day =
            dayless.then(|| "no key keeps the day of that, so `--on` was not written; `vault log` can".to_owned());
        company.into_iter().chain(day).collect()
    }
}

/// Whether the candidate has said yes or no already.
fn own_decision(company: &Company) -> bool {
    matches!(company.status.get(), Some(Status::Accepted | Status::Withdrawn))
}
