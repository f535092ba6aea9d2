//! The page as a PDF: tagged for reading aloud, with its fonts, and the same bytes every time.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::face::FONTS;
use super::layout::{Page, Role, SIZE, SetLine};
use super::{Fault, Print};

/// What the text is written in, as far as the program's own words go.
const LANGUAGE: &str = "en";

/// Writes the page.
pub(super) fn write(page: &Page, print: &Print<'_>) -> Result<Vec<u8>, Fault> {
    let failed = |what: &str| Fault::Writer(what.to_owned());
    let mut fonts = Vec::with_capacity(FONTS.len());
    for bytes in *FONTS {
        fonts.push(Font::new(bytes.into(), 0).ok_or_else(|| failed("a font cannot be read"))?);
    }
    let (width, height) = print.paper.size();
    let settings = PageSettings::from_wh(width, height).ok_or_else(|| failed("the paper has no size"))?;
    let mut document = Document::new();
    let mut metadata = Metadata::new().title(print.title.to_owned()).language(LANGUAGE.to_owned());
    if !print.author.is_empty() {
        metadata = metadata.authors(vec![print.author.to_owned()]);
    }
    document.set_metadata(metadata);
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    let mut tree = Tree::default();
    for part in &page.parts {
        let drawn: Vec<Identifier> = part.lines.iter().map(|line| draw(&mut surface, line, &fonts)).collect();
        tree.add(part.role, &drawn);
    }
    surface.finish();
    sheet.finish();
    document.set_tag_tree(tree.done());
    document.finish().map_err(|error| Fault::Writer(format!("{error:?}")))
}

/// Draws one line, and says under which name.
fn draw(surface: &mut Surface<'_>, line: &SetLine, fonts: &[Font]) -> Identifier {
    let name = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    let mut x = line.x;
    for piece in &line.pieces {
        let glyphs: Vec<KrillaGlyph> = piece
            .glyphs
            .iter()
            .map(|glyph| {
                let (id, range) = (GlyphId::new(glyph.id), glyph.range.clone());
                KrillaGlyph::new(id, glyph.advance, glyph.x_offset, glyph.y_offset, 0.0, range, None)
            })
            .collect();
        surface.draw_glyphs(Point::from_xy(x, line.y), &glyphs, fonts[piece.face].clone(), &piece.text, SIZE, false);
        x += piece.width() * SIZE;
    }
    surface.end_tagged();
    name
}

/// The order in which the page is read.
#[derive(Default)]
struct Tree {
    whole: Option<TagTree>,
    list: Option<TagGroup>,
    label: Option<TagGroup>,
}

impl Tree {
    fn add(&mut self, role: Role, lines: &[Identifier]) {
        let with = |tag: TagGroup| {
            lines.iter().fold(tag, |mut group, line| {
                group.push(*line);
                group
            })
        };
        match role {
            Role::Label => {
                self.close_label();
                self.label = Some(with(TagGroup::new(Tag::Lbl)));
            }
            Role::Item => self.item(Some(with(TagGroup::new(Tag::LBody)))),
            Role::Paragraph => self.push(with(TagGroup::new(Tag::P))),
            Role::Heading(level) => {
                let level = NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
                self.push(with(TagGroup::new(Tag::Hn(level, None))));
            }
        }
    }

    fn push(&mut self, group: TagGroup) {
        self.close_list();
        self.whole.get_or_insert_with(TagTree::new).push(group);
    }

    /// An item of the list that is open, behind the label that waits for it.
    fn item(&mut self, body: Option<TagGroup>) {
        let mut item = TagGroup::new(Tag::LI);
        for part in self.label.take().into_iter().chain(body) {
            item.push(part);
        }
        self.list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
    }

    /// A label that no words followed is an item all the same: nothing drawn may be left out.
    fn close_label(&mut self) {
        if self.label.is_some() {
            self.item(None);
        }
    }

    fn close_list(&mut self) {
        self.close_label();
        if let Some(list) = self.list.take() {
            self.whole.get_or_insert_with(TagTree::new).push(list);
        }
    }

    fn done(mut self) -> TagTree {
        self.close_list();
        self.whole.unwrap_or_default().with_lang(Some(LANGUAGE.to_owned()))
    }
}
