//! Where a link leads: a thing of the dossier, perhaps compared with one of its readings, perhaps
//! in one of several widgets.
//!
//! The fragment is `thing`, `thing~base` or `widget:thing~base`. A base is named by its article,
//! or, where the article is not known or has an earlier reading of the same quote, by its number,
//! counted from 1. What is a mark in it is percent-encoded where it is not meant as one.

use super::State;
use crate::cite::percent;
use crate::collate::letters::cut;
use crate::dossier::{Kind, Quote, Target};
use crate::join::digits;

/// What may stand in a fragment as it is (RFC 3986, 3.5), our own marks left out.
const KEPT: &str = "-._!$'()*+,;=@/?";

/// What a fragment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// An event or a quote.
    pub target: Target,
    /// The number of the reading that the quote's others are compared with.
    pub base: Option<usize>,
}

impl State {
    /// The fragment of an event or a quote, and of the comparison that the reader made of it, in
    /// the widget of a name; an empty name for the only one.
    pub fn fragment(&self, target: Target, widget: &str) -> Option<String> {
        let mut fragment = String::new();
        if !widget.is_empty() {
            percent::encode(&mut fragment, widget, KEPT);
            fragment.push(':');
        }
        percent::encode(&mut fragment, self.id(target)?, KEPT);
        let quote = self.dossier.quotes.get(target.number);
        if target.kind == Kind::Quote
            && let Some(quote) = quote
            && let Some(base) = self.chosen_base(target.number)
        {
            fragment.push('~');
            percent::encode(&mut fragment, &name(quote, base), KEPT);
        }
        Some(fragment)
    }

    /// The base that the reader chose for a quote.
    pub fn chosen_base(&self, quote: usize) -> Option<usize> {
        let chosen = self.comparing.bases.iter().find(|(own, _)| *own == quote);
        chosen.map(|(_, reading)| *reading)
    }

    /// What a fragment names, in the widget of a name; nothing where it names nothing here, so
    /// that the page's own fragments are left alone.
    pub fn place(&self, fragment: &str, widget: &str) -> Option<Place> {
        let mut rest = fragment;
        // A name without a widget's in front is meant for every widget that knows it.
        if let (own, Some(thing)) = cut(fragment, b':') {
            if percent::decode(own)? != widget || widget.is_empty() {
                return None;
            }
            rest = thing;
        }
        let (thing, base) = cut(rest, b'~');
        let target = self.index.target(&percent::decode(thing)?)?;
        let base = match (target.kind, base) {
            (Kind::Event | Kind::Quote, None) => None,
            (Kind::Quote, Some(base)) => {
                numbered(self.dossier.quotes.get(target.number)?, &percent::decode(base)?)
            }
            _ => return None,
        };
        Some(Place { target, base })
    }
}

/// What a reading is called among those of its quote.
fn name(quote: &Quote, number: usize) -> String {
    let article = |number: usize| quote.readings.get(number)?.article.as_ref();
    let own = article(number);
    let earlier = (0..number).any(|other| article(other) == own);
    match own.filter(|_| !earlier) {
        Some(id) => id.as_str().to_owned(),
        None => digits(number + 1),
    }
}

fn numbered(quote: &Quote, wanted: &str) -> Option<usize> {
    (0..quote.readings.len()).find(|number| name(quote, *number) == wanted)
}
