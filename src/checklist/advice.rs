//! Advice that earlier rounds gave, and whether it is worked in.

use super::Preparation;
use crate::model::Named;
use crate::text::words::shared;

/// A piece of advice that an interviewer gave.
#[derive(Clone, Copy, Debug)]
pub struct Advice<'v> {
    /// The words.
    pub text: &'v str,
    /// Who gave it.
    pub giver: &'v Named,
    /// Whether a `used` of this round stands for it.
    pub is_used: bool,
}

impl<'v> Preparation<'_, 'v> {
    /// All advice of the earlier rounds, in order. Each `used` that links a giver stands for one
    /// piece of theirs: the one it shares most words with.
    pub fn advice(&self) -> Vec<Advice<'v>> {
        let closes = self.earlier().iter().flat_map(|held| &held.round.close.people);
        let mut all: Vec<Advice<'v>> = closes
            .flat_map(|close| close.advice.iter().map(|words| (&words.value, &close.person)))
            .map(|(text, giver)| Advice { text, giver, is_used: false })
            .collect();
        for used in self.bullets("used") {
            for giver in &used.people {
                let open = all.iter_mut().rev().filter(|advice| !advice.is_used && advice.giver.is(giver));
                if let Some(met) = open.max_by_key(|advice| shared(advice.text, &used.text).0) {
                    met.is_used = true;
                }
            }
        }
        all
    }
}
