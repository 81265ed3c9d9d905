//! What has been said and must fit together in the end: identifiers, references, problems.

use super::index::Kind;
use super::problem::{Code, Position, Problem, Severity};
use super::{Id, Language};
use crate::collate::letters::{bare, lower, split_first};
use crate::collate::vocabulary::Vocabulary;
use crate::join::{digits, join};
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
    /// The language of each that names an article.
    languages: Vec<Language>,
    /// The words that identifiers were made from, and how many were made from each.
    words: Vocabulary,
    counts: Vec<usize>,
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

    /// The last problem cost a row.
    pub(super) fn drop_row(&mut self) {
        if let Some(problem) = self.problems.last_mut() {
            problem.severity = Severity::Error;
        }
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
        self.languages.push(Language::UNDETERMINED);
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

    /// An identifier that nothing has so far, made from words: `first-flight`, `first-flight-2`.
    pub(super) fn coin(&mut self, words: &str, kind: Kind) -> Id {
        let base = slug(words, kind);
        let number = self.words.number(&base) as usize;
        loop {
            if self.counts.len() <= number {
                self.counts.push(0);
            }
            let mut count = 0;
            if let Some(counted) = self.counts.get_mut(number) {
                *counted += 1;
                count = *counted;
            }
            let id = if count > 1 { join(&[&base, "-", &digits(count)]) } else { base.clone() };
            if let Some(id) = self.define(&id, kind) {
                return id;
            }
        }
    }

    /// Remembers the language of an article.
    pub(super) fn speaks(&mut self, article: &Id, language: Language) {
        let (_, number) = self.share(article.as_str());
        if let Some(known) = self.languages.get_mut(number) {
            *known = language;
        }
    }

    /// The language of an article that was read before.
    pub(super) fn language_of(&self, article: &Id) -> Option<Language> {
        let language = *self.languages.get(self.names.find(article.as_str())? as usize)?;
        (language != Language::UNDETERMINED).then_some(language)
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
        ids.retain(|id| self.kind(id) == Some(kind));
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
        // Broken characters are noticed slice by slice: theirs comes first of what is said of a place.
        let place = |number: usize| {
            let each = problems.get(number)?;
            let at = u64::from(each.line) << 32 | u64::from(each.column);
            Some((at, each.code != Code::Encoding))
        };
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

/// The longest identifier that is made from words, in bytes.
const LONGEST_SLUG: usize = 60;

/// Words as an identifier: small Latin letters and digits, joined by hyphens; the name of the kind
/// where they have none of these.
fn slug(words: &str, kind: Kind) -> String {
    let mut slug = String::new();
    let mut rest = words;
    let mut gap = false;
    while let Some((letter, after)) = split_first(rest) {
        rest = after;
        let letter = bare(lower(letter));
        if !letter.is_ascii_alphanumeric() {
            // An apostrophe joins.
            gap |= letter != '\'' && letter != '’';
            continue;
        }
        if slug.len() >= LONGEST_SLUG {
            break;
        }
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.push(letter);
    }
    if slug.is_empty() { kind.as_str().to_owned() } else { slug }
}
