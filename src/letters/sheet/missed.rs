//! What was not asked last time, or was asked and evaded: it comes first on the closing card.

use super::wording::Point;
use crate::model::{Answer, Field, Named, PersonClose, Round, Support};

/// A point that was missed, and with whom; with nobody where it was no one person's to answer.
pub(super) struct Missed<'v> {
    pub(super) point: Point,
    pub(super) people: Vec<&'v Named>,
    /// Asked, and evaded.
    pub(super) evaded: bool,
}

/// Everything missed or evaded in a round, each point once, in the order of the card.
pub(super) fn of(round: &Round) -> Vec<Missed<'_>> {
    let mut all: Vec<Missed<'_>> =
        of_round(round).into_iter().map(|point| Missed { point, people: Vec::new(), evaded: false }).collect();
    for close in &round.close.people {
        for (point, evaded) in of_person(close) {
            match all.iter_mut().find(|missed| missed.point == point && missed.evaded == evaded) {
                Some(missed) => missed.people.push(&close.person),
                None => all.push(Missed { point, people: vec![&close.person], evaded }),
            }
        }
    }
    all.sort_by_key(|missed| missed.point);
    all
}

fn of_round(round: &Round) -> Vec<Point> {
    let keys = [
        (round.rivals.is_missed(), Point::Rivals),
        (round.said_match.is_missed() || round.match_agreed.is_missed(), Point::Match),
        (is_missed(&[&round.next_step, &round.steps_when]), Point::Steps),
        (round.rounds_left.is_missed() || round.other_steps.is_missed(), Point::Steps),
        (round.next_interviewers.is_missed(), Point::People),
        (is_missed(&[&round.next_focus, &round.next_wants]), Point::Focus),
        (round.play_up.is_missed() || round.shore_up.is_missed(), Point::Focus),
        (round.sponsor.is_missed(), Point::Help),
        (round.decider.is_missed(), Point::Decider),
        (round.hear_by.is_missed() || round.hear_by_said.is_missed(), Point::When),
        (round.hear_by_confirmed.is_missed(), Point::PlayBack),
        (round.check_in.is_missed(), Point::CheckIn),
        (round.asked_for_job.is_missed(), Point::Job),
    ];
    let mut points: Vec<Point> = keys.into_iter().filter(|(missed, _)| *missed).map(|(_, point)| point).collect();
    points.dedup();
    points
}

fn is_missed(fields: &[&Field<String>]) -> bool {
    fields.iter().any(|field| field.is_missed())
}

fn of_person(close: &PersonClose) -> Vec<(Point, bool)> {
    let evaded = matches!(close.support.answer, Answer::Value(Support::Deflected { then: None }));
    let labels = [
        (close.concerns.is_missed(), Point::Doubts, false),
        (close.clear.is_missed(), Point::Clear, false),
        (close.standing.is_missed(), Point::Compare, false),
        (close.to_win.is_missed(), Point::Takes, false),
        (close.support.is_missed(), Point::Support, false),
        (evaded, Point::Support, true),
        (close.about_outcome == Answer::Missed, Point::People, false),
    ];
    labels.into_iter().filter(|(missed, ..)| *missed).map(|(_, point, evaded)| (point, evaded)).collect()
}
