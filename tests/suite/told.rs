//! What single rules find in a vault on a given day, in short words for tables.

use interview_vault::checklist::Finding;
use interview_vault::diagnostic::Severity;

use crate::notes::Notes;

impl Notes {
    /// Configured so, instead.
    pub(crate) fn config(self, toml: &str) -> Self {
        self.note("vault.toml", toml)
    }

    /// What `rule` finds on that day.
    pub(crate) fn found(&self, rule: &str, today: &str) -> Vec<Finding> {
        self.clone().today(today).look().of(rule).into_iter().cloned().collect()
    }

    /// How much each finding of `rule` weighs on that day; `None` in the agenda only.
    pub(crate) fn weighs(&self, rule: &str, today: &str) -> Vec<Option<Severity>> {
        self.found(rule, today).iter().map(|finding| finding.severity).collect()
    }

    /// Opening and due days of the duties of `rule` on that day.
    pub(crate) fn times(&self, rule: &str, today: &str) -> Vec<(String, String)> {
        let found = self.found(rule, today);
        let duties = found.iter().filter_map(Finding::duty);
        duties.map(|duty| (duty.opens.map(|day| day.to_string()).unwrap_or_default(), duty.due.to_string())).collect()
    }
}
