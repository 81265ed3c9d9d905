//! One reading: its witness, its words and their translation, level.

use super::markup::{Writer, style};
use super::variants;
use super::witness::witness;
use crate::collate::letters::{is_blank, skip_back};
use crate::dossier::{Quote, Reading, Status, Text};
use crate::join::{digits, join};
use crate::phrases::{Phrases, quotation_marks};
use crate::state::State;
use crate::state::comparison::{Comparison, Variant, compare};
use crate::state::runs::{Run, runs};
use crate::state::side::{Alignment, Side, aligned, side};

/// A reading, compared with the base where it is not the base itself.
pub(super) fn row(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    quote: &Quote,
    reading: &Reading,
    base: Option<&Reading>,
    several: bool,
) {
    to.open("div reading part=reading");
    witness(to, state, words, quote, reading, several && base.is_none());
    let (left, right) = state.languages();
    let mut sides = Vec::with_capacity(3);
    // What is in neither of the two languages stands above both translations.
    if !reading.language.matches(left) && !reading.language.matches(right) {
        sides.push((reading.language, side(reading, reading.language)));
    }
    sides.push((left, side(reading, left)));
    sides.push((right, side(reading, right)));
    let translation = sides.iter().find_map(|(_, side)| side.as_ref()?.translation);
    let alignment = translation.map(|translation| aligned(reading, translation));
    let rows = alignment.as_ref().map_or_else(Vec::new, Alignment::rows);

    to.open(if rows.len() > 1 { "div reading-words level" } else { "div reading-words" });
    style(&to.here, "--rows", &digits(rows.len().max(1)));
    for (language, side) in &sides {
        let Some(side) = side else {
            to.start("div cell rendering", "");
            to.open("p made");
            to.leaf("span", words.no_translation);
            to.close();
            to.close();
            continue;
        };
        let whole = sides.len() > 2 && side.translation.is_none();
        to.open(match (whole, side.translation) {
            (true, _) => "div cell own whole",
            (false, None) => "div cell own",
            (false, Some(_)) => "div cell rendering",
        });
        if side.language.is_right_to_left() {
            to.set("dir", "rtl");
        }
        let compared = base.and_then(|base| {
            Some(compare(&self::side(base, *language)?, side, state.strictness()))
        });
        // The translation that was aligned; another one has no counterpart on the page.
        let own = side.translation.is_none();
        let here = alignment.as_ref().filter(|_| {
            own || side
                .translation
                .is_some_and(|it| translation.is_some_and(|t| std::ptr::eq(t, it)))
        });
        let automatic = here.is_some_and(|it| it.automatic) && !own;
        label(to, state, words, reading, side, automatic, compared.as_ref());
        let compared = compared.filter(|it| !it.is_apart(reading.status));
        let (text, segments) = match here {
            Some(it) if own => (&it.source, it.source_segments.as_slice()),
            Some(it) => (&it.target, it.target_segments.as_slice()),
            None => (side.text, &[][..]),
        };
        let mut ends = Vec::new();
        for row in rows.iter().filter(|_| here.is_some()) {
            ends.push(if own { row.source.end } else { row.target.end });
        }
        printed(to, state, side, text, segments, &ends, compared.as_ref());
        if let Some(compared) = &compared {
            variants::said(to, words, side, compared);
        }
        to.close();
    }
    to.close();
    to.close();
}

/// Whose words they are, and how many of the base's they keep.
fn label(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    reading: &Reading,
    side: &Side,
    automatic: bool,
    compared: Option<&Comparison>,
) {
    to.open("p made");
    if let Some(translation) = side.translation {
        let by = &translation.by;
        let by = if by.is_empty() { &state.dossier().translator } else { by };
        let by = by.text(words.language);
        to.leaf("span", &words.translated(translation.kind, by, reading.language));
    } else {
        let original = matches!(reading.status, Status::Original | Status::Truncated);
        let what = if original { words.original } else { words.as_printed };
        let name = words.language_name(reading.language);
        let dot = if name.is_empty() { "" } else { " · " };
        let class = if original { "span is-original" } else { "span" };
        to.leaf(class, &join(&[what, dot, name]));
    }
    if automatic {
        to.leaf("span", words.aligned_automatically);
    }
    if let Some(compared) = compared {
        to.open("span kept");
        let percent = compared.percent();
        if compared.is_apart(reading.status) {
            to.text(words.other_words);
        } else if compared.variants.is_empty() && percent == 100 {
            to.text(words.same_words);
        } else {
            let [before, after] = words.keeps;
            let percent = digits(percent);
            to.text(&join(&[before, &percent, after]));
            to.open("span meter aria-hidden=true");
            style(&to.here, "--kept", &join(&[&percent, "%"]));
            to.close();
        }
        to.close();
    }
    to.close();
}

/// The words as a run of segments between the quotation marks of their language, in level rows.
fn printed(
    to: &mut Writer,
    state: &State,
    side: &Side,
    text: &Text,
    segments: &[Option<u16>],
    ends: &[usize],
    compared: Option<&Comparison>,
) {
    let original = side.translation.is_none();
    to.open(if original {
        "blockquote words part=original"
    } else {
        "blockquote words rendering part=translation"
    });
    to.tongue(side.language);
    let variants = compared.map_or(&[][..], |own| own.variants.as_slice());
    let (open, close) = quotation_marks(side.language);
    let level = ends.len() > 1;
    if level {
        to.open("span row");
    }
    to.leaf("span guillemet", open);
    // One stop a quote; arrow keys go on from there.
    let mut reachable = original;
    let mut spaced = true;
    let mut marked = None;
    let cut = runs(text, segments, &state.filter().query, variants);
    for (number, run) in cut.iter().enumerate() {
        if level && number > 0 && ends.contains(&number) {
            to.close();
            to.open("span row");
        }
        let starts = run.parts.first().is_some_and(|part| part.text.starts_with(' '));
        if !spaced && !starts {
            to.text(" ");
        }
        let ends = piece(to, run, variants, &mut marked, &mut reachable);
        // Words inside run on as the article prints them; words outside stand apart.
        spaced = ends || !run.outside;
    }
    to.leaf("span guillemet", close);
    if level {
        to.close();
    }
    to.close();
}

/// A piece, and whether a space follows it. What stands outside the quotation marks is in brackets:
/// the space that it ends with stays out of them, and so do words that the reading leaves out.
fn piece(
    to: &mut Writer,
    run: &Run,
    variants: &[Variant],
    marked: &mut Option<usize>,
    reachable: &mut bool,
) -> bool {
    let mut parts = run.parts.as_slice();
    while let ([first, rest @ ..], true) = (parts, run.outside)
        && first.text.is_empty()
    {
        variants::part(to, *first, variants, marked);
        parts = rest;
    }
    to.open(if run.outside { "span outside" } else { "span seg" });
    if let Some(number) = run.segment {
        to.number("data-seg", number.into());
        to.set("tabindex", if std::mem::take(reachable) { "0" } else { "-1" });
    }
    if parts.is_empty() {
        to.text("…");
    }
    let mut spaces = parts.is_empty();
    while let [part, rest @ ..] = parts {
        let mut part = *part;
        parts = rest;
        let words = skip_back(part.text, &is_blank);
        spaces = words.len() < part.text.len();
        if run.outside && rest.is_empty() {
            part.text = words;
        }
        variants::part(to, part, variants, marked);
    }
    to.close();
    if run.outside && spaces {
        to.text(" ");
    }
    spaces
}
