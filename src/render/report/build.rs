//! A report put into words.

use chrono::NaiveDate;

use super::names::Names;
use super::{Backer, Card, Circle, Column, Day, Happening, Measured, Pile, Reader, Report, Side, Story, Task};
use crate::agenda::{Agenda, State};
use crate::checklist::Application;
use crate::model::{CompanyId, Vault};
use crate::render::agenda::{ON_HOLD, SIT_TIGHT, groups, heading, next, when};
use crate::render::status::human::{overview, short, support, timeline, wording};
use crate::render::{day, flat, pipeline};
use crate::status::{
    Basis, Event, EventKind, Overview, PromiseView, Row, Share, Stage, SupportView, Thanked, ThanksView, Timeline, What,
};

impl Report {
    /// The search of `basis` for `reader`, with what `agenda`, made from the same, has to do.
    pub fn new(basis: &Basis<'_>, agenda: &Agenda, reader: Reader) -> Self {
        let names = match reader {
            Reader::Candidate => Names::Open(basis.vault),
            Reader::Anybody => Names::hidden(basis.vault),
        };
        let overview = Overview::new(basis);
        let thanks = ThanksView::new(basis);
        let teller = Teller { basis, names, thanks: &thanks };
        let coming = agenda.next.as_ref().map(|coming| next(coming, basis.vault, basis.today));
        Self {
            reader,
            today: basis.today,
            owner: teller.names.own(basis.vault.candidate().and_then(|me| me.full_name.text())),
            figures: teller.figures(&overview, agenda),
            board: teller.board(&overview.rows),
            due: teller.due(agenda),
            is_free: agenda.items.iter().all(|item| item.state == State::Upcoming),
            next: teller.names.own(coming.as_deref()),
            circles: teller.circles(),
            measures: teller.measures(&overview),
            stories: overview.rows.iter().map(|row| teller.story(row)).collect(),
        }
    }
}

/// The columns of the board, from the first step to the last.
const STAGES: [Stage; 10] = [
    Stage::Applied,
    Stage::Past,
    Stage::Planned,
    Stage::Waiting,
    Stage::Advanced,
    Stage::Offer,
    Stage::Accepted,
    Stage::Rejected,
    Stage::Withdrawn,
    Stage::Closed,
];

struct Teller<'a, 'v> {
    basis: &'a Basis<'v>,
    names: Names<'v>,
    thanks: &'a ThanksView,
}

impl Teller<'_, '_> {
    fn vault(&self) -> &Vault {
        self.basis.vault
    }

    fn figures(&self, overview: &Overview, agenda: &Agenda) -> Vec<(String, &'static str)> {
        let open = overview.rows.iter().filter(|row| !row.stage.is_over()).count();
        let ahead = |row: &Row| {
            row.dates.iter().filter(|ahead| ahead.what == What::Interview && ahead.on >= overview.today).count()
        };
        let ahead: usize = overview.rows.iter().map(ahead).sum();
        let due = |state| agenda.items_in(state).count();
        let thanked = self.thanks.in_time();
        let mut figures = vec![
            (open.to_string(), if open == 1 { "application open" } else { "applications open" }),
            (ahead.to_string(), if ahead == 1 { "interview ahead" } else { "interviews ahead" }),
            (due(State::Overdue).to_string(), "overdue"),
            (due(State::Today).to_string(), "due today"),
        ];
        if thanked.of > 0 {
            figures.push((format!("{}%", thanked.percent()), "of thanks in time"));
        }
        figures
    }

    fn board(&self, rows: &[Row]) -> Vec<Column> {
        let column = |stage| {
            let of_stage = rows.iter().enumerate().filter(|(_, row)| row.stage == stage);
            let cards: Vec<Card> = of_stage.map(|(story, row)| self.card(story, row)).collect();
            Column { stage: pipeline::stage(stage), cards }
        };
        STAGES.into_iter().map(column).filter(|column| !column.cards.is_empty()).collect()
    }

    fn card(&self, story: usize, row: &Row) -> Card {
        let pressing = [(row.overdue, "overdue"), (row.today, "due today")];
        let pressing = pressing.into_iter().filter(|(count, _)| *count > 0);
        let pressing: Vec<String> = pressing.map(|(count, what)| format!("{count} {what}")).collect();
        let mut lines = vec![self.stands(row)];
        lines.extend(overview::dates(row, self.basis.today));
        Card { story, lines, pressing: (!pressing.is_empty()).then(|| pressing.join(", ")) }
    }

    /// How an application stands.
    fn stands(&self, row: &Row) -> String {
        // The hour is written in words of the notes.
        match self.names {
            Names::Open(vault) => wording::stage(row, vault, self.basis.today),
            Names::Hidden { .. } => wording::stage_by_day(row, self.vault(), self.basis.today),
        }
    }

