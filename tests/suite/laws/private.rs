//! What `letter/private` finds is what comparing everything private with every sentence finds.
#![expect(clippy::disallowed_methods, reason = "what is tested is that nothing hangs")]

use std::collections::HashSet;
use std::fmt::Write as _;
use std::ops::Range;
use std::time::{Duration, Instant};

use interview_vault::checklist::Application;
use interview_vault::model::{CompanyId, Fact, Letter, Named, PersonClose, RoundState, folded};
use interview_vault::prose::{Prose, Terms};
use proptest::prelude::*;
use proptest::sample::select;

use crate::notes::{Looked, Notes};

/// Words of notes and letters: few, so that they meet; with small ones, plurals, capitals, and what parts words.
const WORDS: [&str; 30] = [
    "kiln",
    "kilns",
    "Quarry",
    "quarries",
    "the",
    "of",
    "and",
    "spring",
    "her",
    "owner's",
    "sells",
    "glass",
    "blew",
    "mother",
    "Tom",
    "Ines",
    "Ösker",
    "ÖSKER",
    "figures",
    "hums",
    "navy",
    "sons",
    "2",
    "idle",
    "**glass**",
    "“navy sons”",
    "‘hums’",
    "[spring](https://kiln.example)",
    "[[Quarry]]",
    "%%mother%%",
];
/// What stands between two words of a letter.
const BETWEEN: [&str; 12] = [" ", " ", " ", " ", ", ", ". ", ".\n", "\n", "\n\n", "\n- ", " … ", "\r\n> "];

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(&WORDS[..]), 0..=most).prop_map(|words| words.join(" "))
}

fn letter() -> impl Strategy<Value = String> {
    prop::collection::vec((select(&WORDS[..]), select(&BETWEEN[..])), 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, between)| [word, between]).collect())
}

/// A vault with one application, and two letters sent in it.
fn vault(private: &[String], open: &[String], letters: &[String]) -> Notes {
    let [family, note, from, likes, about, log, later] = private else { panic!("{private:?}") };
    let [challenge, research, moment, concern, advice, promise, factor, term, need, extra] = open else {
        panic!("{open:?}")
    };
    let company = format!(
        "---\ntype: company\nkey_factors: [\"{factor}\"]\nposting_terms: [\"{term}\"]\n---\n## Challenges\n- {challenge}\n\n\
         ## Needs\n- {need}\n\n## Research\n- 2025-02-10 company: {research}\n"
    );
    let person = format!(
        "---\ntype: interviewer\n---\n## Profile\n- family: {family}\n- note: {note}\n- likes: {likes}\n\
         - hobby: {from} (from [[Tom Beck]])\n"
    );
    let round = format!(
        "---\ntype: round\ncompany: \"[[Ostby Kilns]]\"\nround: 1\nstate: held\ninterview_date: 2025-03-03\n\
         interviewers: [\"[[Ines Falk]]\"]\n---\n## Prepare\n- extra mile: {extra}\n\n## Close\n### [[Ines Falk]]\n\
         - moment: {moment}\n- concerns: {concern}\n- advice: {advice}\n- about [[Tom Beck]]: {about}\n\n## Promises\n\
         - [ ] {promise}\n\n## Log\n- 2025-03-03 phone other with [[Ines Falk]]: {log}\n\
         - 2025-03-04 phone other with [[Ines Falk]]: {later}\n"
    );
    let me =
        "---\ntype: candidate\nfull_name: Rosa Lind\n---\n## Accomplishments\n- idle: cut idle kilns by 2 in spring\n";
    let mut notes = Notes::new("2025-03-06")
        .note("Me.md", me)
        .note("Ostby Kilns.md", &company)
        .note("Ines Falk.md", &person)
        .note("Tom Beck.md", "---\ntype: interviewer\n---\n")
        .note("2025-03-03 Ostby.md", &round);
    for (at, letter) in letters.iter().enumerate() {
        let mut text = "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Ostby Kilns]]\"\n".to_owned();
        let _ =
            write!(text, "for_round: \"[[2025-03-03 Ostby]]\"\nto: \"[[Ines Falk]]\"\nsent_on: 2025-03-0{}\n", 3 + at);
        let _ = write!(text, "---\n\nDear Ines Falk,\n\n{letter}\n\nSincerely,\nRosa Lind\n");
        notes = notes.note(&format!("Letter {at}.md"), &text);
    }
    notes
}

