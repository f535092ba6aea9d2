//! A person's papers are one line: thanks by e-mail, with letter and card under it.

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
    for item in items {
        match groups.iter_mut().find(|group| belong(group.head, item)) {
            Some(group) => group.papers.push(item),
            None => groups.push(Group { head: item, papers: Vec::new() }),
        }
    }
    groups
}

fn belong(head: &Item, item: &Item) -> bool {
    let is_thanks = |item: &Item| item.rule.stage() == "thank";
    is_thanks(head)
        && is_thanks(item)
        && head.company == item.company
        && head.round == item.round
        && matches!((&head.person, &item.person), (Some(a), Some(b)) if a.is(b))
}
