//! A sheet as PDF: tagged, PDF/UA-1, fonts embedded. What does not hold the standard is not written.

use std::num::NonZeroU16;

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect, Transform},
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagTree},
    text::{Font, GlyphId, KrillaGlyph},
};

use signpost_answers::poster::Poster;

use crate::{
    Format, PosterFault,
    face::Face,
    layout::{Block, Line, Placed, Role, Sheet, laid_out, modules},
};

/// A poster as PDF.
///
/// # Errors
/// When it has too many words, does not fit, no font has one of its letters, or the standard is not held.
pub fn pdf(poster: &Poster, format: Format) -> Result<Vec<u8>, PosterFault> {
    pdf_of_all(&[poster], format)
}

/// Several posters as one PDF, each on a page of its own.
///
/// # Errors
/// When it cannot be made of one of them; see [`pdf`].
pub fn pdf_of_all(posters: &[&Poster], format: Format) -> Result<Vec<u8>, PosterFault> {
    let fonts = Fonts::new()?;
    let standard = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let standard = standard.finish().map_err(unwritten)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration: standard,
        ..SerializeSettings::default()
    });
    let parts = posters.iter().flat_map(|poster| &poster.parts);
    let main = parts.map(|part| part.lang.tag()).next().unwrap_or("en");
    let titles: Vec<&str> = posters.iter().map(|poster| &*poster.title).collect();
    let metadata = Metadata::new()
        .title(titles.join("; "))
        .language(main.to_owned());
    document.set_metadata(metadata);
    let mut tree = TagTree::new();
    let mut outline = Outline::new();
    for (page, poster) in posters.iter().enumerate() {
        let top = XyzDestination::new(page, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(poster.title.clone(), top));
        let sheet = laid_out(poster, format)?;
        let settings = PageSettings::from_wh(sheet.width, sheet.height);
        let settings = settings.ok_or_else(|| PosterFault::Unwritten("no sheet".to_owned()))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        drawn(&mut surface, &sheet, &fonts, poster, &mut tree)?;
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tree);
    document.finish().map_err(unwritten)
}

/// Everything in the order in which it is read: once, however many times it stands on the sheet.
fn drawn(
    surface: &mut Surface<'_>,
    sheet: &Sheet,
    fonts: &Fonts,
    poster: &Poster,
    tree: &mut TagTree,
) -> Result<(), PosterFault> {
    let piece = &sheet.piece;
    for block in &piece.above {
        tree.push(block_of(surface, block, fonts)?);
    }
    let mut figure = TagGroup::new(Tag::Figure(Some(poster.code_words.clone())));
    let code = surface.start_tagged(ContentTag::Other);
    code_of(surface, &piece.placed)?;
    surface.end_tagged();
    figure.push(code);
    tree.push(figure);
    for block in &piece.below {
        tree.push(block_of(surface, block, fonts)?);
    }
    for (x, y) in sheet.corners.iter().skip(1) {
        surface.push_transform(&Transform::from_translate(*x, *y));
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
            ArtifactType::Other,
        )));
        for block in piece.above.iter().chain(&piece.below) {
            for line in &block.lines {
                line_of(surface, block, line, fonts)?;
            }
        }
        code_of(surface, &piece.placed)?;
        surface.end_tagged();
        surface.pop();
    }
    if !sheet.cuts.is_empty() {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
            ArtifactType::Page,
        )));
        filled(surface, &sheet.cuts)?;
        surface.end_tagged();
    }
    Ok(())
}

