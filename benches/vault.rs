//! An invented job search of any size: the same bytes for the same number, on every machine.
//!
//! Every kind of note, 18 folders, some ten notes to a company; about half a kilobyte of front matter and two
//! of body to a note; here and there something forgotten, so that the checklist has work.
//! It is meant to be looked at on 6 March 2025.

use std::fmt::Write as _;

/// `vault.toml`, the candidate, and `count` further record notes; each with its path.
pub(crate) fn files(count: usize) -> Vec<(String, String)> {
    let mut files = vec![("vault.toml".to_owned(), SETTINGS.to_owned()), ("Me.md".to_owned(), ME.to_owned())];
    for number in 0.. {
        let wanted = count + 2 - files.len();
        if wanted == 0 {
            break;
        }
        files.extend(application(number).into_iter().take(wanted));
    }
    files
}

const SETTINGS: &str = "timezone = \"Europe/London\"\nsince = \"2024-01-01\"\n";

const ME: &str = "---\ntype: candidate\nfull_name: Wilma Bruns\nemail: wilma@bruns.example\n---\n\
    ## Pitch\nI bring order into places that move things.\n\n## Accomplishments\n\
    - idle: cut idle hours of trucks by a fifth\n- returns: halved the returns of one depot\n\n\
    ## Key facts\n- shifts: planned three shifts\n- start: free from May\n";

const FIRST: [&str; 40] = [
    "Ada", "Bela", "Cleo", "Dora", "Emil", "Finn", "Gus", "Hilde", "Ivo", "Jana", "Kees", "Lena", "Milo", "Nele",
    "Olga", "Pim", "Quin", "Rita", "Sven", "Tove", "Uma", "Vera", "Wim", "Xenia", "Yara", "Zeno", "Alma", "Bo", "Carl",
    "Dina", "Edda", "Frode", "Greta", "Hugo", "Ida", "Joris", "Kaia", "Leif", "Mona", "Nils",
];
const LAST: [&str; 25] = [
    "Abel", "Berg", "Coster", "Dahl", "Elser", "Falk", "Gruber", "Holt", "Ibsen", "Jansen", "Krog", "Lund", "Moor",
    "Noor", "Oster", "Prins", "Quist", "Rask", "Stern", "Thorn", "Ulrich", "Voss", "Wolff", "Yrsa", "Zander",
];
const PLACES: [&str; 25] = [
    "Aldgate", "Barrow", "Corvell", "Dunmere", "Eastlow", "Fenwick", "Garside", "Hexby", "Inver", "Jarrow", "Kelby",
    "Lowick", "Marden", "Norby", "Ostby", "Penrow", "Quarley", "Redmoor", "Selby", "Thorne", "Ulby", "Varley",
    "Wexcombe", "Yarm", "Zeal",
];
const TRADES: [&str; 20] = [
    "Bakeries",
    "Boats",
    "Bridges",
    "Cables",
    "Clinics",
    "Dairies",
    "Ferries",
    "Freight",
    "Gardens",
    "Glass",
    "Instruments",
    "Libraries",
    "Lifts",
    "Mills",
    "Optics",
    "Paper",
    "Pumps",
    "Rails",
    "Tiles",
    "Tools",
];
const FORMS: [&str; 20] = [
    "Brothers", "Sisters", "Works", "Company", "Partners", "Group", "House", "Union", "Trust", "Guild", "Yard",
    "Supply", "Service", "Systems", "North", "South", "East", "West", "One", "Two",
];
const WORDS: [&str; 48] = [
    "the", "depot", "a", "crew", "of", "night", "and", "morning", "lorry", "that", "waits", "for", "paper", "with",
    "two", "shifts", "before", "winter", "they", "count", "every", "pallet", "by", "hand", "since", "spring", "new",
    "gate", "opens", "late", "plan", "we", "spoke", "about", "costs", "in", "detail", "nobody", "knows", "why",
    "returns", "grow", "on", "Fridays", "better", "maps", "help", "drivers",
];
/// Parts of a search, each with a folder for each kind of note.
const YEARS: [&str; 3] = ["2023", "2024", "2025"];

