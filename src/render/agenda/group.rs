//! A person's papers are one line: thanks by e-mail, with letter and card under it.

use std::collections::HashMap;

use crate::agenda::Item;

/// An item, and the other papers that thank the same person for the same round.
pub(crate) struct Group<'a> {
    /// What comes first.
    pub(crate) head: &'a Item,
    /// What goes with it.
    pub(crate) papers: Vec<&'a Item>,
}

/// The items in their order, those of one state at a time.
pub(crate) fn groups<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    // Which groups are thanks for a round: an agenda may be long.
    let mut thanks: HashMap<_, Vec<usize>> = HashMap::new();
    for item in items {
        if item.rule.stage() == "thank" {
            let of_round = thanks.entry((item.company, item.round)).or_default();
            if let Some(at) = of_round.iter().find(|at| is_to_the_same(groups[**at].head, item)) {
                groups[*at].papers.push(item);
                continue;
            }
            of_round.push(groups.len());
        }
        groups.push(Group { head: item, papers: Vec::new() });
    }
    groups
}

fn is_to_the_same(head: &Item, item: &Item) -> bool {
    matches!((&head.person, &item.person), (Some(a), Some(b)) if a.is(b))
}