fn block_of(
    surface: &mut Surface<'_>,
    block: &Block,
    fonts: &Fonts,
) -> Result<TagGroup, PosterFault> {
    let lang = block.lang.map(|lang| lang.tag().to_owned());
    let words: String = block.lines.iter().map(|line| line.words.as_str()).collect();
    let mut group = match block.role {
        Role::Headline => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(words)).with_lang(lang)),
        Role::Sentence | Role::Address => TagGroup::new(Tag::P.with_lang(lang)),
    };
    for line in &block.lines {
        let tag = SpanTag::empty().with_lang(block.lang.map(signpost_domain::Lang::tag));
        let span = surface.start_tagged(ContentTag::Span(tag));
        line_of(surface, block, line, fonts)?;
        surface.end_tagged();
        group.push(span);
    }
    Ok(group)
}

/// A line, in runs of one font each.
fn line_of(
    surface: &mut Surface<'_>,
    block: &Block,
    line: &Line,
    fonts: &Fonts,
) -> Result<(), PosterFault> {
    let mut x = line.x;
    let mut run: Option<(Face, String, Vec<KrillaGlyph>)> = None;
    for letter in line.words.chars() {
        let (face, found) = block.face.with(letter)?;
        if run.as_ref().is_some_and(|(own, ..)| *own != face) {
            x += put(surface, run.take(), (x, line.y), (block.size, fonts));
        }
        let (_, text, glyphs) = run.get_or_insert_with(|| (face, String::new(), Vec::new()));
        let start = text.len();
        text.push(letter);
        glyphs.push(KrillaGlyph {
            glyph_id: GlyphId::new(found.glyph.to_u32()),
            text_range: start..text.len(),
            x_advance: found.width,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        });
    }
    put(surface, run, (x, line.y), (block.size, fonts));
    Ok(())
}

/// Draws a run, and says how wide it is.
fn put(
    surface: &mut Surface<'_>,
    run: Option<(Face, String, Vec<KrillaGlyph>)>,
    (x, y): (f32, f32),
    (size, fonts): (f32, &Fonts),
) -> f32 {
    let Some((face, text, glyphs)) = run else {
        return 0.0;
    };
    surface.draw_glyphs(
        Point::from_xy(x, y),
        &glyphs,
        fonts.of(face),
        &text,
        size,
        false,
    );
    glyphs.iter().map(|glyph| glyph.x_advance * size).sum()
}

fn code_of(surface: &mut Surface<'_>, placed: &Placed) -> Result<(), PosterFault> {
    let Placed { code, x, y, module } = placed;
    let runs = code.runs().into_iter().map(|(column, row, many)| {
        let (left, top) = (x + modules(column) * module, y + modules(row) * module);
        [left, top, modules(many) * module, *module]
    });
    filled(surface, &runs.collect::<Vec<_>>())
}

/// Rectangles in black: left, top, width, height.
fn filled(surface: &mut Surface<'_>, all: &[[f32; 4]]) -> Result<(), PosterFault> {
    let mut path = PathBuilder::new();
    for [x, y, width, height] in all {
        let rect = Rect::from_xywh(*x, *y, *width, *height);
        path.push_rect(rect.ok_or_else(|| PosterFault::Unwritten("no such square".to_owned()))?);
    }
    let path = path.finish();
    surface.draw_path(&path.ok_or_else(|| PosterFault::Unwritten("nothing to fill".to_owned()))?);
    Ok(())
}

/// Our fonts, as the PDF has them.
struct Fonts([Font; 3]);

impl Fonts {
    fn new() -> Result<Self, PosterFault> {
        let [regular, bold, syllabics] = Face::ALL.map(|face| Font::new(face.bytes().into(), 0));
        let all = regular.zip(bold).zip(syllabics);
        let ((regular, bold), syllabics) =
            all.ok_or_else(|| PosterFault::Unwritten("a font cannot be read".to_owned()))?;
        Ok(Self([regular, bold, syllabics]))
    }

    fn of(&self, face: Face) -> Font {
        let [regular, bold, syllabics] = &self.0;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Syllabics => syllabics,
        }
        .clone()
    }
}

fn unwritten(error: impl std::fmt::Debug) -> PosterFault {
    PosterFault::Unwritten(format!("{error:?}"))
}
