//! Laws: what holds for every note, not only for those somebody thought of.

pub(crate) mod edit;
mod kept;
mod notes;
mod private;
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
}
