//! `vault status --format json`

use serde::Serialize;

use super::whole;
use crate::model::{Answer, Vault};
use crate::status::{self, Support};

/// The whole search: `companies` and `trends`.
pub fn overview(overview: &status::Overview, vault: &Vault) -> String {
    let companies = overview.rows.iter().map(|row| Row::new(row, vault)).collect();
    whole(overview.today, Search { companies, trends: overview.trends.iter().map(Trend::new).collect() })
}

#[derive(Serialize)]
struct Search<'a> {
    companies: Vec<Row<'a>>,
    trends: Vec<Trend>,
}

/// One application at a glance; `rivals` is a number, a word of the four outcomes, or null.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    company: &'a str,
    position: Option<&'a str>,
    stage: &'static str,
    round: Option<u32>,
    next: Option<Ahead>,
    dates: Vec<Ahead>,
    waiting_days: Option<i64>,
    quiet_days: Option<i64>,
    support: Tally,
    rivals: Rivals,
    overdue: usize,
    due_today: usize,
    path: &'a str,
}

#[derive(Serialize)]
struct Ahead {
    date: String,
    what: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Rivals {
    Number(u32),
    Word(&'static str),
    Unknown(Option<()>),
}

/// How many people stand how.
#[derive(Serialize)]
pub(super) struct Tally {
    yes: usize,
    implied: usize,
    unsure: usize,
    deflected: usize,
    no: usize,
    declined: usize,
    not_asked: usize,
}

impl Tally {
    pub(super) fn new(count: impl Fn(Support) -> usize) -> Self {
        Self {
            yes: count(Support::Yes),
            implied: count(Support::Implied),
            unsure: count(Support::Unsure),
            deflected: count(Support::Deflected),
            no: count(Support::No),
            declined: count(Support::Declined),
            not_asked: count(Support::NotAsked),
        }
    }
}

impl<'a> Row<'a> {
    pub(super) fn new(row: &status::Row, vault: &'a Vault) -> Self {
        let company = vault.company(row.company);
        let ahead = |ahead: status::Ahead| Ahead { date: ahead.on.to_string(), what: ahead.what.name() };
        let place = |support| Support::ALL.iter().position(|other| *other == support);
        Self {
            company: &company.name,
            position: company.position.text(),
            stage: row.stage.name(),
            round: row.round.and_then(|at| vault.rounds.get(at)).map(|round| round.number),
            next: row.next().map(ahead),
            dates: row.dates.iter().copied().map(ahead).collect(),
            waiting_days: row.waiting,
            quiet_days: row.quiet,
            support: Tally::new(|support| place(support).map_or(0, |at| row.support[at])),
            rivals: match row.rivals {
                Answer::Value(rivals) => Rivals::Number(rivals),
                Answer::Nothing => Rivals::Number(0),
                Answer::Declined => Rivals::Word("declined"),
                Answer::Missed => Rivals::Word("missed"),
                Answer::Absent => Rivals::Unknown(None),
            },
            overdue: row.overdue,
            due_today: row.today,
            path: vault.path(company.note),
        }
    }
}

/// Where a share is going; the halves are null where there is not enough to tell.
#[derive(Serialize)]
pub(super) struct Trend {
    name: &'static str,
    count: usize,
    of: usize,
    verdict: &'static str,
    earlier: Option<[usize; 2]>,
    later: Option<[usize; 2]>,
}

impl Trend {
    pub(super) fn new(trend: &status::Trend) -> Self {
        let pair = |share: status::Share| [share.count, share.of];
        let (earlier, later) = match trend.verdict {
            status::Verdict::NotEnough => (None, None),
            status::Verdict::Moved { earlier, later } => (Some(pair(earlier)), Some(pair(later))),
        };
        let status::Share { count, of } = trend.all;
        Self { name: trend.measure.name(), count, of, verdict: trend.verdict.words(), earlier, later }
    }
}
