//! The stages and who stands in them, as a flow.

use super::label::label;
use super::stage;
use crate::model::Vault;
use crate::status::{Pipeline, Stage, Step};

/// Names shown in one stage; the tables below have them all.
const NAMES: usize = 8;
/// Characters of a name.
const LONGEST: usize = 32;

/// The way to a job, in order; the others of [`ENDS`] are where it may end instead.
const WAY: [Stage; 7] =
    [Stage::Applied, Stage::Planned, Stage::Past, Stage::Waiting, Stage::Advanced, Stage::Offer, Stage::Accepted];
const ENDS: [Stage; 3] = [Stage::Rejected, Stage::Withdrawn, Stage::Closed];

/// The lines of a Mermaid flowchart: the way as a chain, with the way round again and the other ends.
pub(super) fn flow(pipeline: &Pipeline, vault: &Vault) -> Vec<String> {
    let steps = |stage: Stage| -> Vec<&Step> { pipeline.steps.iter().filter(|step| step.stage == stage).collect() };
    // What is only passed through in haste, and where it may end otherwise, shows when somebody is there.
    let is_shown = |stage: &Stage| {
        !matches!(stage, Stage::Past | Stage::Advanced) && WAY.contains(stage) || !steps(*stage).is_empty()
    };
    let way: Vec<Stage> = WAY.into_iter().filter(is_shown).collect();
    let ends: Vec<Stage> = ENDS.into_iter().filter(is_shown).collect();
    let mut lines = vec!["flowchart TD".to_owned()];
    lines.extend(way.iter().chain(&ends).map(|stage| node(*stage, &steps(*stage), vault)));
    lines.extend(way.windows(2).map(|pair| format!("    {} --> {}", pair[0].name(), pair[1].name())));
    let again = if way.contains(&Stage::Advanced) { Stage::Advanced } else { Stage::Waiting };
    lines.push(format!("    {} -- next round --> {}", again.name(), Stage::Planned.name()));
    lines.extend(ends.iter().map(|end| format!("    {} -.-> {}", Stage::Waiting.name(), end.name())));
    lines.push("    classDef empty opacity:0.5".to_owned());
    let empty: Vec<&str> = way.iter().filter(|stage| steps(**stage).is_empty()).map(|stage| stage.name()).collect();
    if !empty.is_empty() {
        lines.push(format!("    class {} empty", empty.join(",")));
    }
    lines
}

fn node(at: Stage, steps: &[&Step], vault: &Vault) -> String {
    let mut words = vec![format!("{} · {}", label(stage(at), LONGEST), steps.len())];
    words.extend(steps.iter().take(NAMES).map(|step| label(&vault.company(step.company).name, LONGEST)));
    if steps.len() > NAMES {
        words.push(format!("and {} more", steps.len() - NAMES));
    }
    format!("    {}[\"{}\"]", at.name(), words.join("<br/>"))
}
