//! The note that is asked for: its name, and the keys that are known at once.

use super::super::failure::Failure;
use super::super::session::Session;
use super::What;
use super::names;
use crate::cli::moment::{Moment, clock, long};
use crate::edit::yaml;
use crate::model::Kind;
use crate::parse::schema::{Type, keys};
use crate::text::{either, nearest};

/// A note to be made.
pub(super) struct Wanted {
    pub(super) kind: Kind,
    /// As it was given.
    pub(super) name: String,
    /// Keys and their values, as YAML.
    pub(super) keys: Vec<(&'static str, String)>,
    /// What the user should know.
    pub(super) said: Vec<String>,
}

impl Wanted {
    /// What the command line asks for, in this vault.
    pub(super) fn of(what: &What, session: &Session) -> Result<Self, Failure> {
        match what {
            What::Company { name, position, applied_on, .. } => {
                let mut wanted = Self::new(Kind::Company, name)?;
                wanted.text("position", position.as_deref());
                wanted.past_day("applied_on", applied_on.as_deref(), session)?;
                Ok(wanted)
            }
            What::Interviewer { name, company, role, email, .. } => {
                let mut wanted = Self::interviewer(name, company.as_deref(), session)?;
                wanted.choice("hiring_role", role.as_deref())?;
                wanted.text("email", email.as_deref());
                Ok(wanted)
            }
            What::Round { name, company, date, with, booked_on, .. } => {
                let day = date.as_deref().map(|words| moment(words, session)).transpose()?;
                let name = match name {
                    Some(name) => name.clone(),
                    None => round_name(company.as_deref(), day, session)?,
                };
                let mut wanted = Self::new(Kind::Round, &name)?;
                wanted.company("company", company.as_deref(), session)?;
                wanted.past_day("booked_on", booked_on.as_deref(), session)?;
                // The template says today, which an interview that has been cannot have been booked on.
                if booked_on.is_none() && day.is_some_and(|moment| moment.day < session.today) {
                    wanted.keys.push(("booked_on", yaml::scalar("")));
                }
                wanted.interview(day, session);
                wanted.people(with, session)?;
                Ok(wanted)
            }
            What::Contact { name, company, email, .. } => {
                let mut wanted = Self::new(Kind::Contact, name)?;
                wanted.text("email", email.as_deref());
                if let Some(company) = company {
                    wanted.keys.push(("influences", yaml::list(&[names::company(session, company)?])));
                }
                Ok(wanted)
            }
            What::Testimonial { name, author, .. } => {
                let mut wanted = Self::new(Kind::Testimonial, name)?;
                wanted.text("author", author.as_deref());
                Ok(wanted)
            }
        }
    }

    /// A note for an interviewer, of that company where it is known.
    pub(super) fn interviewer(name: &str, company: Option<&str>, session: &Session) -> Result<Self, Failure> {
        let mut wanted = Self::new(Kind::Interviewer, name)?;
        wanted.company("company", company, session)?;
        Ok(wanted)
    }

    fn new(kind: Kind, name: &str) -> Result<Self, Failure> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Failure::Usage(format!("the {} has no name; write one behind `{}`", kind.name(), kind.name())));
        }
        Ok(Self { kind, name: name.to_owned(), keys: Vec::new(), said: Vec::new() })
    }

    fn text(&mut self, key: &'static str, value: Option<&str>) {
        self.keys.extend(value.map(|value| (key, yaml::scalar(value))));
    }

    fn company(&mut self, key: &'static str, name: Option<&str>, session: &Session) -> Result<(), Failure> {
        if let Some(name) = name {
            self.keys.push((key, names::company(session, name)?));
        }
        Ok(())
    }

    /// One of the words that the key can have.
    fn choice(&mut self, key: &'static str, value: Option<&str>) -> Result<(), Failure> {
        let Some(value) = value else { return Ok(()) };
        let ty = keys(self.kind).iter().find(|known| known.name == key).map(|known| known.ty);
        if let Some(Type::Choice(words)) = ty
            && !words.contains(&value)
        {
            let help = nearest(value, words.iter().copied())
                .map_or_else(|| format!("write {}", either(words)), |near| format!("did you mean `{near}`?"));
            return Err(Failure::Usage(format!("`{key}` cannot be `{value}`; {help}")));
        }
        self.keys.push((key, value.to_owned()));
        Ok(())
    }

    fn past_day(&mut self, key: &'static str, words: Option<&str>, session: &Session) -> Result<(), Failure> {
        let Some(words) = words else { return Ok(()) };
        let Moment { day, .. } = moment(words, session)?;
        if day > session.today {
            return Err(Failure::Usage(format!(
                "`{words}` is {}, which is still to come; `{key}` is a day that has been",
                long(day)
            )));
        }
        self.said.push(format!("`{key}` is {}", long(day)));
        self.keys.push((key, day.to_string()));
        Ok(())
    }

    fn interview(&mut self, moment: Option<Moment>, session: &Session) {
        let Some(moment) = moment else { return };
        self.said.push(format!("the interview is on {}", moment.said()));
        if let Some(since) = session.vault.config.since.filter(|since| moment.day < *since) {
            self.said.push(format!(
                "what was due before {} is history here, thanks for this interview too; to be reminded of them, set \
                 `since = \"{}\"` in vault.toml",
                long(since),
                moment.day
            ));
        }
        self.keys.push(("interview_date", moment.day.to_string()));
        self.keys.extend(moment.time.map(|time| ("interview_time", yaml::quoted(&clock(time)))));
    }

    fn people(&mut self, with: &[String], session: &Session) -> Result<(), Failure> {
        let mut links = Vec::new();
        for name in with {
            let (link, said) = names::interviewer(session, name)?;
            if !links.contains(&link) {
                links.push(link);
                self.said.extend(said);
            }
        }
        if !links.is_empty() {
            self.keys.push(("interviewers", yaml::list(&links)));
        }
        Ok(())
    }
}

fn moment(words: &str, session: &Session) -> Result<Moment, Failure> {
    Moment::of(words, session.today, &session.vault.calendar).map_err(Failure::Usage)
}

/// `2025-03-11 Harbour Glass`
fn round_name(company: Option<&str>, moment: Option<Moment>, session: &Session) -> Result<String, Failure> {
    match (company, moment) {
        (Some(company), Some(moment)) => {
            let company = session.company(company)?;
            Ok(format!("{} {}", moment.day, session.vault.company(company).name))
        }
        _ => Err(Failure::Usage(
            "a round is called after its day and its company; say both, with `--date` and `--company`, or give it a NAME"
                .to_owned(),
        )),
    }
}
