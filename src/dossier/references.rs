//! What has been said and must fit together in the end: identifiers, references, problems.

use super::Id;
use super::index::Kind;
use super::problem::{Code, Position, Problem};
use crate::collate::vocabulary::Vocabulary;
use crate::join::join;
use crate::sort::sort;

/// A reference met while reading, to be followed when everything is there.
struct Reference {
    id: Id,
    to: Kind,
    at: Position,
    path: String,
}

/// Collects while rows are read.
#[derive(Default)]
pub(super) struct Notes {
    problems: Vec<Problem>,
    /// Every identifier, whether it names something or is only referred to.
    names: Vocabulary,
    /// The one allocation of each, by its number.
    ids: Vec<Id>,
    /// What each names so far.
    kinds: Vec<Option<Kind>>,
    references: Vec<Reference>,
}

impl Notes {
    /// Notes a problem, its message put together from parts.
    pub(super) fn problem(&mut self, code: Code, path: String, at: Position, parts: &[&str]) {
        self.problems.push(Problem {
            code,
            severity: code.severity(),
            path,
            line: at.line,
            column: at.column,
            message: join(parts),
        });
    }

    /// The one allocation of an identifier, and its number.
    fn share(&mut self, id: &str) -> (Id, usize) {
        let number = self.names.number(id) as usize;
        if let Some(known) = self.ids.get(number) {
            return (known.clone(), number);
        }
        let new = Id::from(id);
        self.ids.push(new.clone());
        self.kinds.push(None);
        (new, number)
    }

    /// Notes that the identifier names something; nothing where it named something before.
    pub(super) fn define(&mut self, id: &str, kind: Kind) -> Option<Id> {
        let (id, number) = self.share(id);
        let named = self.kinds.get_mut(number)?;
        if named.is_some() {
            return None;
        }
        *named = Some(kind);
        Some(id)
    }

    /// An identifier for what has none of its own.
    pub(super) fn make_up(&mut self, id: &str, kind: Kind) -> Id {
        let (id, number) = self.share(id);
        if let Some(named) = self.kinds.get_mut(number) {
            named.get_or_insert(kind);
        }
        id
    }

    /// The identifier that is referred to. `path` says where, if that will be asked.
    pub(super) fn refer(
        &mut self,
        id: &str,
        to: Kind,
        at: Position,
        path: &dyn Fn() -> String,
    ) -> Id {
        let (id, number) = self.share(id);
        // Most references look back: articles and entities come first in a file.
        if self.kinds.get(number) != Some(&Some(to)) {
            self.references.push(Reference { id: id.clone(), to, at, path: path() });
        }
        id
    }

    /// What the identifier names.
    fn kind(&self, id: &Id) -> Option<Kind> {
        *self.kinds.get(self.names.find(id.as_str())? as usize)?
    }

    /// Takes out the identifiers that do not name something of the kind.
    pub(super) fn keep(&self, ids: &mut Vec<Id>, kind: Kind) {
        let mut at = 0;
        while let Some(id) = ids.get(at) {
            if self.kind(id) == Some(kind) {
                at += 1;
            } else {
                ids.remove(at);
            }
        }
    }

    /// The same for one.
    pub(super) fn keep_one(&self, id: &mut Option<Id>, kind: Kind) {
        if id.as_ref().is_some_and(|id| self.kind(id) != Some(kind)) {
            *id = None;
        }
    }

    /// Follows the references that are left and hands back every problem, in the order of the text.
    #[inline(never)]
    pub(super) fn finish(&mut self) -> Vec<Problem> {
        for Reference { id, to, at, path } in &std::mem::take(&mut self.references) {
            let (before, after, other, but) = match self.kind(id) {
                Some(found) if found == *to => continue,
                Some(other) => ("“", "” is ", other.name(), ", but "),
                None => ("there is no “", "” in the dossier: ", "", ""),
            };
            let parts = [before, id.as_str(), after, other, but, to.name(), " is asked for"];
            self.problem(Code::Reference, path.clone(), *at, &parts);
        }
        let problems = std::mem::take(&mut self.problems);
        let place = |number: usize| problems.get(number).map(|each| (each.line, each.column));
        let mut order = (0..problems.len()).collect();
        sort(&mut order, &|one, other| place(one) < place(other));
        let mut sorted = Vec::with_capacity(problems.len());
        for number in order {
            if let Some(problem) = problems.get(number) {
                sorted.push(problem.clone());
            }
        }
        sorted
    }
}
