//! Eras: quiet bands behind the timeline, and a list of them for screen readers.

use web_sys::Element;

use super::markup::{Writer, append, flag, forth, length, mark_language, node, set, translate};
use super::quotes::date_text;
use crate::dossier::Era;
use crate::join::join;
use crate::phrases::Phrases;
use crate::state::State;
use crate::timeline::{Second, era_rows};

/// Height of a row of names, in pixels.
const ROW_PX: i32 = 22;
/// Of so many eras it is looked up whether they leave room for a name.
const COMPARED: usize = 256;
/// Where there is less room a name is left out.
const NARROW_PX: i32 = 28;

/// The bands.
pub(super) struct Eras {
    /// What is as high as the names; the bands go on below it.
    pub(super) strip: Element,
    drawn: Vec<Drawn>,
    /// As many as are in sight at once.
    bands: Vec<Band>,
}

/// When an era is, and on which row its name stands.
struct Drawn {
    start: Second,
    end: Second,
    row: usize,
    /// When the next era of the row begins: so far there is room for the name.
    next: Second,
}

struct Band {
    era: Option<usize>,
    box_: Element,
    name: Element,
}

impl Eras {
    /// Of a dossier; the list goes into `to`.
    pub(super) fn new(to: &mut Writer, eras: &[Era], words: &Phrases) -> Self {
        let strip = node("div eras aria-hidden=true");
        let mut extents = Vec::new();
        for era in eras {
            extents.push(era.date.bounds().or_endless());
        }
        let mut drawn = Vec::new();
        let mut rows = 0;
        for ((start, end), row) in extents.iter().zip(era_rows(&extents)) {
            rows = rows.max(row + 1);
            drawn.push(Drawn { start: *start, end: *end, row, next: Second::MAX });
        }
        let mut begins = Vec::new();
        for era in drawn.iter().take(COMPARED) {
            begins.push((era.row, era.start));
        }
        for era in &mut drawn {
            for (row, start) in &begins {
                if *row == era.row && *start > era.start {
                    era.next = era.next.min(*start);
                }
            }
        }
        length(&strip, "height", i32::try_from(rows).unwrap_or_default() * ROW_PX);
        if !eras.is_empty() {
            to.open("ul hidden");
            to.set("aria-label", words.eras);
            for era in eras {
                to.start_wording("li", &era.title);
                to.text(&told(era, words));
                to.close();
            }
            to.close();
        }
        Self { strip, drawn, bands: Vec::new() }
    }

    pub(super) fn draw(&mut self, state: &State, words: &Phrases) {
        let scale = state.scale();
        let mut used = 0;
        for (number, Drawn { start, end, row, next }) in self.drawn.iter().enumerate() {
            // A little further than can be seen, so that an edge is seen only where one is.
            let from = scale.to_px(*start).max(-1);
            let to = scale.to_px(*end).min(scale.width_px() + 1);
            if to <= from.max(0) || from >= scale.width_px() {
                continue;
            }
            let Some(era) = state.dossier().eras.get(number) else { continue };
            if used == self.bands.len() {
                let (box_, name) = (node("div"), node("span"));
                append(&box_, &name);
                append(&self.strip, &box_);
                self.bands.push(Band { era: None, box_, name });
            }
            let Some(band) = self.bands.get_mut(used) else { break };
            used += 1;
            if band.era != Some(number) {
                band.era = Some(number);
                let (language, title) = era.title.get(words.language);
                set(&band.box_, "class", if number % 2 == 0 { "era" } else { "era other" });
                set(&band.name, "title", &join(&[title, &told(era, words)]));
                mark_language(&band.name, language);
                band.name.set_text_content(Some(title));
                let top = i32::try_from(*row).unwrap_or_default() * ROW_PX;
                length(&band.name, "margin-top", top);
            }
            translate(&band.box_, from * forth(words), 0);
            length(&band.box_, "width", to - from);
            let room = scale.to_px(*next).min(scale.width_px()) - from;
            length(&band.name, "max-width", room);
            flag(&band.name, "hidden", room < NARROW_PX);
        }
        while self.bands.len() > used {
            if let Some(gone) = self.bands.pop() {
                gone.box_.remove();
            }
        }
    }
}

/// When an era was, and what, behind its name.
fn told(era: &Era, words: &Phrases) -> String {
    let summary = era.summary.text(words.language);
    let colon = if summary.is_empty() { "" } else { words.colon };
    join(&[" (", &date_text(&era.date, words), ")", colon, summary])
}
