//! Articles and prepositions, and how they grow together: "du 12 mars", "à l’automne", "des années
//! 1560", "jusqu’en 2021".

use super::lexicon::field;

/// The article of a noun, together with the preposition that says when.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Article {
    /// French, none: "fin mars 2024".
    Sans,
    /// French, none: "en mars 2024".
    En,
    /// French, none: "au cours d’un mois de 2004", "au cours d’une année inconnue".
    During,
    /// French "le": "le 12 mars 2024".
    Le,
    /// French "le": "au printemps 2023".
    LeAu,
    /// French "l’": "à l’automne 2023".
    L,
    /// French "l’": "en l’an 12 000".
    An,
    /// French "la": "à la mi-février".
    La,
    /// French "les": "dans les années 1560".
    Les,
    /// English, none: "late in an unknown month of 1985".
    Bare,
    /// English, none: "on 12 March 2024".
    On,
    /// English "the": "on the 25th of an unknown month in 1560".
    OnThe,
    /// English, none: "in March 2024".
    In,
    /// English "the": "in the 1560s".
    InThe,
}

/// How a noun is joined to what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Preposition {
    /// Only by its article, as after "vers" and "between".
    None,
    From,
    To,
    Until,
    /// What says when.
    When,
    /// The start of an interval that stands alone.
    LabelFrom,
    /// The end of an interval that stands alone.
    LabelTo,
    Of,
    /// Not at all: the noun stands alone, without its article.
    Label,
}

/// A row an article, a column a preposition.
const JOINED: &str = "\
|de |à |jusqu’à ||de |à |de |
|de |à |jusqu’en |en |de |à |de |
|de |à |jusqu’à |au cours d’|de |à |de |
le |du |au |jusqu’au |le |du |au |du |
le |du |au |jusqu’au |au |du |au |du |
l’|de l’|à l’|jusqu’à l’|à l’|de l’|à l’|de l’|
l’|de l’|à l’|jusqu’à l’|en l’|de l’|à l’|de l’|
la |de la |à la |jusqu’à la |à la |de la |à la |de la |
les |des |aux |jusqu’aux |dans les |des |aux |des |
|from |to |until |||to |of |
|from |to |until |on ||to |of |
the |from the |to the |until the |on the ||to |of the |
|from |to |until |in ||to |of |
the |from the |to the |until the |in the ||to |of the |
";

impl Article {
    /// The article contracted with the preposition, as it stands before `noun`. Elided before a
    /// vowel; 0xC3 starts an accented one.
    pub(super) fn after(self, preposition: Preposition, noun: &str) -> &'static str {
        let row = field(JOINED, b'\n', self as usize);
        match field(row, b'|', preposition as usize) {
            "de " if matches!(noun.as_bytes(), [b'a' | b'o' | b'u' | 0xC3, ..]) => "d’",
            joined => joined,
        }
    }
}
