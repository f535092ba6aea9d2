//! `vault status --coverage --format json`

use serde::Serialize;

use super::whole;
use crate::status;

/// How much is done: `stages`, each with its counts and its rules.
pub fn coverage(view: &status::Coverage) -> String {
    let stages = view.stages.iter().map(|stage| OfStage {
        stage: stage.stage.name,
        counts: Counts::new(stage.counts),
        rules: stage.rules.iter().map(|rule| OfRule { rule: rule.rule.id, counts: Counts::new(rule.counts) }).collect(),
    });
    whole(view.today, Coverage { stages: stages.collect() })
}

#[derive(Serialize)]
struct Coverage {
    stages: Vec<OfStage>,
}

#[derive(Serialize)]
struct OfStage {
    stage: &'static str,
    #[serde(flatten)]
    counts: Counts,
    rules: Vec<OfRule>,
}

#[derive(Serialize)]
struct OfRule {
    rule: &'static str,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    done: usize,
    declined: usize,
    waived: usize,
    open: usize,
    missing: usize,
}

impl Counts {
    fn new(counts: status::Counts) -> Self {
        let status::Counts { done, declined, waived, open, missing } = counts;
        Self { done, declined, waived, open, missing }
    }
}
