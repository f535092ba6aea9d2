//! How the views say things that several of them say.

use chrono::NaiveDate;

use crate::model::{CompanyId, Vault};
use crate::render::{day, flat};
use crate::status::{Measure, Row, Share, Stage, Support, Trend, Verdict};
use crate::text::counted;

/// `Lyrebird Pianos`
pub(super) fn company(id: CompanyId, vault: &Vault) -> String {
    flat(&vault.company(id).name)
}

/// `Lyrebird Pianos round 2`
pub(super) fn place(id: CompanyId, round: Option<u32>, vault: &Vault) -> String {
    let round = round.map(|number| format!(" round {number}")).unwrap_or_default();
    format!("{}{round}", company(id, vault))
}

/// `today`, `tomorrow`, `in 3 days`, `yesterday`, `6 days ago`
pub(super) fn away(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        days @ 2.. => format!("in {days} days"),
        days => format!("{} days ago", -days),
    }
}

/// `Wednesday 18 March, in 6 days`
pub(super) fn on(date: NaiveDate, today: NaiveDate) -> String {
    format!("{}, {}", day(date, today), away(date, today))
}

/// `1 day`, `6 days`
pub(in crate::render) fn days(count: i64) -> String {
    counted(usize::try_from(count).unwrap_or_default(), "day")
}

/// How somebody stands, in a word or two.
pub(in crate::render) fn support(support: Support) -> &'static str {
    match support {
        Support::NotAsked => "not asked",
        other => other.name(),
    }
}

/// `2 yes, 1 unsure`; `None` where nobody was met.
pub(super) fn tally(row: &[usize; Support::ALL.len()]) -> Option<String> {
    let some = Support::ALL.into_iter().zip(row).filter(|(_, count)| **count > 0);
    let words: Vec<String> = some.map(|(one, count)| format!("{count} {}", support(one))).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// How far an application has come, and the hour of a round that is planned.
pub(in crate::render) fn stage(row: &Row, vault: &Vault, today: NaiveDate) -> String {
    let planned = row.round.filter(|_| row.stage == Stage::Planned).and_then(|at| vault.rounds.get(at));
    let time = planned.and_then(|round| round.interview_time.text()).map(|time| format!(", {}", flat(time)));
    format!("{}{}", stage_by_day(row, vault, today), time.unwrap_or_default())
}

/// How far an application has come, in days and numbers alone: `waiting 16 days for the answer to round 1`.
pub(in crate::render) fn stage_by_day(row: &Row, vault: &Vault, today: NaiveDate) -> String {
    let round = row.round.and_then(|at| vault.rounds.get(at));
    let number = round.map_or(1, |round| round.number);
    let date = round.and_then(|round| round.interview_date.get());
    let company = vault.company(row.company);
    let decided = || {
        let on = company.decided_on.get().map(|on| format!(" {}", day(on, today))).unwrap_or_default();
        let after = round.map(|round| format!(", after round {}", round.number)).unwrap_or_default();
        format!("{on}{after}")
    };
    let waited = row.waiting.map(|count| format!(" {}", days(count))).unwrap_or_default();
    match row.stage {
        Stage::Applied => {
            let applied = company.applied_on.get().map(|on| format!(" {}", self::on(on, today)));
            format!("applied{} · no round yet", applied.unwrap_or_default())
        }
        Stage::Planned => {
            let when = date.map(|date| on(date, today)).unwrap_or_default();
            format!("round {number} on {when}")
        }
        Stage::Past => {
            let when = date.map(|date| day(date, today)).unwrap_or_default();
            format!("round {number} was planned for {when}: held, or cancelled?")
        }
        Stage::Waiting => format!("waiting{waited} for the answer to round {number}"),
        Stage::Advanced => format!("on to the next round after round {number} · no day for it yet"),
        Stage::Offer => format!("offer{}", decided()),
        Stage::Accepted | Stage::Rejected | Stage::Withdrawn | Stage::Closed => {
            format!("{}{}", row.stage.name(), decided())
        }
    }
}

/// What a share counts.
pub(in crate::render) fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::RoundsPassed => "rounds passed, of those answered",
        Measure::SupportAsked => "people asked for their support, of those met",
        Measure::SupportGiven => "people who gave it, of those asked",
    }
}

/// Where a share is going: `rounds passed, of those answered: 2 of 3 · not enough to tell`.
pub(super) fn trend(trend: &Trend) -> String {
    let name = measure(trend.measure);
    let share = |share: Share| format!("{} of {}", share.count, share.of);
    let verdict = trend.verdict.words();
    match trend.verdict {
        Verdict::NotEnough => format!("{name}: {} · {verdict}", share(trend.all)),
        Verdict::Moved { earlier, later } => {
            format!("{name}: {} · {verdict}, {} and then {}", share(trend.all), share(earlier), share(later))
        }
    }
}
