//! Nouns and the prepositions that contract with their articles.

/// The article of a noun, which decides how prepositions join it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Article {
    /// None, and "en" to say when: "en mars 2024".
    En,
    /// None at all: "fin mars 2024".
    None,
    /// "le", and "le" to say when: "le 12 mars 2024".
    Le,
    /// "le", and "au" to say when: "au printemps 2023".
    LeAu,
    /// "l’", and "à l’" to say when: "à l’automne 2023".
    L,
    /// "l’", and "en" to say when: "en hiver".
    LEn,
    /// "l’", and "en l’" to say when: "en l’an 12 000".
    An,
    /// None, and "au cours de" to say when: "au cours d’un mois de 2004".
    During,
    /// "la": "à la mi-février".
    La,
    /// "les", and "dans les" to say when: "dans les années 1560".
    Les,
}

#[derive(Clone, Copy)]
pub(super) enum Preposition {
    /// Only the article, as after "avant", "vers" and "entre".
    Bare,
    De,
    À,
    Jusque,
    /// What says when.
    When,
}

pub(super) struct Noun {
    pub(super) text: String,
    pub(super) article: Article,
}

impl Noun {
    pub(super) fn new(article: Article, text: impl Into<String>) -> Self {
        Noun { text: text.into(), article }
    }

    pub(super) fn after(&self, preposition: Preposition) -> String {
        use Preposition::{Bare, De, Jusque, When, À};
        let vowel = self.text.starts_with(['a', 'o', 'u', 'é']);
        let words = match (self.article, preposition) {
            (Article::En | Article::None | Article::During, Bare) | (Article::None, When) => "",
            (Article::En | Article::None | Article::During, De) if vowel => "d’",
            (Article::En | Article::None | Article::During, De) => "de ",
            (Article::En | Article::None | Article::During, À) => "à ",
            (Article::None | Article::During, Jusque) => "jusqu’à ",
            (Article::During, When) => "au cours d’",
            (Article::En, Jusque) => "jusqu’en ",
            (Article::En | Article::LEn, When) => "en ",
            (Article::Le, Bare | When) | (Article::LeAu, Bare) => "le ",
            (Article::Le | Article::LeAu, De) => "du ",
            (Article::Le | Article::LeAu, À) | (Article::LeAu, When) => "au ",
            (Article::Le | Article::LeAu, Jusque) => "jusqu’au ",
            (Article::L | Article::LEn | Article::An, Bare) => "l’",
            (Article::L | Article::LEn | Article::An, De) => "de l’",
            (Article::L | Article::LEn | Article::An, À) | (Article::L, When) => "à l’",
            (Article::L | Article::LEn | Article::An, Jusque) => "jusqu’à l’",
            (Article::An, When) => "en l’",
            (Article::La, Bare) => "la ",
            (Article::La, De) => "de la ",
            (Article::La, À | When) => "à la ",
            (Article::La, Jusque) => "jusqu’à la ",
            (Article::Les, Bare) => "les ",
            (Article::Les, De) => "des ",
            (Article::Les, À) => "aux ",
            (Article::Les, Jusque) => "jusqu’aux ",
            (Article::Les, When) => "dans les ",
        };
        [words, &self.text].concat()
    }
}
