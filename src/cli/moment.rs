//! Day and time in words, as people give them on the command line.

use chrono::{NaiveDate, NaiveTime};

use super::failure::Failure;
use super::session::Session;
use crate::model::Calendar;
use crate::model::phrase::{self, Stray};

/// A day, and the time where one was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: NaiveDate,
    pub(super) time: Option<NaiveTime>,
}

impl Moment {
    /// What `words` name on `today`: `2025-03-11 14:00`, `next tuesday 2pm`, `14 march`.
    ///
    /// # Errors
    /// What is wrong with them, and what to write instead.
    pub(super) fn of(words: &str, today: NaiveDate, calendar: &Calendar) -> Result<Self, String> {
        let (time, rest) = split(words);
        let day = phrase::day(&rest, today, calendar).ok_or_else(|| no_day(words, &rest, today))?;
        let named = rest.to_lowercase();
        let named = named.split(|c: char| !c.is_alphabetic()).find_map(|word| Some((word, phrase::weekday(word)?)));
        match (named, &time[..]) {
            (Some((word, weekday)), _) if weekday != chrono::Datelike::weekday(&day) => {
                Err(format!("{} is no {word}; leave out one of the two", long(day)))
            }
            (_, []) => Ok(Self { day, time: None }),
            (_, [only]) => Ok(Self { day, time: Some(*only) }),
            (_, _) => Err(format!("`{words}` names more than one time; write the one at which it starts")),
        }
    }

    /// `Tuesday 11 March 2025, 14:00`
    pub(super) fn said(self) -> String {
        let time = self.time.map(|time| format!(", {}", clock(time))).unwrap_or_default();
        long(self.day) + &time
    }
}

/// The day that `words` name, as in a note or as people say it.
///
/// # Errors
/// They name none.
pub(super) fn day(session: &Session, words: &str) -> Result<NaiveDate, Failure> {
    let moment = Moment::of(words, session.today, &session.vault.calendar).map_err(Failure::Usage)?;
    Ok(moment.day)
}

/// `14:00`
pub(super) fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// `Tuesday 11 March 2025`
pub(super) fn long(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// Why `words`, which are `rest` beside the times among them, name no day, and what to write instead.
fn no_day(words: &str, rest: &str, today: NaiveDate) -> String {
    let why = match phrase::stray(rest) {
        Some(Stray { word, meant: Some(meant) }) => format!(" (`{word}`: did you mean `{meant}`?)"),
        Some(Stray { word, meant: None }) if word != rest => format!(" (`{word}` is not understood)"),
        _ => String::new(),
    };
    format!(
        "`{words}` names no day{why}; write it as {today}, or in words such as `tomorrow`, `next tuesday` or `14 march`, with a time behind it where there is one: `14:00`"
    )
}

/// The times among the words, and the other words.
fn split(words: &str) -> (Vec<NaiveTime>, String) {
    let lower = words.to_lowercase();
    // `2025-03-11T14:00`
    let spaced = match lower.get(..11).filter(|head| head.ends_with('t') && head[..10].parse::<NaiveDate>().is_ok()) {
        Some(head) => format!("{} {}", &head[..10], &lower[11..]),
        None => lower,
    };
    let mut tokens = spaced.split_whitespace().map(|word| word.trim_matches([',', '.'])).peekable();
    let (mut times, mut rest) = (Vec::new(), Vec::new());
    while let Some(token) = tokens.next() {
        let half = tokens.peek().filter(|next| matches!(**next, "am" | "pm"));
        if let Some(time) = half.and_then(|half| time_in(&format!("{token}{half}"))) {
            tokens.next();
            times.push(time);
        } else if let Some(time) = time_in(token) {
            times.push(time);
        } else if token != "at" {
            rest.push(token);
        }
    }
    (times, rest.join(" "))
}

/// `14:00`, `9:30am`, `2pm`, `noon`
fn time_in(word: &str) -> Option<NaiveTime> {
    if word == "noon" {
        return NaiveTime::from_hms_opt(12, 0, 0);
    }
    let half = ["am", "pm"].into_iter().find_map(|half| Some((word.strip_suffix(half)?, half)));
    let digits = half.map_or(word, |(digits, _)| digits);
    let (hour, minute) = match digits.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (number(hour)?, number(minute)?),
        None if half.is_some() => (number(digits)?, 0),
        _ => return None,
    };
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some((_, "am")) => hour % 12,
        Some(_) => hour % 12 + 12,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn number(digits: &str) -> Option<u32> {
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> Result<String, String> {
        // A Thursday.
        Moment::of(words, "2026-03-12".parse().unwrap(), &Calendar::default()).map(Moment::said)
    }

    #[test]
    fn a_moment_is_echoed_with_its_weekday() {
        for (words, expected) in [
            ("next tuesday 14:00", "Tuesday 17 March 2026, 14:00"),
            ("Tomorrow at 9:30 AM", "Friday 13 March 2026, 09:30"),
            ("14 march", "Saturday 14 March 2026"),
            ("saturday, 14 march, 2pm", "Saturday 14 March 2026, 14:00"),
            ("2026-03-17T14:00", "Tuesday 17 March 2026, 14:00"),
            ("2026-03-17 noon", "Tuesday 17 March 2026, 12:00"),
            ("12am today", "Thursday 12 March 2026, 00:00"),
            ("yesterday 12pm", "Wednesday 11 March 2026, 12:00"),
            ("the 20th", "Friday 20 March 2026"),
            ("Friday the 20th, 14:00", "Friday 20 March 2026, 14:00"),
            ("tuesday week 14:00", "Tuesday 24 March 2026, 14:00"),
            ("a week on Tuesday", "Tuesday 24 March 2026"),
            ("monday fortnight", "Monday 30 March 2026"),
        ] {
            assert_eq!(said(words).as_deref(), Ok(expected), "{words}");
        }
    }

    #[test]
    fn what_is_no_moment_is_said() {
        for (words, part) in [
            ("soonish", "`soonish` names no day; write"),
            ("nexst tuesday", "`nexst tuesday` names no day (`nexst`: did you mean `next`?); write"),
            ("tuesday 2 o'clock", "(`2` is not understood)"),
            ("friday afternoon 15:00", "(`afternoon` is not understood)"),
            ("tuesday last week", "(`last` is not understood)"),
            ("tuesday in two weeks", "Thursday 26 March 2026 is no tuesday"),
            ("14:00", "names no day"),
            ("", "2026-03-12"),
            ("2026-02-30", "names no day"),
            ("friday 14 march", "Saturday 14 March 2026 is no friday"),
            ("friday the 14th", "Saturday 14 March 2026 is no friday"),
            ("tomorrow 9:00 10:00", "more than one time"),
            ("25:00", "names no day"),
        ] {
            let error = said(words).unwrap_err();
            assert!(error.contains(part), "{words}: {error}");
        }
    }
}
