//! What has been said and must fit together in the end: identifiers, references, problems.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Id;
use super::index::Kind;
use super::problem::{Code, Position, Problem};

/// A reference met while reading, to be followed when everything is there.
struct Reference {
    id: Id,
    to: Kind,
    at: Position,
    path: String,
}

/// Collects while rows are read. Rows nest and each of them reports, hence the cells.
#[derive(Default)]
pub(super) struct Notes {
    problems: RefCell<Vec<Problem>>,
    defined: RefCell<BTreeMap<Id, Kind>>,
    shared: RefCell<BTreeMap<Id, ()>>,
    references: RefCell<Vec<Reference>>,
}

impl Notes {
    pub(super) fn problem(&self, code: Code, path: &str, at: Position, message: String) {
        self.problems.borrow_mut().push(Problem::new(code, path, at, message));
    }

    /// The one allocation of an identifier.
    pub(super) fn share(&self, id: &str) -> Id {
        let mut shared = self.shared.borrow_mut();
        if let Some((known, ())) = shared.get_key_value(id) {
            return known.clone();
        }
        let new = Id::from(id);
        shared.insert(new.clone(), ());
        new
    }

    /// Notes that the identifier names something; false where it named something before.
    pub(super) fn define(&self, id: &Id, kind: Kind) -> bool {
        let mut defined = self.defined.borrow_mut();
        let new = !defined.contains_key(id);
        if new {
            defined.insert(id.clone(), kind);
        }
        new
    }

    pub(super) fn refer(&self, id: &Id, to: Kind, at: Position, path: &str) {
        // Most references look back: articles and entities come first in a file.
        if self.defined.borrow().get(id) != Some(&to) {
            let path = path.to_owned();
            self.references.borrow_mut().push(Reference { id: id.clone(), to, at, path });
        }
    }

    /// Whether the identifier names something of the kind.
    pub(super) fn leads_to(&self, id: &Id, kind: Kind) -> bool {
        self.defined.borrow().get(id) == Some(&kind)
    }

    /// Follows the references that are left and hands back every problem, in the order of the text.
    pub(super) fn finish(&self) -> Vec<Problem> {
        for Reference { id, to, at, path } in self.references.take() {
            let found = self.defined.borrow().get(&id).copied();
            if found == Some(to) {
                continue;
            }
            let id = id.as_str();
            let wanted = to.name();
            let message = match found {
                Some(other) => format!("“{id}” is {}, but {wanted} is asked for", other.name()),
                None => format!("there is no “{id}” in the dossier: {wanted} is asked for"),
            };
            self.problem(Code::Reference, &path, at, message);
        }
        let mut problems = self.problems.take();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        problems
    }
}
