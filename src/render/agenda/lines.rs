//! The lines of the agenda's items, kept from one drawing to the next as long as nothing changes that they show.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::agenda::Item;
use crate::checklist::{PerApplication, Reach};
use crate::model::Renumbering;

/// The lines that were drawn, of one vault on one day: for each application, by their items' ids.
#[derive(Debug, Default)]
pub struct Lines(PerApplication<HashMap<String, Line>>);

/// A line, and all that it was drawn from beside notes of its application.
#[derive(Debug)]
struct Line {
    item: Item,
    /// When what it goes with opens and is due: that is not said again.
    with: Option<Days>,
    text: String,
}

/// When an item opens, and when it is due.
type Days = (Option<NaiveDate>, NaiveDate);

impl Lines {
    /// Drops what shows notes of these reaches, since one of them changed.
    pub fn forget(&self, reaches: &[Reach]) {
        self.0.forget(reaches);
    }

    /// Follows notes that came or went: how a link is written depends on which there are, to a draft that is yet to be
    /// written too.
    pub fn renumber(&self, renumbering: &Renumbering) {
        if !renumbering.is_empty() {
            self.forget(&[Reach::Anybody]);
        }
    }

    /// The line of that item, which may go with another; else what `draw` makes of it. What stands in no application is
    /// drawn each time.
    pub(super) fn line(&self, item: &Item, with: Option<&Item>, draw: impl FnOnce() -> String) -> String {
        let Some(company) = item.company else { return draw() };
        let with = with.map(|head| (head.opens, head.due));
        let mut all = self.0.all();
        let lines = all.entry(company).or_default();
        if let Some(line) = lines.get(&item.id).filter(|line| line.with == with && line.item == *item) {
            return line.text.clone();
        }
        let text = draw();
        lines.insert(item.id.clone(), Line { item: item.clone(), with, text: text.clone() });
        text
    }
}
