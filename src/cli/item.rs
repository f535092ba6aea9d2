//! An item of the agenda, named on the command line by its id.

use super::failure::Failure;
use super::session::Session;
use crate::checklist::{Checklist, Finding};
use crate::text::nearest;

/// Ids are found by so many of their characters.
const LEAST: usize = 4;

/// The id as it is given, with nothing around it: as long as it must be.
pub(super) fn id(given: &str) -> Result<String, Failure> {
    let id = given.trim().trim_matches(['^', '(', ')']).to_lowercase();
    if id.len() < LEAST {
        return Err(Failure::Usage(format!(
            "`{given}` is too short for an id; give at least {LEAST} of its characters"
        )));
    }
    Ok(id)
}

/// The one item whose id begins like that, a duty before a fault.
pub(super) fn find<'c>(session: &Session, checklist: &'c Checklist, given: &str) -> Result<&'c Finding, Failure> {
    let begin = id(given)?;
    let all: Vec<(String, &Finding)> = checklist.all().map(|finding| (finding.id(&session.vault), finding)).collect();
    let mut found: Vec<&(String, &Finding)> = all.iter().filter(|(id, _)| id.starts_with(&begin)).collect();
    found.sort_by_key(|(id, finding)| (id.clone(), finding.duty().is_none()));
    found.dedup_by_key(|(id, _)| id.clone());
    match found[..] {
        [(_, only)] => Ok(only),
        [] => {
            let near = nearest(&begin, all.iter().map(|(id, _)| id.as_str()));
            let hint = near.map_or_else(
                || "ids stand at the end of the lines that `vault agenda` prints".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Err(Failure::Usage(format!("no item has an id that begins with `{begin}`; {hint}")))
        }
        _ => {
            let each = found.iter().map(|(id, finding)| {
                let title = finding.duty().map_or(finding.message.as_str(), |duty| duty.title.as_str());
                format!("{id} ({title})")
            });
            Err(Failure::Usage(format!("`{begin}` could be {}", each.collect::<Vec<_>>().join(" or "))))
        }
    }
}
