//! How much of what the checklist asks is done, stage by stage.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Basis;
use super::erase::{ERASERS, What};
use crate::checklist::{self, Finding, Rule, Stage, Weight};
use crate::model::{CompanyId, Exemptions, Vault};

/// Stages that ask nothing of the candidate: one is about the records, the other about the texts of letters.
const LEFT_OUT: [&str; 2] = ["note", "letter"];

/// How much of what the checklist asks today is done.
///
/// What counts is one thing asked: a rule for one round, and for one person or promise where the rule goes
/// by those. Only what applies on the day counts, so what is history, switched off, or of a duty that has
/// not opened yet does not. It is
///
/// - *missing* while `check` shows it (hints too): a fault, or a duty that is overdue;
/// - *open* while it is a duty that has opened and is not overdue;
/// - *waived* where it would be one of these if nothing were waived or on hold;
/// - *declined* where it would be one of these if nobody had refused an answer;
/// - *done* where it would be one of these without something that the candidate wrote or did: an answer, a
///   line of the log, a letter sent, a promise kept.
///
/// The first that holds counts. The checklist itself is asked each time, so the counts cannot disagree with it.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// The day.
    pub today: NaiveDate,
    /// The stages in order of time, those without a rule left out.
    pub stages: Vec<StageCoverage>,
}

/// How much of one stage is done.
#[derive(Clone, Debug)]
pub struct StageCoverage {
    /// The stage.
    pub stage: Stage,
    /// The sum over its rules.
    pub counts: Counts,
    /// Its rules that ask for anything, by id.
    pub rules: Vec<RuleCoverage>,
}

/// How much of what one rule asks is done.
#[derive(Clone, Debug)]
pub struct RuleCoverage {
    /// The rule.
    pub rule: &'static Rule,
    /// How much.
    pub counts: Counts,
}

/// How often something asked stands how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Done.
    pub done: usize,
    /// Asked, and they would not say.
    pub declined: usize,
    /// Waived, or on hold.
    pub waived: usize,
    /// To be done, and in time.
    pub open: usize,
    /// Missing.
    pub missing: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.done += other.done;
        self.declined += other.declined;
        self.waived += other.waived;
        self.open += other.open;
        self.missing += other.missing;
    }
}

impl Coverage {
    /// The coverage of `basis`.
    pub fn new(basis: &Basis<'_>) -> Self {
        let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
        for (asked, standing) in standings(basis) {
            let of_rule = counts.entry(asked.0.0).or_default();
            *match standing {
                Standing::Done => &mut of_rule.done,
                Standing::Declined => &mut of_rule.declined,
                Standing::Waived => &mut of_rule.waived,
                Standing::Open => &mut of_rule.open,
                Standing::Missing => &mut of_rule.missing,
            } += 1;
        }
        let stages = Stage::ALL.into_iter().filter(|stage| !LEFT_OUT.contains(&stage.name));
        let stages = stages.map(|stage| {
            let rules = checklist::rules().filter(|rule| rule.stage() == stage.name);
            let rules = rules.filter_map(|rule| Some(RuleCoverage { rule, counts: *counts.get(rule.id)? }));
            let rules: Vec<RuleCoverage> = rules.collect();
            let mut counts = Counts::default();
            for rule in &rules {
                counts.add(rule.counts);
            }
            StageCoverage { stage, counts, rules }
        });
        let has_rules = |stage: &StageCoverage| checklist::rules().any(|rule| rule.stage() == stage.stage.name);
        Self { today: basis.today, stages: stages.filter(has_rules).collect() }
    }
}

#[derive(Clone, Copy)]
enum Standing {
    Done,
    Declined,
    Waived,
    Open,
    Missing,
}

/// A rule for one round.
type Subject = (&'static str, Option<CompanyId>, Option<usize>);

/// One thing that the checklist asks: a rule for one round, person and promise.
type Asked = (Subject, Option<String>, Option<(String, usize)>);

fn standings(basis: &Basis<'_>) -> BTreeMap<Asked, Standing> {
    let asks = |vault: &Vault| asked(&checklist::find_beside_letters(vault, &[], basis.today).findings, basis);
    let as_it_is = asked(&basis.checklist.findings, basis);
    let mut bare = basis.vault.clone();
    exemptions(&mut bare).for_each(|exemptions| *exemptions = Exemptions::default());
    let without_exemptions = asks(&bare);

    let mut all = as_it_is.clone();
    for asked in new(&as_it_is, &without_exemptions) {
        all.entry(asked).or_insert(Standing::Waived);
    }
    let mut frank = bare.clone();
    for eraser in ERASERS {
        eraser.erase(&mut frank, What::Declined);
    }
    for asked in new(&without_exemptions, &asks(&frank)) {
        all.entry(asked).or_insert(Standing::Declined);
    }
    for eraser in ERASERS {
        let mut blank = bare.clone();
        eraser.erase(&mut blank, What::All);
        for asked in new(&without_exemptions, &asks(&blank)) {
            if eraser.serves(asked.0.0) {
                all.entry(asked).or_insert(Standing::Done);
            }
        }
    }
    all
}

/// What is asked and not there yet.
fn asked(findings: &[Finding], basis: &Basis<'_>) -> BTreeMap<Asked, Standing> {
    let mut all = BTreeMap::new();
    let counts = |finding: &&Finding| {
        !LEFT_OUT.contains(&finding.rule.stage())
            && finding.rule.weight != Weight::AgendaOnly
            && (basis.only.is_none() || finding.company == basis.only)
            && finding.duty().is_none_or(|duty| duty.has_opened(basis.today))
    };
    for finding in findings.iter().filter(counts) {
        let subject = (finding.rule.id, finding.company, finding.round);
        let person = finding.person.as_ref().map(|person| person.name.clone());
        let promise = finding.duty().and_then(|duty| duty.promise.clone());
        let standing = all.entry((subject, person, promise)).or_insert(Standing::Open);
        if finding.is_shown(basis.today) {
            *standing = Standing::Missing;
        }
    }
    all
}

/// What is asked after and was not before. Where a rule asks no oftener than before, it only asks somebody else.
fn new(before: &BTreeMap<Asked, Standing>, after: &BTreeMap<Asked, Standing>) -> Vec<Asked> {
    let times = |list: &BTreeMap<Asked, Standing>| {
        let mut times: BTreeMap<Subject, usize> = BTreeMap::new();
        for (subject, ..) in list.keys() {
            *times.entry(*subject).or_default() += 1;
        }
        times
    };
    let (earlier, later) = (times(before), times(after));
    let is_new = |asked: &&Asked| !before.contains_key(*asked) && later.get(&asked.0) > earlier.get(&asked.0);
    after.keys().filter(is_new).cloned().collect()
}

fn exemptions(vault: &mut Vault) -> impl Iterator<Item = &mut Exemptions> {
    let candidates = vault.candidates.iter_mut().map(|record| &mut record.exemptions);
    let companies = vault.companies.iter_mut().map(|record| &mut record.exemptions);
    let interviewers = vault.interviewers.iter_mut().map(|record| &mut record.exemptions);
    let rounds = vault.rounds.iter_mut().map(|record| &mut record.exemptions);
    let contacts = vault.contacts.iter_mut().map(|record| &mut record.exemptions);
    let letters = vault.letters.iter_mut().map(|record| &mut record.exemptions);
    let praise = vault.testimonials.iter_mut().map(|record| &mut record.exemptions);
    candidates.chain(companies).chain(interviewers).chain(rounds).chain(contacts).chain(letters).chain(praise)
}
