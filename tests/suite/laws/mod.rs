//! Laws: what holds for every note, not only for those somebody thought of.

pub(crate) mod edit;
mod kept;
mod notes;
mod private;
mod stretch;
mod whole;

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A wrong edit is refused, never made.
    #[test]
    fn every_edit_keeps_to_its_place(
        note in notes::note(), which in 0..edit::EDITS, place in 0_u8..12, value in notes::value(),
    ) {
        edit::hold(&note, which, place, &value);
    }

    #[test]
    fn what_is_not_known_yet_of_other_notes_does_not_show(
        texts in prop::collection::vec(notes::linked(), stretch::PATHS.len()), lies in any::<u16>(),
    ) {
        stretch::hold(std::array::from_fn(|at| texts[at].as_str()), lies);
    }
}
