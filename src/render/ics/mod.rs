//! The calendar: duties with the whole day and an alarm at nine, interviews at their time. RFC 5545.

mod line;
mod seal;

use chrono::{NaiveDate, NaiveDateTime};

use self::line::{folded, text};
pub use self::seal::{Standing, standing};
use crate::agenda::Event;
use crate::model::zone;

/// Where the fingerprint stands: behind the lines that say what calendar this is, before its events.
const HEAD: [&str; 5] = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//interview-vault//follow-ups//EN",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Follow-ups",
];

/// The calendar of `events`, with a final line end. `zone` is the IANA name of the zone in which their times are
/// meant; without one, or with one that is not known, they are meant wherever the calendar is looked at.
///
/// The same events give the same bytes, whatever the day.
pub fn calendar(events: &[Event], zone: Option<&str>) -> String {
    let head = HEAD.map(str::to_owned).to_vec();
    let mut rest: Vec<String> = events.iter().flat_map(|event| lines(event, zone)).collect();
    rest.push("END:VCALENDAR".to_owned());
    let [head, rest] = [head, rest].map(|lines| folded(&lines));
    let seal = folded(&[seal::seal(&format!("{head}{rest}"))]);
    format!("{head}{seal}{rest}")
}

fn lines(event: &Event, zone: Option<&str>) -> Vec<String> {
    let title = text(&event.title);
    let details: Vec<String> = event.details.iter().map(|line| text(line)).collect();
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@interview-vault", event.id),
        // Its own day, not today's: the same notes give the same bytes.
        format!("DTSTAMP:{}T000000Z", day(event.on)),
    ];
    let (when, alarm) = event.at.map_or_else(|| whole_day(event.on), |at| appointment(event.on.and_time(at), zone));
    lines.extend(when);
    lines.extend([
        "CLASS:PRIVATE".to_owned(),
        format!("SUMMARY:{title}"),
        format!("DESCRIPTION:{}", details.join("\\n")),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("TRIGGER:{alarm}"),
        format!("DESCRIPTION:{title}"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
    ]);
    lines
}

/// When a duty is, and when to be told of it. It takes no time away from anything else.
fn whole_day(on: NaiveDate) -> (Vec<String>, &'static str) {
    let next = on.succ_opt().unwrap_or(on);
    let start = format!("DTSTART;VALUE=DATE:{}", day(on));
    (vec![start, format!("DTEND;VALUE=DATE:{}", day(next)), "TRANSP:TRANSPARENT".to_owned()], "PT9H")
}

/// When an interview is, and when to be told of it. How long it takes is not known; an hour is kept free.
fn appointment(at: NaiveDateTime, zone: Option<&str>) -> (Vec<String>, &'static str) {
    (vec![format!("DTSTART:{}", moment(at, zone)), "DURATION:PT1H".to_owned()], "-PT1H")
}

fn day(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// A moment in `zone`, as one that is the same everywhere; without a zone, or where its clocks leave that hour out,
/// as the clock on the wall.
fn moment(moment: NaiveDateTime, zone: Option<&str>) -> String {
    match zone.and_then(|name| zone::moment_in(name, moment)) {
        Some(known) => known.format("%Y%m%dT%H%M%SZ").to_string(),
        None => moment.format("%Y%m%dT%H%M%S").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_reckoned_in_the_vaults_zone() {
        let berlin = Some("Europe/Berlin");
        for (at, zone, expected) in [
            ("2026-03-13 10:30", berlin, "20260313T093000Z"),
            ("2026-07-13 10:30", berlin, "20260713T083000Z"),
            ("2026-03-29 02:30", berlin, "20260329T023000"),
            ("2026-10-25 02:30", berlin, "20261025T003000Z"),
            ("2026-03-13 10:30", None, "20260313T103000"),
        ] {
            let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap();
            assert_eq!(moment(at, zone), expected, "{at}");
        }
    }
}