/// The notes of one company.
fn application(number: usize) -> Vec<(String, String)> {
    let mut chance = Chance::new(number);
    let year = YEARS[number % YEARS.len()];
    let firm = name(number, [&PLACES, &TRADES, &FORMS]);
    let people: Vec<String> = (0..3).map(|at| person(number * 3 + at)).collect();
    let days = [format!("{year}-02-{:02}", 3 + number % 8), format!("{year}-03-{:02}", 3 + number % 2)];
    let mut notes = vec![(format!("Companies/{year}/{firm}.md"), company(&mut chance, year, &people))];
    for (at, person) in people.iter().enumerate() {
        notes.push((format!("Interviewers/{year}/{person}.md"), interviewer(&mut chance, &firm, &people, at)));
    }
    for (at, day) in days.iter().enumerate() {
        let text = held(&mut chance, &firm, &people, at, day);
        notes.push((format!("Rounds/{year}/{day} {firm}.md"), text));
    }
    let day = format!("{year}-03-{:02}", 17 + number % 5);
    notes.push((format!("Rounds/{year}/{day} {firm}.md"), planned(&mut chance, &firm, &people, &day)));
    let letter = format!("Letters/{year}/{} {} thank-you-email.md", days[1], people[1]);
    notes.push((letter, thanks(&mut chance, &firm, &people[1], &days[1])));
    notes.push((format!("Contacts/{year}/{}.md", person(number + 40_000)), contact(&mut chance, &firm, &people[2])));
    notes.push((format!("Testimonials/{year}/Praise {number}.md"), testimonial(&mut chance, number)));
    notes
}

fn company(chance: &mut Chance, year: &str, people: &[String]) -> String {
    let status = if year == "2025" { "waiting" } else { *chance.one_of(&["rejected", "withdrawn", "closed"]) };
    let mut text = format!("{}type: company\nposition: Head of {}\nstatus: {status}\n", head(chance), chance.words(3));
    let _ = write!(text, "applied_on: {year}-01-08\ncontact: \"[[{}]]\"\n", people[0]);
    if year != "2025" {
        let _ = writeln!(text, "decided_on: {year}-04-02");
    }
    if chance.is_remembered() {
        let _ = writeln!(text, "decider: \"[[{}]]\"", people[2]);
    }
    let _ = write!(text, "key_factors:\n  - {}\n  - {}\n", chance.words(4), chance.words(5));
    let _ = write!(text, "posting_terms:\n  - {}\n  - {}\n  - {}\n", chance.words(2), chance.words(2), chance.words(3));
    text += "post_address:\n  - The Old Weighhouse\n  - 7 Canal Street\n  - Norby\ntags: [search]\n---\n\n";
    let _ = write!(text, "## Posting\n\n{}\n\n## Challenges\n\n", chance.prose(1_400));
    let _ = write!(text, "- {} ([[{}]]) → idle\n- {}\n\n", chance.words(8), people[0], chance.words(9));
    text += "## Research\n\n";
    for day in 10..16 {
        let _ = writeln!(text, "- {year}-02-{day} {}: {}", chance.one_of(&["company", "role"]), chance.words(14));
    }
    text
}

fn interviewer(chance: &mut Chance, firm: &str, people: &[String], at: usize) -> String {
    let role = ["hr", "supervisor", "decider"][at];
    let mut text =
        format!("{}type: interviewer\ncompany: \"[[{firm}]]\"\nname_prefix: Ms\nhiring_role: {role}\n", head(chance));
    let _ = write!(text, "job_title: {}\nseniority: {}\n", chance.words(4), at + 2);
    let _ = write!(text, "email: person{}@firm.example\nphone: \"+44 1632 960 100\"\n", chance.below(9_999));
    if at > 0 {
        let _ = writeln!(text, "told_by: \"[[{}]]\"", people[at - 1]);
    }
    text += "aliases: []\ntags:\n  - person\n  - interview\n---\n\n## Profile\n\n";
    for label in ["background", "likes", "dislikes", "hobby"] {
        let _ = writeln!(text, "- {label}: {}", chance.words(10));
    }
    let _ = write!(text, "\n## Notes\n\n{}\n", chance.prose(1_700));
    text
}

