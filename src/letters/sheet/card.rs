//! The closing card: one side, ten steps in their order, what was missed last time before them.

use super::brief::Brief;
use super::missed::{self, Missed};
use super::page::Page;
use super::wording::Point;
use crate::model::{Answer, Named};
use crate::text::{inert, listed};

/// The card for one round.
pub(super) fn write(brief: &Brief<'_, '_>) -> String {
    let mut page = Page::titled(&format!("Closing card: {}", brief.title()));
    let card = Card::new(brief);
    card.last_time(&mut page);
    card.steps(&mut page);
    page.into_text()
}

/// The names that the words are filled in with.
struct Card<'b, 'a, 'v> {
    brief: &'b Brief<'a, 'v>,
    /// Those who are there and decide.
    deciding: Vec<String>,
    /// The others who are there.
    others: Vec<String>,
    rivals: String,
    decider: String,
    owner: String,
    missed: Vec<Missed<'v>>,
}

impl<'b, 'a, 'v> Card<'b, 'a, 'v> {
    fn new(brief: &'b Brief<'a, 'v>) -> Self {
        let called = |people: Vec<&Named>| people.into_iter().map(|person| brief.called(person)).collect();
        let (deciding, others): (Vec<&Named>, Vec<&Named>) =
            brief.people().iter().partition(|person| brief.decides(person));
        let rivals = match brief.app.rivals().answer {
            Answer::Value(0) | Answer::Nothing => "anyone else you may still see".to_owned(),
            Answer::Value(1) => "the other candidate".to_owned(),
            Answer::Value(count) => format!("the other {}", counted(count)),
            Answer::Declined | Answer::Missed | Answer::Absent => "the others".to_owned(),
        };
        let (decider, owner) = match brief.decider() {
            // The one who decides, and sits there alone, can only point to others beside them.
            Some(_) if others.is_empty() && !deciding.is_empty() => {
                ("whoever decides with you".into(), "others too".into())
            }
            Some(decider) => (brief.called(decider), brief.called(decider)),
            None => ("whoever decides".to_owned(), "somebody else".to_owned()),
        };
        let missed = brief.last().map(|held| missed::of(held.round)).unwrap_or_default();
        Self { brief, deciding: called(deciding), others: called(others), rivals, decider, owner, missed }
    }

    /// The words of a point, in quotation marks.
    fn say(&self, point: Point) -> String {
        let everyone: Vec<String> = self.brief.people().iter().map(|person| self.brief.called(person)).collect();
        let names = if everyone.is_empty() { String::new() } else { format!(", {}", listed(&everyone)) };
        let words = point.words(self.brief.app.config().stance);
        // With nobody named there is nothing to set off by a comma.
        let words = if names.is_empty() { words.replace("{names},", "") } else { words.to_owned() };
        let words = words.replace("{names}", &names).replace("{others}", &self.rivals);
        format!("\"{}\"", words.replace("{decider}", &self.decider).replace("{owner}", &self.owner))
    }

    /// What was missed or evaded in the round before.
    fn last_time(&self, page: &mut Page) {
        let Some(held) = self.brief.last().filter(|_| !self.missed.is_empty()) else { return };
        page.words(&format!("**First, from last time** ({}):", self.brief.day(held.date)));
        for Missed { point, people, evaded } in &self.missed {
            let names: Vec<String> = people.iter().map(|person| inert(&person.name)).collect();
            let how = if *evaded { "evaded" } else { "not asked" };
            let with = if names.is_empty() { String::new() } else { format!(", {}", listed(&names)) };
            let is_there = people.iter().any(|person| self.brief.round.place_of(person).is_some());
            let say = self.say(match point {
                // Evaded once by somebody who is there again: the next rung of the ladder is left.
                Point::Support if *evaded && is_there => Point::Speak,
                Point::Support if self.others.is_empty() && !self.deciding.is_empty() => Point::Hire,
                point => *point,
            });
            page.item(&format!("{say} ({how}{with})"));
        }
    }

    fn steps(&self, page: &mut Page) {
        self.step(page, "Thanks", Point::Thanks);
        self.step(page, "Doubts", Point::Doubts);
        self.step(page, "Clear", Point::Clear);
        self.step(page, "Compare", Point::Compare);
        if matches!(self.brief.app.rivals().answer, Answer::Absent | Answer::Missed) {
            self.below(page, Point::Rivals);
        }
        self.step(page, "What it takes", Point::Takes);
        self.support(page);
        self.step(page, "Next step", Point::Match);
        self.below(page, Point::Steps);
        self.below(page, Point::People);
        self.below(page, Point::Focus);
        if self.brief.decider().is_none() {
            self.below(page, Point::Decider);
        }
        self.step(page, "When", Point::When);
        if !self.comes_first(Point::PlayBack) {
            page.below(&format!("say it back: {}", self.say(Point::PlayBack)));
        }
        self.step(page, "Check in", Point::CheckIn);
        // It ends the talk, whether it was missed last time or not.
        page.step("The job", &self.say(Point::Job));
    }

    /// Whether a point's words stand at the top already, which need not be said twice.
    fn comes_first(&self, point: Point) -> bool {
        self.missed.iter().any(|missed| missed.point == point)
    }

    fn step(&self, page: &mut Page, title: &str, point: Point) {
        page.step(title, &if self.comes_first(point) { "above".to_owned() } else { self.say(point) });
    }

    fn below(&self, page: &mut Page, point: Point) {
        if !self.comes_first(point) {
            page.below(&self.say(point));
        }
    }

    /// Support from each, the job itself from whoever decides, and the ladder for evasion.
    fn support(&self, page: &mut Page) {
        page.step("Support", "one by one; an evasion is no answer, so go on to the next line");
        if !self.deciding.is_empty() {
            page.below(&format!("{}: {}", listed(&self.deciding), self.say(Point::Hire)));
        }
        if !self.others.is_empty() || self.deciding.is_empty() {
            let whom = if self.others.is_empty() { "each of them".to_owned() } else { listed(&self.others) };
            page.below(&format!("{whom}: {}", self.say(Point::Support)));
        }
        page.below(&format!("evaded once: {}", self.say(Point::Speak)));
        page.below(&format!("evaded twice: {}", self.say(Point::Voice)));
    }
}

/// A small number as one says it.
fn counted(count: u32) -> String {
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = count.checked_sub(2).and_then(|at| WORDS.get(at as usize));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
