//! Days beside the text: what is due on a line, and the weekday of a date.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Value, json};

use super::place::keys_in;
use super::world::View;
use crate::checklist::Duty;
use crate::parse::front_matter::{Read, Value as Written, read};
use crate::render::{day, flat};

/// The hints in a range of bytes of a note.
pub(super) fn hints(view: View<'_>, within: &Range<usize>) -> Vec<Value> {
    let Some(world) = view.world else { return Vec::new() };
    let mut said = weekdays(view);
    let mut due: BTreeMap<usize, Vec<&Duty>> = BTreeMap::new();
    for (finding, duty) in view.findings().filter_map(|finding| Some((finding, finding.duty()?))) {
        let line = view.document.line(view.document.shown(finding.span).start as usize);
        due.entry(line.end as usize).or_default().push(duty);
    }
    for (at, mut duties) in due {
        duties.sort_by_key(|duty| (duty.due, duty.priority));
        let when = |duty: &Duty| day(duty.due, world.today);
        let more = match duties.len() - 1 {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        let titles = duties.iter().map(|duty| flat(&format!("{}: {}", when(duty), duty.title)));
        said.push((at, format!("due {}{more}", when(duties[0])), Some(titles.collect::<Vec<_>>().join("\n"))));
    }
    said.retain(|(at, ..)| within.contains(at) || *at == within.end);
    let hint = |(at, label, tooltip): (usize, String, Option<String>)| {
        let mut hint = json!({ "position": view.document.position(at), "label": label, "paddingLeft": true });
        if let Some(tooltip) = tooltip {
            hint["tooltip"] = tooltip.into();
        }
        hint
    };
    said.into_iter().map(hint).collect()
}

/// The weekday of each date in the front matter.
fn weekdays(view: View<'_>) -> Vec<(usize, String, Option<String>)> {
    let text = view.document.text.as_str();
    if !keys_in(text).contains(&"type") {
        return Vec::new();
    }
    let Read::Found(front_matter) = read(text) else { return Vec::new() };
    let dates = front_matter.entries.iter().filter_map(|entry| match &entry.value {
        Written::Scalar(scalar) => Some((entry.span.end as usize, scalar.text.parse::<chrono::NaiveDate>().ok()?)),
        _ => None,
    });
    dates.map(|(at, date)| (at, date.format("%A").to_string(), None)).collect()
}