fn held(chance: &mut Chance, firm: &str, people: &[String], at: usize, day: &str) -> String {
    let who = &people[at];
    let month = &day[..7];
    let mut text = format!("{}type: round\ncompany: \"[[{firm}]]\"\nround: {}\nstate: held\n", head(chance), at + 1);
    let _ = write!(text, "booked_on: {}-01-20\ninterview_date: {day}\ninterview_time: \"14:00\"\n", &day[..4]);
    let _ = write!(text, "place: onsite\ninterviewers: [\"[[{who}]]\"]\n");
    for line in [
        format!("hear_by: {month}-14\nhear_by_confirmed: true"),
        format!("next_step: {}\nsteps_when: in the third week\nother_steps: none", chance.words(5)),
        format!("rounds_left: {}\nnext_interviewers: [\"[[{}]]\"]", 2 - at, people[at + 1]),
        format!("next_focus: technical\nnext_wants: {}\nplay_up: [{}]", chance.words(6), chance.words(2)),
        "sponsor: yes\ncheck_in: email".to_owned(),
        "asked_for_job: true\nsaid_match: true\nmatch_agreed: yes".to_owned(),
    ] {
        if chance.is_remembered() {
            let _ = writeln!(text, "{line}");
        }
    }
    let _ = write!(text, "result: {}\n---\n\n## Questions\n\n", if at == 0 { "advanced" } else { "pending" });
    for _ in 0..3 {
        let _ = write!(text, "- Q: {}?\n  A: {}.\n", chance.words(8), chance.words(16));
    }
    let _ = write!(text, "\n## Close\n\n### [[{who}]]\n\n");
    for label in ["moment", "concerns", "clear", "standing", "to win", "challenge"] {
        if chance.is_remembered() {
            let _ = writeln!(text, "- {label}: {}", chance.words(9));
        }
    }
    let _ = write!(text, "- support: yes\n- about [[{}]]: {}\n\n", people[at + 1], chance.words(8));
    let box_ = if chance.is_remembered() { 'x' } else { ' ' };
    let _ = write!(text, "## Said\n\n- shifts\n\n## Promises\n\n- [{box_}] Send {} 📅 {month}-12\n\n", chance.words(4));
    let _ = write!(text, "## Scrawl\n\n{}\n\n## Log\n\n", chance.prose(800));
    if chance.is_remembered() {
        let _ = writeln!(text, "- {day} email thank-you to [[{who}]]: {}", chance.words(6));
        let _ = writeln!(text, "- {day} post thank-you to [[{who}]]");
    }
    text
}

fn planned(chance: &mut Chance, firm: &str, people: &[String], day: &str) -> String {
    let mut text = format!("{}type: round\ncompany: \"[[{firm}]]\"\nround: 3\n", head(chance));
    // What lies in the past was called off; in the year of the search it is still to come.
    let state = if day.starts_with("2025") { "planned" } else { "cancelled" };
    let _ = write!(text, "state: {state}\nbooked_on: {}-03-05\ninterview_date: {day}\nplace: onsite\n", &day[..4]);
    let _ =
        write!(text, "interviewers: [\"[[{}]]\"]\nfocus: technical\ntags: [round]\n---\n\n## Prepare\n\n", people[2]);
    for label in ["fit company", "fit clients", "fit team", "fit job", "extra mile"] {
        if chance.is_remembered() {
            let _ = writeln!(text, "- {label}: {}", chance.words(12));
        }
    }
    let _ = write!(text, "- answer: {} → {}\n- repeat: shifts\n\n", chance.words(5), chance.words(12));
    let _ = write!(text, "## Scrawl\n\n{}\n", chance.prose(1_900));
    text
}

