//! The four faces of the one font, and words set in them: which glyphs, how wide.

use std::ops::Range;
use std::sync::LazyLock;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};

use crate::manuscript::Style;

/// Libertinus Serif: regular, bold, italic, bold italic. They come first among the fonts of the crate.
pub(super) static FONTS: LazyLock<[&'static [u8]; 4]> = LazyLock::new(|| {
    let mut fonts = typst_assets::fonts();
    std::array::from_fn(|_| fonts.next().unwrap_or_default())
});

static SHAPERS: LazyLock<[Option<(FontRef<'static>, ShaperData)>; 4]> = LazyLock::new(|| {
    FONTS.map(|bytes| {
        let font = FontRef::new(bytes).ok()?;
        Some((font.clone(), ShaperData::new(&font)))
    })
});

/// A glyph, measured in parts of the font's size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) x_offset: f32,
    pub(super) y_offset: f32,
    /// The bytes it stands for; those of several glyphs may be the same.
    pub(super) range: Range<usize>,
}

/// Which of [`FONTS`] has that style.
pub(super) fn face(style: Style) -> usize {
    usize::from(style.bold) + 2 * usize::from(style.italic)
}

/// The glyphs of a text on one line, left to right. Glyph 0 stands for what the face has not.
pub(super) fn shape(text: &str, face: usize) -> Vec<Glyph> {
    let Some((font, data)) = &SHAPERS[face] else { return Vec::new() };
    let shaper = data.shaper(font).build();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    // No letter is set from right to left; see `can_be_set`.
    buffer.set_direction(harfrust::Direction::LeftToRight);
    #[expect(clippy::cast_precision_loss, reason = "a font's units are small numbers")]
    let em = shaper.units_per_em() as f32;
    let set = shaper.shape(buffer, ShapeOptions::new());
    let starts: Vec<usize> = set.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let end_of = |at: usize| starts[at..].iter().find(|start| **start > starts[at]).copied().unwrap_or(text.len());
    let all = set.glyph_infos().iter().zip(set.glyph_positions()).enumerate();
    #[expect(clippy::cast_precision_loss, reason = "a font's units are small numbers")]
    all.map(|(at, (info, position))| Glyph {
        id: info.glyph_id,
        advance: position.x_advance as f32 / em,
        x_offset: position.x_offset as f32 / em,
        y_offset: position.y_offset as f32 / em,
        range: starts[at]..end_of(at),
    })
    .collect()
}

/// Whether a character is of a script that this layout can set: those from right to left it cannot, though the
/// font has letters of them.
pub(super) fn can_be_set(c: char) -> bool {
    !matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_latin_greek_and_cyrillic() {
        for face in 0..4 {
            for text in ["Ærøskøbing, Łódź, Đặng, ß – “…” €", "Γειά σου, Ὅμηρε", "Привет, Љубав, Їжак"]
            {
                let missing: Vec<Glyph> = shape(text, face).into_iter().filter(|glyph| glyph.id == 0).collect();
                assert!(missing.is_empty(), "{text} in face {face}: {missing:?}");
            }
            assert!(shape("日", face).iter().all(|glyph| glyph.id == 0));
        }
        assert_ne!(FONTS[0], FONTS[1]);
    }

    #[test]
    fn glyphs_cover_the_text_they_stand_for() {
        let text = "office e\u{301}";
        let glyphs = shape(text, 0);
        assert_eq!(glyphs[0].range, 0..1);
        assert_eq!(glyphs.last().map(|glyph| glyph.range.end), Some(text.len()));
        assert!(glyphs.len() < text.chars().count(), "ligatures: {glyphs:?}");
        assert!(glyphs.iter().all(|glyph| text.is_char_boundary(glyph.range.start)));
    }
}
