//! `vault status --promises --format json`

use serde::Serialize;

use super::whole;
use crate::model::Vault;
use crate::status::PromiseView;

/// What was promised: `promises`, in the order of the view.
pub fn promises(view: &PromiseView, vault: &Vault) -> String {
    let promises = view.promises.iter().map(|line| Promise {
        company: &vault.company(line.company).name,
        round: line.round,
        person: line.person.as_deref(),
        text: &line.text,
        state: line.standing.name(),
        due: line.due.map(|day| day.to_string()),
        kept_on: line.kept_on.map(|day| day.to_string()),
        path: &line.place.path,
        line: line.place.line,
    });
    let (in_time, dated) = view.in_time();
    whole(view.today, Promises { promises: promises.collect(), kept_in_time: [in_time, dated] })
}

#[derive(Serialize)]
struct Promises<'a> {
    promises: Vec<Promise<'a>>,
    kept_in_time: [usize; 2],
}

#[derive(Serialize)]
struct Promise<'a> {
    company: &'a str,
    round: u32,
    person: Option<&'a str>,
    text: &'a str,
    state: &'static str,
    due: Option<String>,
    kept_on: Option<String>,
    path: &'a str,
    line: usize,
}