    fn due(&self, agenda: &Agenda) -> Vec<Pile> {
        let today = agenda.today;
        let task = |title, details: Vec<Option<String>>| Task {
            title,
            details: details.into_iter().flatten().collect(),
            also: Vec::new(),
        };
        let mut piles: Vec<Pile> = Vec::new();
        for state in State::ALL {
            let tasks = groups(agenda.items_in(state)).into_iter().map(|group| {
                let head = group.head;
                let details = vec![self.place(head.company, head.round), when(head, None, today)];
                let also = group.papers.into_iter().map(|paper| {
                    let when = when(paper, Some(head), today).map(|when| format!(" · {when}"));
                    format!("{}{}", self.names.duty(paper), when.unwrap_or_default())
                });
                Task { also: also.collect(), ..task(self.names.duty(head), details) }
            });
            let (heading, is_overdue) = (heading(state), state == State::Overdue);
            piles.push(Pile { heading, is_overdue, tasks: tasks.collect() });
        }
        let quiet = agenda.quiet.iter().map(|quiet| {
            let until = format!("until {}: {}", day(quiet.until, today), quiet.reason);
            task(self.place(Some(quiet.company), Some(quiet.round)).unwrap_or_default(), vec![Some(until)])
        });
        piles.push(Pile { heading: SIT_TIGHT, is_overdue: false, tasks: quiet.collect() });
        let held = agenda.held.iter().map(|rest| {
            let until = format!("until {}", day(rest.until, today));
            let details = vec![self.place(rest.company, rest.round), Some(until), self.names.own(Some(&rest.reason))];
            task(self.names.rest(rest), details)
        });
        piles.push(Pile { heading: ON_HOLD, is_overdue: false, tasks: held.collect() });
        piles.retain(|pile| !pile.tasks.is_empty());
        piles
    }

    /// `Lyrebird Pianos round 2`
    fn place(&self, company: Option<CompanyId>, round: Option<usize>) -> Option<String> {
        let company = self.names.company(company?);
        let round = round.and_then(|at| self.vault().rounds.get(at));
        Some(round.map_or_else(|| company.clone(), |round| format!("{company} round {}", round.number)))
    }

    fn circles(&self) -> Vec<Circle> {
        let mut circles: Vec<(CompanyId, Circle)> = Vec::new();
        for one in &SupportView::new(self.basis).people {
            let mine = |thanked: &&Thanked| thanked.company == one.company && thanked.person.is(&one.person);
            let thanks = self.thanks.people.iter().filter(mine).map(|thanked| self.thanked(thanked)).collect();
            let told = self.names.backing(one);
            let said =
                std::iter::once(support::answer(&told, self.vault())).chain(support::earlier(&told, self.vault()));
            let backer = Backer {
                name: flat(&told.person.name),
                part: support::part(&told).join(" · "),
                support: told.latest.support,
                said: said.collect(),
                thanks,
            };
            match circles.last_mut().filter(|(company, _)| *company == one.company) {
                Some((_, circle)) => circle.people.push(backer),
                None => circles
                    .push((one.company, Circle { company: self.names.company(one.company), people: vec![backer] })),
            }
        }
        circles.into_iter().map(|(_, circle)| circle).collect()
    }

    /// When somebody was thanked for a round.
    fn thanked(&self, thanked: &Thanked) -> String {
        let number = self.vault().rounds[thanked.round].number;
        let late = |day: NaiveDate| wording::days((day - thanked.due).num_days());
        let how = match thanked.first {
            Some(_) if thanked.is_in_time() => "in time".to_owned(),
            Some(day) => format!("{} late", late(day)),
            None if thanked.due < self.basis.today => "not yet".to_owned(),
            None => format!("due {}", short(thanked.due, self.basis.today)),
        };
        format!("round {number}: {how}")
    }

    fn measures(&self, overview: &Overview) -> Vec<Measured> {
        let (count, of) = PromiseView::new(self.basis).in_time();
        let plain = |what: &str, share| Measured { what: what.to_owned(), share, verdict: None };
        let mut measures = vec![
            plain("people thanked by the day after the interview", self.thanks.in_time()),
            plain("promises kept by their day", Share { count, of }),
        ];
        measures.extend(overview.trends.iter().map(|trend| Measured {
            what: wording::measure(trend.measure).to_owned(),
            share: trend.all,
            verdict: Some(trend.verdict.words().to_owned()),
        }));
        measures
    }

    fn story(&self, row: &Row) -> Story {
        let company = self.vault().company(row.company);
        let timeline = Timeline::new(self.basis, &Application::new(self.vault(), row.company, self.basis.today));
        let events: Vec<Event> = timeline.events.iter().map(|event| self.names.event(event)).collect();
        let (past, coming): (Vec<&Event>, Vec<&Event>) = events.iter().partition(|event| event.date <= timeline.today);
        let mut facts = vec![self.stands(row)];
        facts.extend(overview::dates(row, self.basis.today));
        facts.extend(overview::facts(row));
        Story {
            company: self.names.company(row.company),
            position: self.names.own(company.position.text()),
            is_over: row.stage.is_over(),
            facts,
            lesson: self.names.own(company.lesson.text().filter(|_| row.stage.is_over())),
            past: days(&past),
            coming: days(&coming),
        }
    }
}

/// The events by their days.
fn days(events: &[&Event]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for event in events {
        let side = match event.kind {
            EventKind::Interview => Side::Both,
            EventKind::Applied | EventKind::Out | EventKind::Kept | EventKind::Promise => Side::Mine,
            EventKind::In | EventKind::Booked | EventKind::Decided => Side::Theirs,
            EventKind::Research | EventKind::Quiet | EventKind::CheckIn | EventKind::Answer | EventKind::OfferBy => {
                Side::Nobody
            }
        };
        let happening = Happening { side, words: timeline::words(event) };
        match days.last_mut().filter(|day| day.date == event.date) {
            Some(day) => day.events.push(happening),
            None => days.push(Day { date: event.date, events: vec![happening] }),
        }
    }
    days
}
