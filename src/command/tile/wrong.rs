//! What is wrong with a corpus: the first of it one by one, the rest counted.

use super::row::Place;
use crate::report::complain;

/// So many are told one by one.
const MOST_TOLD: usize = 20;

/// Something that is wrong in a line.
#[derive(Clone)]
pub(super) struct Noted {
    pub(super) column: u32,
    pub(super) text: String,
}

impl Noted {
    /// Of the whole line.
    pub(super) fn new(text: &str) -> Self {
        Self::at(1, text)
    }

    /// Of what has the identifier of something else.
    pub(super) fn used_before(id: &str) -> Self {
        Self::new(&format!("id: “{id}” is used before: an identifier names one thing"))
    }

    pub(super) fn at(column: u32, text: &str) -> Self {
        Self { column, text: text.to_owned() }
    }
}

/// Lines that could not be taken whole.
pub(super) struct Wrong {
    /// The names of the inputs.
    names: Vec<String>,
    pub(super) count: usize,
}

impl Wrong {
    pub(super) fn new(names: Vec<String>) -> Self {
        Self { names, count: 0 }
    }

    pub(super) fn note(&mut self, place: Place, noted: &[Noted]) {
        for Noted { column, text } in noted {
            self.count += 1;
            if self.count <= MOST_TOLD {
                let name = self.names.get(place.file as usize).map_or("", String::as_str);
                complain(&format!("{name}:{}:{column}: {text}", place.line));
            }
        }
    }

    pub(super) fn sum_up(&self) {
        if self.count > MOST_TOLD {
            complain(&format!("and {} more such lines", self.count - MOST_TOLD));
        }
    }
}
