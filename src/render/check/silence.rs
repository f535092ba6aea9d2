//! Rounds about which nothing is written down yet: one debrief answers all that is asked of them.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::Report;
use crate::checklist::Finding;
use crate::model::{Round, RoundState, Vault};
use crate::render::full_day;

/// The only rule of its stage that can be answered before an interview, and whose answer is no debrief.
const WHO: &str = "close/who";
/// Asks for what a debrief begins with.
const MOMENT: &str = "thank/moment";
/// Wait until something was written down about a round of the company, or of any.
const WAIT_FOR_COMPANY: &str = "thank/facts";
const WAIT_FOR_ANY: &str = "thank/brag-book";

/// The rounds that a debrief would settle, and what it would.
pub(super) struct Silence<'a> {
    vault: &'a Vault,
    today: NaiveDate,
    rounds: BTreeSet<usize>,
}

impl<'a> Silence<'a> {
    /// The silent rounds of which something is found.
    pub(super) fn of(report: &Report<'a>) -> Self {
        let asked = report.findings.iter().filter(|finding| is_of_debrief(finding)).filter_map(|finding| finding.round);
        let is_silent = |at: &usize| report.vault.rounds.get(*at).is_some_and(|round| !is_begun(round));
        Self { vault: report.vault, today: report.today, rounds: asked.filter(is_silent).collect() }
    }

    /// The silent round that a finding belongs to, where a debrief settles it. What the company's note is
    /// asked for belongs to its latest.
    pub(super) fn round_of(&self, finding: &Finding) -> Option<usize> {
        let latest = || {
            let own = &self.vault.company(finding.company?).rounds;
            own.iter().rev().copied().find(|at| self.is_silent(*at))
        };
        finding.round.or_else(latest).filter(|at| is_of_debrief(finding) && self.is_silent(*at))
    }

    /// Whether a round is silent.
    pub(super) fn is_silent(&self, round: usize) -> bool {
        self.rounds.contains(&round)
    }

    /// Whether a finding waits for the first debrief, of its company or of any.
    pub(super) fn holds_back(&self, finding: &Finding) -> bool {
        let begun = |round: &Round| round.state(self.today) == RoundState::Held && is_begun(round);
        let rounds = &self.vault.rounds;
        match finding.rule.id {
            WAIT_FOR_COMPANY => finding.company.is_some_and(|id| {
                let own = &self.vault.company(id).rounds;
                own.iter().any(|at| self.is_silent(*at)) && !own.iter().any(|at| begun(&rounds[*at]))
            }),
            WAIT_FOR_ANY => !self.rounds.is_empty() && !rounds.iter().any(begun),
            _ => false,
        }
    }

    /// What stands for all the findings of a silent round.
    pub(super) fn message(&self, round: &Round) -> String {
        let interview = match round.interview_date.get() {
            None => "the interview".to_owned(),
            Some(date) => match (self.today - date).num_days() {
                0 => "today's interview".to_owned(),
                1 => "yesterday's interview".to_owned(),
                2..7 => format!("{}'s interview", date.format("%A")),
                _ if date.year() == self.today.year() => format!("the interview of {}", date.format("%A %-d %B")),
                _ => format!("the interview of {}", full_day(date)),
            },
        };
        format!("nothing written down yet about {interview}: fill Close, or `vault debrief`, two minutes")
    }
}

fn is_of_debrief(finding: &Finding) -> bool {
    let rule = finding.rule;
    rule.id == MOMENT || (rule.stage() == "close" && rule.id != WHO)
}

/// Whether any question of the end of a round has an answer, of whatever kind.
fn is_begun(round: &Round) -> bool {
    round.close.filled
        || [
            round.hear_by.is_absent(),
            round.hear_by_said.is_absent(),
            round.hear_by_confirmed.is_absent(),
            round.next_step.is_absent(),
            round.steps_when.is_absent(),
            round.other_steps.is_absent(),
            round.rounds_left.is_absent(),
            round.next_interviewers.is_absent(),
            round.next_focus.is_absent(),
            round.next_wants.is_absent(),
            round.play_up.is_absent(),
            round.shore_up.is_absent(),
            round.sponsor.is_absent(),
            round.check_in.is_absent(),
            round.asked_for_job.is_absent(),
            round.said_match.is_absent(),
            round.decider.is_absent(),
        ]
        .contains(&false)
}