struct Secret<'v> {
    text: &'v str,
    terms: Terms,
    is_logged: bool,
    since: Option<chrono::NaiveDate>,
}

impl<'v> Secret<'v> {
    fn new(text: &'v str, about: &str, is_logged: bool, since: Option<chrono::NaiveDate>) -> Self {
        Self { text, terms: Terms::of(text).without(&Terms::of(about)), is_logged, since }
    }

    fn of_profile(fact: &'v Fact, person: &Named, since: Option<chrono::NaiveDate>) -> Option<Self> {
        let is_other = |from: &Named| !from.is(person) && folded(&from.name) != folded(&person.name);
        let is_private = fact.from.as_ref().is_some_and(is_other) || ["family", "note"].contains(&fact.label);
        is_private.then(|| Self::new(&fact.text, &person.name, false, since))
    }

    fn needed(&self) -> usize {
        if self.is_logged { 3.max(self.terms.len() * 2 / 3) } else { self.terms.len() / 2 + 1 }
    }
}

fn secrets<'v>(application: &Application<'v>) -> Vec<Secret<'v>> {
    let mut all = Vec::new();
    let mut seen = HashSet::new();
    for (_, round) in application.rounds() {
        let held = round.interview_date.get().filter(|_| round.state(application.today) == RoundState::Held);
        for person in round.interviewers.list().iter().chain(round.next_interviewers.list()) {
            let note = application.interviewer(person).filter(|note| seen.insert(note.note));
            let profile = note.map(|note| &*note.profile).unwrap_or_default();
            all.extend(profile.iter().filter_map(|fact| Secret::of_profile(fact, person, None)));
        }
        for close in &round.close.people {
            all.extend(close.profile.iter().filter_map(|fact| Secret::of_profile(fact, &close.person, held)));
            all.extend(close.about.iter().map(|(about, text)| Secret::new(&text.value, &about.name, false, held)));
        }
        all.extend(round.log.iter().map(|entry| {
            let about = entry.people.first().map_or("", |person| &person.name);
            Secret::new(&entry.text, about, true, Some(entry.date))
        }));
    }
    let open: Vec<Terms> = open(application).into_iter().map(Terms::of).collect();
    all.retain(|secret| !secret.terms.is_empty() && !open.iter().any(|text| secret.terms.half_in(text)));
    all
}

fn closes<'v>(application: &Application<'v>) -> impl Iterator<Item = &'v PersonClose> {
    application.rounds().flat_map(|(_, round)| &round.close.people)
}

fn open<'v>(application: &Application<'v>) -> Vec<&'v str> {
    let company = application.company;
    let mut all: Vec<&str> = company.challenges.iter().map(|one| one.text.as_str()).collect();
    all.extend(company.research.iter().map(|one| one.text.as_str()));
    all.extend(closes(application).flat_map(|close| close.moments.list()).map(|moment| moment.value.as_str()));
    all
}

/// What excuses a sentence: fragments that it has half of, and names.
fn excuses(application: &Application<'_>) -> (Vec<Terms>, Terms) {
    let (company, candidate) = (application.company, application.vault.candidate().expect("a candidate"));
    let mut all = open(application);
    all.extend(candidate.accomplishments.iter().chain(&candidate.key_facts).map(|one| one.text.as_str()));
    all.extend(company.needs.iter().map(|need| need.text.as_str()));
    all.extend(company.key_factors.list().iter().chain(company.posting_terms.list()).map(String::as_str));
    for (_, round) in application.rounds() {
        all.extend(round.promises.iter().map(|promise| promise.text.as_str()));
        all.extend(round.prepare.iter().map(|bullet| bullet.text.as_str()));
    }
    for close in closes(application) {
        all.extend(
            close
                .concerns
                .list()
                .iter()
                .flat_map(|doubt| [Some(&doubt.text), doubt.reply.as_ref()])
                .flatten()
                .map(String::as_str),
        );
        all.extend(close.advice.iter().map(|advice| advice.value.as_str()));
    }
    let mut names = vec!["Ostby Kilns", "Ines Falk", "Rosa Lind"];
    names.extend(closes(application).flat_map(|close| &close.about).map(|(about, _)| about.name.as_str()));
    (all.into_iter().map(Terms::of).collect(), Terms::of(&names.join(" ")))
}

