//! Numbers that articles give for the same thing, side by side.

use super::cards::witness_name;
use super::markup::{Writer, class, style};
use crate::collate::figures::{Comparison, compare, grouped};
use crate::dossier::{Figure, FigureReading, Kind};
use crate::join::{digits, join};
use crate::phrases::Phrases;
use crate::state::State;

/// All figures, in a section of their own.
#[inline(never)]
pub(super) fn all(to: &mut Writer, state: &State, words: &Phrases) {
    let count = state.dossier().figures.len();
    if count == 0 {
        return;
    }
    to.open("section card");
    // On paper the title is not left behind: Firefox knows no other way to keep it with the first.
    to.open("div together");
    to.leaf("h3 section-title", words.figures);
    to.leaf("p label", words.figures_hint);
    figure(to, state, words, 0);
    to.close();
    for number in 1..count {
        figure(to, state, words, number);
    }
    to.close();
}

/// One figure: whether the articles agree, then what each gives.
#[inline(never)]
pub(super) fn figure(to: &mut Writer, state: &State, words: &Phrases, number: usize) {
    let Some(figure) = state.dossier().figures.get(number) else { return };
    let comparison = compare(figure);
    to.open("div figure part=figure");
    to.set("data-id", figure.id.as_str());
    to.wording("h4", &figure.title);
    verdict(to, state, words, figure, &comparison);
    to.open("ul figure-values");
    class(&to.here, "units-differ", comparison.units_differ);
    for (number, reading) in figure.readings.iter().enumerate() {
        value(to, state, words, reading, comparison.shares.get(number));
    }
    to.close();
    to.close();
}

/// Whether the articles agree, how far they are apart, and the way to the event.
fn verdict(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    figure: &Figure,
    comparison: &Comparison,
) {
    to.open("p verdict");
    if comparison.disputed {
        to.open("strong");
        to.leaf("span aria-hidden=true", "≠ ");
        to.text(words.figures_differ);
        to.close();
    } else {
        to.leaf(
            "span",
            if figure.readings.len() > 1 { words.figures_agree } else { words.one_article },
        );
    }
    if comparison.units_differ {
        to.leaf("span", words.units_differ);
    }
    if let Some(tenths) = comparison.times_tenths {
        let tenths = usize::try_from(tenths).unwrap_or(usize::MAX);
        let mut times = join(&["×\u{A0}", &digits(tenths / 10)]);
        if tenths % 10 > 0 {
            times.push_str(&join(&[words.decimal_point, &digits(tenths % 10)]));
        }
        to.leaf("span", &join(&[&times, " ", words.from_to]));
    }
    let event = figure.event.as_ref().and_then(|id| state.index().number(Kind::Event, id));
    // Where the event is open already, there is no way to it.
    if let Some(event) = event.filter(|event| state.open_event() != Some(*event))
        && let Some(event) = state.dossier().events.get(event)
    {
        to.start_wording("button type=button data-action=choose", &event.title);
        to.set("data-id", event.id.as_str());
        to.close();
    }
    to.close();
}

fn value(
    to: &mut Writer,
    state: &State,
    words: &Phrases,
    reading: &FigureReading,
    share: Option<&u16>,
) {
    to.open("li");
    let article = state.article(reading.article.as_ref());
    to.open("div printed-value");
    to.open("p value");
    to.found(&reading.text);
    if let Some(article) = article {
        to.tongue(article.language);
    }
    to.close();
    // The other of the two languages, whichever the article's is.
    let (left, right) = state.languages();
    let other = if article.is_some_and(|own| own.language.matches(left)) { right } else { left };
    let (language, text) = reading.translation.get(other);
    if !text.is_empty() {
        to.start_in("p value-other", language, text);
        to.close();
    }
    to.close();
    if let Some(value) = &reading.value {
        to.open("div measure");
        to.open("p amount");
        to.leaf("span", &grouped(value, words.thousands, words.decimal_point));
        if let Some(unit) = &reading.unit {
            to.text(" ");
            to.leaf("span unit", unit);
        }
        to.close();
        if let Some(share) = share {
            to.open("div bar aria-hidden=true");
            to.open("span");
            // In tenths of a per cent.
            let width =
                join(&[&digits((share / 10).into()), ".", &digits((share % 10).into()), "%"]);
            style(&to.here, "inline-size", &width);
            to.close();
            to.close();
        }
        to.close();
    }
    to.found_leaf("p label", &witness_name(article, words));
    to.wording("p label", &reading.note);
    to.close();
}
