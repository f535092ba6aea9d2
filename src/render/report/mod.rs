//! The search as one HTML page that needs nothing but itself: to read on a phone, to print, to show somebody.
//!
//! First everything that the page says is put into words, as a [`Report`]; there it is decided what may be told. The
//! page is drawn from that alone, and has no other way to the notes.

mod blocks;
mod build;
mod names;
mod page;
mod tasks;

pub use page::html;

use chrono::NaiveDate;

use crate::status::{Share, Support};

/// Who is to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The candidate: names and words as in the notes.
    Candidate,
    /// Anybody: letters and numbers for names, and no words of the notes.
    Anybody,
}

/// All that a report says; every text is flat, and none is marked up.
#[derive(Clone, Debug)]
pub struct Report {
    reader: Reader,
    today: NaiveDate,
    /// Whose search it is.
    owner: Option<String>,
    /// How much, of what.
    figures: Vec<(String, &'static str)>,
    board: Vec<Column>,
    due: Vec<Pile>,
    /// Nothing is to be done today.
    is_free: bool,
    /// What comes next then.
    next: Option<String>,
    circles: Vec<Circle>,
    measures: Vec<Measured>,
    /// One for each application, in the order of the overview.
    stories: Vec<Story>,
}

/// The applications that have come equally far.
#[derive(Clone, Debug)]
struct Column {
    stage: &'static str,
    cards: Vec<Card>,
}

/// An application on the board.
#[derive(Clone, Debug)]
struct Card {
    /// Index into [`Report::stories`].
    story: usize,
    /// How it stands, and the day that counts.
    lines: Vec<String>,
    /// How much of it is overdue or due today.
    pressing: Option<String>,
}

/// Things to do that belong together.
#[derive(Clone, Debug)]
struct Pile {
    heading: &'static str,
    is_overdue: bool,
    tasks: Vec<Task>,
}

/// Something to do.
#[derive(Clone, Debug)]
struct Task {
    title: String,
    /// For which round, and when.
    details: Vec<String>,
    /// What goes with it.
    also: Vec<String>,
}

/// The people met at one company.
#[derive(Clone, Debug)]
struct Circle {
    company: String,
    people: Vec<Backer>,
}

/// Somebody met.
#[derive(Clone, Debug)]
struct Backer {
    name: String,
    /// Their part in the choice.
    part: String,
    support: Support,
    /// In which round, in which words, and how it was before.
    said: Vec<String>,
    /// When they were thanked, round by round.
    thanks: Vec<String>,
}

/// A share, and where it is going.
#[derive(Clone, Debug)]
struct Measured {
    what: String,
    share: Share,
    verdict: Option<String>,
}

/// One application over time.
#[derive(Clone, Debug)]
struct Story {
    company: String,
    position: Option<String>,
    is_over: bool,
    facts: Vec<String>,
    lesson: Option<String>,
    past: Vec<Day>,
    coming: Vec<Day>,
}

/// What belongs to one day.
#[derive(Clone, Debug)]
struct Day {
    date: NaiveDate,
    events: Vec<Happening>,
}

/// Something that happened, or will.
#[derive(Clone, Debug)]
struct Happening {
    side: Side,
    words: String,
}

/// Whose doing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// An interview.
    Both,
    /// The candidate's.
    Mine,
    /// Theirs.
    Theirs,
    /// A day to keep, or something found out.
    Nobody,
}
