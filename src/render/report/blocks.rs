//! The parts of the page, one after the other.

use chrono::NaiveDate;

use super::{Backer, Card, Day, Measured, Report, Side, Story, Task};
use crate::render::markup::Markup;
use crate::render::status::human::{short, wording};
use crate::render::{agenda, full_day};
use crate::status::Support;

/// A part of the page that has a heading.
pub(super) struct Part {
    pub(super) id: &'static str,
    pub(super) heading: &'static str,
    pub(super) put: fn(&mut Markup, &Report),
}

/// The parts that have anything to say, in their order.
pub(super) fn parts(report: &Report) -> Vec<Part> {
    let has_measures = report.measures.iter().any(|measured| measured.share.of > 0);
    let part =
        |id, heading, put: fn(&mut Markup, &Report), is_there: bool| is_there.then_some(Part { id, heading, put });
    let has_stories = !report.stories.is_empty();
    [
        part("board", "The board", board, has_stories),
        part("due", "What is due", due, has_stories),
        part("support", "Support", support, !report.circles.is_empty()),
        part("rates", "How it goes", rates, has_measures),
        part("companies", "Company by company", companies, has_stories),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The search in numbers.
pub(super) fn figures(main: &mut Markup, report: &Report) {
    if report.stories.is_empty() {
        return;
    }
    main.element("dl", &[("class", "figures")], |list| {
        for (count, what) in &report.figures {
            list.element("div", &[], |figure| {
                figure.line("dt", &[], what);
                figure.line("dd", &[], count);
            });
        }
    });
}

fn board(section: &mut Markup, report: &Report) {
    section.element("div", &[("class", "board")], |board| {
        for column in &report.board {
            board.element("section", &[("class", "column")], |place| {
                place.element("h3", &[], |heading| {
                    heading.text(column.stage);
                    heading.line("span", &[("class", "count")], &format!(" {}", column.cards.len()));
                });
                place.element("ul", &[("class", "cards")], |list| {
                    column.cards.iter().for_each(|one| card(list, one, &report.stories[one.story]));
                });
            });
        }
    });
}

fn card(list: &mut Markup, card: &Card, story: &Story) {
    list.element("li", &[], |item| {
        item.element("p", &[("class", "name")], |name| {
            name.line("a", &[("href", &format!("#company-{}", card.story + 1))], &story.company);
        });
        if let Some(position) = &story.position {
            item.line("p", &[("class", "position")], position);
        }
        for line in &card.lines {
            item.line("p", &[], line);
        }
        if let Some(pressing) = &card.pressing {
            item.line("p", &[("class", "pressing")], pressing);
        }
    });
}

fn due(section: &mut Markup, report: &Report) {
    if report.is_free {
        let next = report.next.as_ref().map(|next| format!(". {next}")).unwrap_or_default();
        section.line("p", &[("class", "free")], &format!("{}{next}", agenda::NOTHING));
    }
    section.element("div", &[("class", "piles")], |piles| {
        for pile in &report.due {
            let class = if pile.is_overdue { "pile overdue" } else { "pile" };
            piles.element("section", &[("class", class)], |place| {
                place.line("h3", &[], pile.heading);
                place.element("ul", &[], |list| pile.tasks.iter().for_each(|one| task(list, one)));
            });
        }
    });
}

fn task(list: &mut Markup, task: &Task) {
    list.element("li", &[], |item| {
        item.line("span", &[("class", "title")], &task.title);
        if !task.details.is_empty() {
            item.line("span", &[("class", "details")], &task.details.join(" · "));
        }
        if !task.also.is_empty() {
            item.element("ul", &[], |list| task.also.iter().for_each(|also| list.line("li", &[], also)));
        }
    });
}

fn support(section: &mut Markup, report: &Report) {
    section.element("table", &[], |table| {
        table.line("caption", &[], "Everybody met, how they stand, and whether they were thanked by the day after");
        table.element("thead", &[], |head| {
            head.element("tr", &[], |row| {
                for heading in ["Person", "Speaks for you", "Thanked"] {
                    row.line("th", &[("scope", "col")], heading);
                }
            });
        });
        for circle in &report.circles {
            table.element("tbody", &[], |body| {
                body.element("tr", &[("class", "company")], |row| {
                    row.line("th", &[("scope", "rowgroup"), ("colspan", "3")], &circle.company);
                });
                circle.people.iter().for_each(|one| backer(body, one));
            });
        }
    });
}

fn backer(body: &mut Markup, backer: &Backer) {
    body.element("tr", &[], |row| {
        row.element("th", &[("scope", "row")], |cell| {
            cell.text(&backer.name);
            if !backer.part.is_empty() {
                cell.line("span", &[("class", "details")], &backer.part);
            }
        });
        row.element("td", &[], |cell| {
            cell.line("span", &[("class", badge(backer.support))], wording::support(backer.support));
            for said in &backer.said {
                cell.line("span", &[("class", "details")], said);
            }
        });
        row.element("td", &[], |cell| {
            for thanks in &backer.thanks {
                cell.line("span", &[("class", "line")], thanks);
            }
        });
    });
}

/// The look of an answer: good, open, or bad.
fn badge(support: Support) -> &'static str {
    match support {
        Support::Yes | Support::Implied => "badge good",
        Support::Unsure | Support::Deflected => "badge open",
        Support::No => "badge bad",
        Support::Declined | Support::NotAsked => "badge",
    }
}

fn rates(section: &mut Markup, report: &Report) {
    section.element("ul", &[("class", "rates")], |list| {
        report.measures.iter().filter(|one| one.share.of > 0).for_each(|one| rate(list, one));
    });
}

fn rate(list: &mut Markup, measured: &Measured) {
    let share = measured.share;
    list.element("li", &[], |item| {
        item.line("span", &[("class", "share")], &format!("{} of {}", share.count, share.of));
        item.element("span", &[("class", "what")], |what| {
            what.text(&format!(" {}", measured.what));
            if let Some(verdict) = &measured.verdict {
                what.line("span", &[("class", "details")], verdict);
            }
        });
        bar(item, share.percent());
    });
}

/// A bar so full; the words beside it say the same.
fn bar(item: &mut Markup, percent: usize) {
    let attributes =
        [("class", "bar"), ("viewBox", "0 0 100 4"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")];
    item.element("svg", &attributes, |picture| {
        picture.element("rect", &[("class", "track"), ("width", "100"), ("height", "4")], |_| ());
        picture.element("rect", &[("class", "fill"), ("width", &percent.to_string()), ("height", "4")], |_| ());
    });
}

fn companies(section: &mut Markup, report: &Report) {
    for (at, one) in report.stories.iter().enumerate() {
        let id = format!("company-{}", at + 1);
        let class = if one.is_over { "story over" } else { "story" };
        section.element("article", &[("id", &id), ("class", class)], |place| story(place, one, report.today));
    }
}

fn story(place: &mut Markup, story: &Story, today: NaiveDate) {
    place.line("h3", &[], &story.company);
    if let Some(position) = &story.position {
        place.line("p", &[("class", "position")], position);
    }
    place.element("ul", &[("class", "facts")], |list| story.facts.iter().for_each(|fact| list.line("li", &[], fact)));
    if let Some(lesson) = &story.lesson {
        place.line("p", &[("class", "lesson")], &format!("Learnt: {lesson}"));
    }
    // What is over is folded away, on the screen.
    let open: &[_] = if story.is_over { &[] } else { &[("open", "")] };
    place.element("details", open, |details| {
        details.element("summary", &[], |summary| {
            summary.text("Timeline");
            summary.line("span", &[("class", "hidden")], &format!(" of {}", story.company));
        });
        details.element("ol", &[("class", "timeline")], |list| {
            story.past.iter().for_each(|one| day(list, one, today, ""));
            if !story.is_over {
                list.element("li", &[("class", "today")], |item| moment(item, today, "Today"));
            }
            story.coming.iter().for_each(|one| day(list, one, today, "ahead"));
        });
    });
}

fn day(list: &mut Markup, day: &Day, today: NaiveDate, class: &str) {
    list.element("li", &[("class", class)], |item| {
        moment(item, day.date, &short(day.date, today));
        item.element("ul", &[], |events| {
            for event in &day.events {
                events.line("li", &[("class", side(event.side))], &event.words);
            }
        });
    });
}

/// A day, in so many words, with the whole of it for machines.
fn moment(item: &mut Markup, day: NaiveDate, words: &str) {
    item.line("time", &[("datetime", &day.to_string()), ("title", &full_day(day))], words);
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Both => "both",
        Side::Mine => "mine",
        Side::Theirs => "theirs",
        Side::Nobody => "nobody",
    }
}
