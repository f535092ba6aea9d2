//! One line of a manuscript, folded into as many lines as the column's width asks for.

use unicode_linebreak::linebreaks;

use super::face::{self, Glyph};
use crate::manuscript::Line;

/// Words in one face, as they are drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) face: usize,
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
}

impl Piece {
    /// The width in parts of the font's size.
    pub(super) fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }
}

/// The part of a line that must not be torn, with the width of the blanks behind it.
#[derive(Default)]
struct Word {
    pieces: Vec<Piece>,
    width: f32,
    blank: f32,
}

/// The line's pieces, folded so that no line is wider than `column`, in parts of the font's size.
pub(super) fn fold(line: &Line, column: f32) -> Vec<Vec<Piece>> {
    let mut set: Vec<Vec<Piece>> = Vec::new();
    let mut here: Vec<Piece> = Vec::new();
    let (mut used, mut blank) = (0.0, 0.0);
    for word in words(line).into_iter().flat_map(|word| torn(word, column)) {
        if used + blank + word.width > column && !here.is_empty() {
            set.push(std::mem::take(&mut here));
            used = 0.0;
        } else {
            used += blank;
        }
        used += word.width;
        blank = word.blank;
        join(&mut here, word.pieces);
    }
    set.push(here);
    set
}

/// Adds pieces to a line; what has the same face becomes one piece.
fn join(line: &mut Vec<Piece>, pieces: Vec<Piece>) {
    for piece in pieces {
        match line.last_mut().filter(|last| last.face == piece.face) {
            Some(last) => {
                let shift = last.text.len();
                last.text.push_str(&piece.text);
                last.glyphs.extend(
                    piece
                        .glyphs
                        .into_iter()
                        .map(|glyph| Glyph { range: glyph.range.start + shift..glyph.range.end + shift, ..glyph }),
                );
            }
            None => line.push(piece),
        }
    }
}

/// The line between the places where Unicode lets it be folded.
fn words(line: &Line) -> Vec<Word> {
    let text = line.text();
    let mut words = Vec::new();
    let mut start = 0;
    for (end, _) in linebreaks(&text) {
        let mut word = Word::default();
        let mut at = 0;
        for run in &line.0 {
            let (from, to) = (start.max(at), end.min(at + run.text.len()));
            at += run.text.len();
            if from < to {
                let face = face::face(run.style);
                let text = text[from..to].to_owned();
                word.pieces.push(Piece { face, glyphs: face::shape(&text, face), text });
            }
        }
        let blanks = word.pieces.iter().rev().flat_map(|piece| {
            piece.glyphs.iter().rev().map(|glyph| (glyph, piece.text[glyph.range.clone()].trim().is_empty()))
        });
        word.blank = blanks.take_while(|(_, is_blank)| *is_blank).map(|(glyph, _)| glyph.advance).sum();
        word.width = word.pieces.iter().map(Piece::width).sum::<f32>() - word.blank;
        words.push(word);
        start = end;
    }
    words
}

/// A word that alone is wider than the column, torn where it must be; any other as it is.
fn torn(word: Word, column: f32) -> Vec<Word> {
    if word.width <= column {
        return vec![word];
    }
    let mut parts: Vec<Word> = Vec::new();
    for piece in word.pieces {
        let letters = piece.text.char_indices().map(|(at, c)| &piece.text[at..at + c.len_utf8()]);
        for letter in letters {
            let letter = Piece { face: piece.face, text: letter.to_owned(), glyphs: face::shape(letter, piece.face) };
            let width = letter.width();
            match parts.last_mut().filter(|part| part.width + width <= column) {
                Some(part) => {
                    part.width += width;
                    join(&mut part.pieces, vec![letter]);
                }
                None => parts.push(Word { pieces: vec![letter], width, blank: 0.0 }),
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::{Run, Style};

    fn folded(runs: &[(&str, bool)], column: f32) -> Vec<String> {
        let style = |bold| Style { bold, italic: false };
        let runs = runs.iter().map(|(text, bold)| Run { text: (*text).to_owned(), style: style(*bold) });
        let line = |pieces: &Vec<Piece>| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        fold(&Line(runs.collect()), column).iter().map(line).collect()
    }

    #[test]
    fn lines_are_folded_where_words_end_and_lose_nothing() {
        let text = "The concert grand without a lid stands beside the workshop door.";
        let lines = folded(&[(text, false)], 10.0);
        assert!(lines.len() > 2, "{lines:?}");
        assert_eq!(lines.concat(), text);
        assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with(' ')), "{lines:?}");
        assert_eq!(folded(&[("a ", false), ("b", true), ("c", false)], 30.0), ["a bc"]);
        assert_eq!(folded(&[("", false)], 30.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_column_is_torn() {
        let address = "https://x.example/".to_owned() + &"m".repeat(40);
        let lines = folded(&[(&address, false)], 12.0);
        assert!(lines.len() >= 4 && lines.concat() == address, "{lines:?}");
        let width = |line: &String| face::shape(line, 0).iter().map(|glyph| glyph.advance).sum::<f32>();
        assert!(lines.iter().all(|line| width(line) <= 12.5), "{lines:?}");
    }
}
