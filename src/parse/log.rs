//! The dated bullets of `## Log`: one contact each, in whatever everyday words.

use chrono::NaiveDate;

use super::body::Item;
use super::desk::Desk;
use super::fields::date_in;
use super::people::people;
use super::sections::Part;
use crate::diagnostic::{Problem, Severity};
use crate::model::{Channel, Direction, LogEntry, Named, Purpose};
use crate::text::Spanned;

/// What a log says: what could be read, and the words of what could not.
#[derive(Default)]
pub(super) struct Log {
    /// One entry a bullet.
    pub entries: Vec<LogEntry>,
    /// The bullets that cannot be read.
    pub unread: Vec<Spanned<String>>,
}

/// Reads the log of a round with these `interviewers`.
pub(super) fn read(part: &Part<'_>, interviewers: &[Named], desk: &mut Desk<'_>) -> Log {
    let mut log = Log::default();
    for item in part.items().filter(|item| !item.text.trim().is_empty()) {
        match entry(item, interviewers, desk) {
            Ok(entry) => log.entries.push(entry),
            Err(missing) => {
                let help = "write `- DATE CHANNEL PURPOSE [[Person]]: words`, such as \
                            `- 2025-03-05 email thank-you [[Priya Rao]]`";
                let message = format!("this line of the log has {missing}, and is not counted");
                desk.report(Problem::Bullet, Severity::Hint, item.line, message, help.to_owned());
                log.unread.push(Spanned::new(item.text.trim().to_owned(), item.line));
            }
        }
    }
    for line in part.prose().filter(|line| date_in(line.text.split_whitespace().next().unwrap_or_default()).is_ok()) {
        let message = "this line of the log is no bullet, and is not counted".to_owned();
        desk.report(Problem::Bullet, Severity::Hint, line.span, message, "begin it with `- `".to_owned());
        log.unread.push(Spanned::new(line.text.trim().to_owned(), line.span));
    }
    log
}

fn entry(item: &Item, interviewers: &[Named], desk: &mut Desk<'_>) -> Result<LogEntry, &'static str> {
    let colon = head_end(item);
    let head = Head::read(item, colon);
    let date = head.date.ok_or("no readable date at its start")?;
    let channel = head.channel.ok_or("no known channel (email, post, handwritten, lobby, phone, in-person)")?;
    if head.purposes.is_empty() {
        return Err("no known purpose (thank-you, status, check-in, decision-call, proposal, promise, good-word, \
                    rejection-thanks, other)");
    }
    let mut people = people(item.links.iter().filter(|link| link.at < colon), interviewers, desk);
    if people.is_empty() {
        match interviewers {
            [only] => people.push(only.clone()),
            [] => {}
            // A word with an ally is none with those who interviewed.
            _ if head.purposes == [Purpose::GoodWord] => {}
            _ => {
                let message = "this line of the log could mean several people, and counts for none".to_owned();
                desk.report(
                    Problem::Bullet,
                    Severity::Hint,
                    item.line,
                    message,
                    "link the person: `to [[Name]]`".to_owned(),
                );
            }
        }
    }
    let text = item.text.get(colon..).unwrap_or_default().trim_start_matches(':').trim().to_owned();
    Ok(LogEntry {
        date,
        channel,
        purposes: head.purposes,
        direction: head.direction,
        people: people.into(),
        text,
        span: item.span,
    })
}

/// Where the words behind the colon begin: the first colon outside links that belongs to no time of
/// day, and not the one straight behind the date.
fn head_end(item: &Item) -> usize {
    let text = &item.text;
    let inside = |at: usize| item.links.iter().any(|link| link.at <= at && at < link.at + link.text.len());
    let in_time = |at: usize| {
        text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    };
    let behind_date = |at: usize| !text[..at].trim().contains(char::is_whitespace) && date_in(&text[..at]).is_ok();
    let mut colons = text.match_indices(':').map(|(at, _)| at);
    colons.find(|at| !inside(*at) && !in_time(*at) && !behind_date(*at)).unwrap_or(text.len())
}

struct Head {
    date: Option<NaiveDate>,
    channel: Option<Channel>,
    purposes: Vec<Purpose>,
    direction: Direction,
}

impl Head {
    fn read(item: &Item, end: usize) -> Self {
        let mut head = Self { date: None, channel: None, purposes: Vec::new(), direction: Direction::Out };
        let words = without_links(item, end);
        let words = words.split([' ', ',', '+', '\t']).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let mut rest = &words[..];
        while let Some((word, length)) = term(rest) {
            rest = &rest[length..];
            if head.date.is_none()
                && let Ok(date) = date_in(word)
            {
                head.date = Some(date);
            } else if let Some(purpose) = purpose(word) {
                if !head.purposes.contains(&purpose) {
                    head.purposes.push(purpose);
                }
            } else if let Some(channel) = channel(word) {
                head.channel.get_or_insert(channel);
            } else if word == "from" {
                head.direction = Direction::In;
            }
        }
        head
    }
}

fn without_links(item: &Item, end: usize) -> String {
    let mut words = item.text[..end].to_owned();
    for link in item.links.iter().rev().filter(|link| link.at + link.text.len() <= end) {
        words.replace_range(link.at..link.at + link.text.len(), " ");
    }
    words.to_lowercase()
}

/// The term that `words` begin with, and how many of them it is; a term of several words counts as one word.
fn term<'w>(words: &[&'w str]) -> Option<(&'w str, usize)> {
    const SEVERAL: [(&[&str], &str); 9] = [
        (&["rejection", "thanks"], "rejection-thanks"),
        (&["thanks", "for", "the", "rejection"], "rejection-thanks"),
        (&["thank", "you"], "thank-you"),
        (&["checked", "in"], "check-in"),
        (&["check", "in"], "check-in"),
        (&["decision", "call"], "decision-call"),
        (&["good", "word"], "good-word"),
        (&["in", "person"], "in-person"),
        (&["hand", "written"], "handwritten"),
    ];
    let several = SEVERAL.iter().find(|(several, _)| words.starts_with(several));
    several.map(|(several, one)| (*one, several.len())).or_else(|| words.first().map(|word| (*word, 1)))
}

fn channel(word: &str) -> Option<Channel> {
    match word {
        "email" | "e-mail" | "emailed" | "e-mailed" => Some(Channel::Email),
        "post" | "posted" | "mail" | "mailed" | "letter" => Some(Channel::Post),
        "handwritten" | "hand-written" | "card" => Some(Channel::Handwritten),
        "lobby" => Some(Channel::Lobby),
        "phone" | "phoned" | "call" | "called" | "rang" | "telephone" | "telephoned" | "voicemail" => {
            Some(Channel::Phone)
        }
        "in-person" | "met" | "visit" | "visited" => Some(Channel::InPerson),
        _ => None,
    }
}

fn purpose(word: &str) -> Option<Purpose> {
    Purpose::ALL.into_iter().find(|purpose| purpose.name() == word).or(match word {
        "thanks" | "thanked" | "thank" | "thankyou" => Some(Purpose::ThankYou),
        "news" => Some(Purpose::Status),
        "checkin" | "checked-in" => Some(Purpose::CheckIn),
        "decision" => Some(Purpose::DecisionCall),
        "proposed" => Some(Purpose::Proposal),
        "promised" => Some(Purpose::Promise),
        _ => None,
    })
}
