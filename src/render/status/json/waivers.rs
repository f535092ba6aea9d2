//! `vault status --waivers --format json`

use serde::Serialize;

use super::whole;
use crate::model::Vault;
use crate::status::{self, Waivers};

/// What is silenced: `waivers`, `holds`, and the rules that are `off` in `vault.toml`.
pub fn waivers(view: &Waivers, vault: &Vault) -> String {
    let lines = |list: &'_ [status::Silence]| list.iter().map(|silence| Silence::new(silence, vault)).collect();
    whole(view.today, Silences { waivers: lines(&view.waived), holds: lines(&view.held), off: &view.off })
}

#[derive(Serialize)]
struct Silences<'a> {
    waivers: Vec<Silence>,
    holds: Vec<Silence>,
    off: &'a [String],
}

#[derive(Serialize)]
struct Silence {
    rule: String,
    person: Option<String>,
    company: Option<String>,
    until: Option<String>,
    reason: String,
    fault: Option<String>,
    path: String,
    line: usize,
}

impl Silence {
    fn new(silence: &status::Silence, vault: &Vault) -> Self {
        Self {
            rule: silence.rule.clone(),
            person: silence.person.clone(),
            company: silence.company.map(|id| vault.company(id).name.clone()),
            until: silence.until.map(|day| day.to_string()),
            reason: silence.reason.clone(),
            fault: silence.fault.clone(),
            path: silence.place.path.to_string(),
            line: silence.place.line,
        }
    }
}
