//! What stands behind a claim: a number, a place or an employer, something that was done.

use super::name::{houses, places};
use super::number::has_number;
use super::phrase::{Phrases, find};
use super::sentence::Sentence;
use super::terms::Terms;

/// What a candidate can point to.
#[derive(Clone, Debug)]
pub struct Evidence<'h> {
    deeds: Vec<Deed>,
    facts: Vec<Deed>,
    employers: Vec<String>,
    houses: &'h Phrases,
    strangers: Terms,
}

/// Something that was done, or is a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What it is called.
    pub id: String,
    /// Its content words, without the names that prove nothing.
    pub terms: Terms,
}

/// How a sentence backs what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof<'e> {
    /// With something that was done.
    Deed(&'e Deed),
    /// With a number.
    Number,
    /// With the name of a place or an employer.
    Place,
}

impl<'h> Evidence<'h> {
    /// Accomplishments and key facts as pairs of id and text; `houses` are employers known otherwise.
    /// Words of the names in `strangers`, such as the addressee's and the firm's, prove nothing.
    pub fn new<'t>(
        deeds: impl IntoIterator<Item = (&'t str, &'t str)>,
        facts: impl IntoIterator<Item = (&'t str, &'t str)>,
        houses: &'h Phrases,
        strangers: Terms,
    ) -> Self {
        let mut employers: Vec<String> = Vec::new();
        let mut read = |(id, text): (&str, &str)| {
            employers.extend(places(text).into_iter().map(str::to_lowercase));
            Deed { id: id.to_owned(), terms: Terms::of(text).without(&strangers) }
        };
        let deeds = deeds.into_iter().map(&mut read).collect();
        let facts = facts.into_iter().map(&mut read).collect();
        employers.retain(|name| !Terms::of(name).without(&strangers).is_empty());
        Self { deeds, facts, employers, houses, strangers }
    }

    /// The accomplishments.
    pub fn deeds(&self) -> &[Deed] {
        &self.deeds
    }

    /// The accomplishment of which most stands in a sentence: two of its content words, or its only one.
    pub fn deed_in(&self, terms: &Terms) -> Option<&Deed> {
        most_spoken_of(&self.deeds, terms)
    }

    /// The same among key facts.
    pub fn fact_in(&self, terms: &Terms) -> Option<&Deed> {
        most_spoken_of(&self.facts, terms)
    }

    /// What backs a sentence: something done, a number, a place or an employer.
    pub fn proof_in(&self, sentence: &Sentence) -> Option<Proof<'_>> {
        let deed = || self.deed_in(&sentence.terms).map(Proof::Deed);
        let number = || has_number(&sentence.text).then_some(Proof::Number);
        deed().or_else(number).or_else(|| self.has_place(&sentence.text).then_some(Proof::Place))
    }

    /// Whether a text names a place or an employer.
    pub fn has_place(&self, text: &str) -> bool {
        self.has_employer(text) || self.any_own(&places(text))
    }

    /// Whether a text names an employer: one of the notes, or a house that it says one was at.
    pub fn has_employer(&self, text: &str) -> bool {
        find(text, &self.employers).is_some()
            || self.any_own(&self.houses.found_in(text))
            || self.any_own(&houses(text))
    }

    fn any_own(&self, names: &[&str]) -> bool {
        names.iter().any(|name| !Terms::of(name).without(&self.strangers).is_empty())
    }
}

fn most_spoken_of<'e>(deeds: &'e [Deed], terms: &Terms) -> Option<&'e Deed> {
    let told = deeds.iter().filter(|deed| deed.terms.spoken_of_in(terms));
    // The first of equals.
    told.rev().max_by_key(|deed| deed.terms.shared(terms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Prose;

    fn evidence(houses: &Phrases) -> Evidence<'_> {
        let deeds =
            [("kiln", "brought kiln losses down at Ostby Tiles"), ("crew", "led the night crew of Harbour Glass")];
        Evidence::new(deeds, [("shifts", "led two shifts")], houses, Terms::of("Harbour Glass Ines Falk"))
    }

    #[test]
    fn a_claim_is_backed_by_a_deed_a_number_or_a_place() {
        let houses = Phrases::new(["fenn stoneware".to_owned()]);
        let evidence = evidence(&houses);
        for (text, expected) in [
            ("Our kiln losses fell", "kiln"),
            ("I cut it by 9 percent", "number"),
            ("I did so at Fenn Stoneware", "place"),
            ("Fenn Stoneware knows me", "place"),
            ("I did so in Aldervik", "place"),
            ("I am right for Harbour Glass", ""),
            ("I would work for Ines Falk", ""),
            ("the kiln", ""),
        ] {
            let prose = Prose::read(text, &[]);
            let told = match evidence.proof_in(&prose.sentences()[0]) {
                Some(Proof::Deed(deed)) => deed.id.as_str(),
                Some(Proof::Number) => "number",
                Some(Proof::Place) => "place",
                None => "",
            };
            assert_eq!(told, expected, "{text}");
        }
        assert_eq!(evidence.fact_in(&Terms::of("two shifts")).map(|fact| fact.id.as_str()), Some("shifts"));
    }
}