fn thanks(chance: &mut Chance, firm: &str, who: &str, day: &str) -> String {
    let mut text = format!("{}type: letter\ndocument: thank-you-email\ncompany: \"[[{firm}]]\"\n", head(chance));
    let _ = write!(text, "for_round: \"[[{day} {firm}]]\"\nto: \"[[{who}]]\"\ndue: {day}\nchannel: email\n");
    let _ = write!(text, "sent_on: {day}\n---\n\nSubject: Thank you\n\nDear {who},\n\n");
    for _ in 0..3 {
        let _ = write!(text, "{}\n\n", chance.prose(550));
    }
    text + "Sincerely,\nWilma Bruns\n"
}

fn contact(chance: &mut Chance, firm: &str, knows: &str) -> String {
    let mut text = format!("{}type: contact\nemail: friend{}@post.example\n", head(chance), chance.below(9_999));
    let _ = write!(text, "relation: {}\nknows: [\"[[{knows}]]\"]\n", chance.words(9));
    let _ = write!(text, "influences: [\"[[{firm}]]\"]\nagreed: pending\n---\n\n{}\n", chance.prose(1_900));
    text
}

fn testimonial(chance: &mut Chance, number: usize) -> String {
    let mut text =
        format!("{}type: testimonial\nauthor: {}\nauthor_role: depot manager\n", head(chance), person(number + 50_000));
    text += "organisation: Ostby Haulage\ngiven_on: 2022\nsupports:\n  - idle\nmay_quote: true\n---\n\n## Quote\n\n";
    let _ = write!(text, "> {}\n\n{}\n", chance.prose(200), chance.prose(1_700));
    text
}

/// How front matter begins: with keys of the candidate's own.
fn head(chance: &mut Chance) -> String {
    format!("---\nsummary: {}\nreminder: {}\ncreated: 2025-01-08T09:30\n", chance.words(18), chance.words(18))
}

fn person(number: usize) -> String {
    let initial = char::from(b'A' + u8::try_from(number / (FIRST.len() * LAST.len()) % 26).unwrap_or_default());
    let serial = number / (FIRST.len() * LAST.len() * 26);
    let serial = if serial == 0 { String::new() } else { format!(" {serial}") };
    let (first, last) = (FIRST[number % FIRST.len()], LAST[number / FIRST.len() % LAST.len()]);
    format!("{first} {initial}. {last}{serial}")
}

/// Words of three lists, each combination once; then with a number.
fn name(number: usize, [a, b, c]: [&[&str]; 3]) -> String {
    let (first, rest) = (a[number % a.len()], number / a.len());
    let (second, rest) = (b[rest % b.len()], rest / b.len());
    let (third, serial) = (c[rest % c.len()], rest / c.len());
    if serial == 0 { format!("{first} {second} {third}") } else { format!("{first} {second} {third} {serial}") }
}

/// A linear congruential generator: plain, fast, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn new(seed: usize) -> Self {
        let mut chance = Self(seed as u64 ^ 0x9e37_79b9_7f4a_7c15);
        chance.below(1);
        chance
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// Five times in six.
    fn is_remembered(&mut self) -> bool {
        self.below(6) > 0
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| *self.one_of(&WORDS)).collect::<Vec<_>>().join(" ")
    }

    /// Sentences of at least `bytes` bytes, in lines as an editor leaves them.
    fn prose(&mut self, bytes: usize) -> String {
        let mut text = String::new();
        while text.len() < bytes {
            let length = 8 + self.below(9);
            let sentence = self.words(length);
            let _ = write!(text, "{}{sentence}.", if text.is_empty() { "" } else { "\n" });
        }
        text
    }
}