/// The sentences of a letter that tell something private, each with the words that it tells.
fn told<'v>(application: &Application<'v>, letter: &Letter) -> Vec<(Range<usize>, &'v str)> {
    let (secrets, (fragments, names)) = (secrets(application), excuses(application));
    let sent = letter.sent_on.get().expect("a sent letter");
    let prose = Prose::read(&letter.body, &["Rosa Lind"]);
    let tells = |sentence: &Terms, secret: &Secret<'_>| {
        let is_restated =
            |word: &str| fragments.iter().any(|fragment| fragment.has(word) && fragment.half_in(sentence));
        let is_own = |word: &&str| names.has(word) || is_restated(word);
        secret.terms.common(sentence).filter(|word| !is_own(word)).count() >= secret.needed()
    };
    let found = prose.with_quotations().filter_map(|sentence| {
        let known = secrets.iter().filter(|secret| secret.since.is_none_or(|since| since <= sent));
        let secret = known.into_iter().find(|secret| tells(&sentence.terms, secret))?;
        Some((sentence.range, secret.text))
    });
    found.collect()
}

/// What the rule finds: where in the body, and the message.
fn found(looked: &Looked, letter: &Letter) -> Vec<(Range<usize>, String)> {
    let path = looked.vault.path(letter.note);
    let own = looked.of("letter/private").into_iter().filter(|finding| finding.path == *path);
    let place = |range: Range<usize>| range.start - letter.head.len()..range.end - letter.head.len();
    own.map(|finding| (place(finding.span.range()), finding.message.clone())).collect()
}

/// Holds both ways together, and gives how much they found.
fn hold(private: &[String], open: &[String], letters: &[String]) -> usize {
    let looked = vault(private, open, letters).look();
    let application = Application::new(&looked.vault, CompanyId(0), looked.today);
    let mut count = 0;
    for letter in &looked.vault.letters {
        let (found, told) = (found(&looked, letter), told(&application, letter));
        count += found.len();
        let same = found.iter().map(|(place, _)| place).eq(told.iter().map(|(place, _)| place));
        assert!(same, "{:?}\n{found:?}\n{told:?}", letter.body);
        for ((_, message), (_, secret)) in found.iter().zip(&told) {
            let start = secret.split_whitespace().next().unwrap_or_default();
            assert!(message.contains(&format!("“{start}")), "{message}: {secret}");
        }
    }
    count
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_private_is_found_as_if_everything_were_compared(
        private in prop::collection::vec(words(6), 7),
        open in prop::collection::vec(words(4), 10),
        letters in prop::collection::vec(letter(), 2),
    ) {
        hold(&private, &open, &letters);
    }
}

#[test]
fn both_ways_find_what_there_is() {
    let private = ["two sons in the navy", "hums", "", "likes glass", "blew glass", "", "owner sells quarry spring"];
    let open = ["", "", "", "", "", "", "", "", "", ""].map(str::to_owned);
    let letters = [
        "Her sons in the **navy**.\nSo the owner sells his quarry in spring. I saw %%glass%% hums.",
        "Owner, sells quarries\nin spring",
    ];
    assert_eq!(hold(&private.map(str::to_owned), &open, &letters.map(str::to_owned)), 3);
}

/// A letter of nothing but marks, links or quotations is read once, not once for each of them.
#[test]
fn a_long_letter_of_any_pattern_is_looked_at_in_time_that_grows_with_its_length() {
    let private = ["two sons in the navy", "hums", "", "likes glass", "blew glass", "", "owner sells quarry spring"];
    let open = ["", "", "", "", "", "", "", "", "", ""].map(str::to_owned);
    for pattern in ["…", "é…", "[[a|b]] ", "[a](b)", "%%a%%", "<!--a-->", "“a” ", "⟨a⟩", "a. ", "> a\n\n", "a'", "___ "]
    {
        let letters = [pattern.repeat(32 * 1024 / pattern.len()), "Her sons in the navy.".to_owned()];
        let started = Instant::now();
        let looked = vault(&private.map(str::to_owned), &open, &letters).look();
        assert!(started.elapsed() < Duration::from_secs(2), "{:?} for {pattern:?}", started.elapsed());
        assert_eq!(looked.of("letter/private").len(), 1, "{pattern}");
    }
}
