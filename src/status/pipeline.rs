//! How far each application has come, and the days that count: what the picture of the search is drawn from.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Stage;
use super::overview::{self, Ahead};
use crate::checklist::Application;
use crate::model::{CompanyId, Vault};

/// The whole search by stages.
#[derive(Clone, Debug)]
pub struct Pipeline {
    /// One for each application: the open ones by their next day, then those that are over, the latest first.
    pub steps: Vec<Step>,
}

/// One application on its way.
#[derive(Clone, Debug)]
pub struct Step {
    /// Which.
    pub company: CompanyId,
    /// How far it has come.
    pub stage: Stage,
    /// The latest round that was held, as an index into [`Vault::rounds`].
    pub last: Option<usize>,
    /// The round to which an answer is awaited, as an index into [`Vault::rounds`].
    pub waiting: Option<usize>,
    /// The days that count from here on, in order; see [`Row::dates`](super::Row::dates).
    pub dates: Vec<Ahead>,
}

/// By what applications are ordered; see [`order`].
pub(super) type Order = (bool, (bool, Option<NaiveDate>), Reverse<Option<NaiveDate>>, CompanyId);

impl Pipeline {
    /// The applications of `vault` as of `today`.
    pub fn new(vault: &Vault, today: NaiveDate) -> Self {
        let ids = (0..u32::try_from(vault.companies.len()).unwrap_or(u32::MAX)).map(CompanyId);
        let mut steps: Vec<Step> = ids.map(|id| Step::new(&Application::new(vault, id, today))).collect();
        steps.sort_by_cached_key(|step| order(vault, step.company, step.stage, step.dates.first()));
        Self { steps }
    }
}

impl Step {
    fn new(application: &Application<'_>) -> Self {
        let (stage, _) = Stage::of(application);
        Self {
            company: application.id,
            stage,
            last: application.current().map(|held| held.at),
            waiting: application.waiting().map(|held| held.at),
            dates: overview::dates(application, stage),
        }
    }
}

/// Open applications by their next day, those without one last; then those that are over, the latest first.
pub(super) fn order(vault: &Vault, company: CompanyId, stage: Stage, next: Option<&Ahead>) -> Order {
    if stage.is_over() {
        return (true, (false, None), Reverse(vault.company(company).decided_on.get()), company);
    }
    (false, (next.is_none(), next.map(|next| next.on)), Reverse(None), company)
}
