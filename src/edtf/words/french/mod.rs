//! French.
//!
//! A date is a noun that knows its article, so that prepositions contract with it: "du 12 mars",
//! "d’avril", "à l’automne", "des années 1560", "jusqu’en 2021".

mod date;
mod year;

use super::grammar::{Article, Grammar, Noun, Preposition};

pub(super) const FRENCH: Grammar = Grammar {
    date_noun: date::date_noun,
    long_year: year::long_year,
    year_text: year::year_text,
    clock_text: date::clock_text,
    after,
    circa: "v. ",
    uncertain: "date incertaine",
    question: "\u{202f}?",
    parts: [
        ["année ", "incertaine", "approximative"],
        ["mois ", "incertain", "approximatif"],
        ["jour ", "incertain", "approximatif"],
        ["saison ", "incertaine", "approximative"],
    ],
    between: "entre ",
    since: ["à partir ", ""],
    start_unknown: " (début inconnu)",
    end_unknown: " (fin inconnue)",
    at: " à ",
    clock_from: [", de ", ", de "],
    clock_to: " à ",
    clock_dash: " – ",
    and: " et ",
    or: " ou ",
    earlier: "avant",
    later: "après",
    one_of: ["à ", "l’une de ces dates\u{a0}: "],
};

fn after(noun: &Noun, preposition: Preposition, approximate: bool) -> String {
    let lead = if preposition == Preposition::About { "vers " } else { "" };
    let trail = if approximate && lead.is_empty() { " environ" } else { "" };
    [lead, joined(noun, preposition), &noun.text, trail].concat()
}

/// The preposition contracted with the article.
fn joined(noun: &Noun, preposition: Preposition) -> &'static str {
    use Article::{An, During, En, L, LEn, La, Le, LeAu, Les};
    let [bare, de, à, jusque] = match noun.article {
        La => ["la ", "de la ", "à la ", "jusqu’à la "],
        Les => ["les ", "des ", "aux ", "jusqu’aux "],
        Le | LeAu => ["le ", "du ", "au ", "jusqu’au "],
        L | LEn | An => ["l’", "de l’", "à l’", "jusqu’à l’"],
        _ => {
            let vowel = noun.text.starts_with(['a', 'o', 'u', 'é']);
            let jusque = if noun.article == En { "jusqu’en " } else { "jusqu’à " };
            ["", if vowel { "d’" } else { "de " }, "à ", jusque]
        }
    };
    match preposition {
        Preposition::Bare | Preposition::About => bare,
        Preposition::From | Preposition::LabelFrom => de,
        Preposition::To | Preposition::LabelTo => à,
        Preposition::Until => jusque,
        Preposition::When => match noun.article {
            En | LEn => "en ",
            An => "en l’",
            During => "au cours d’",
            Les => "dans les ",
            LeAu | L | La => à,
            _ => bare,
        },
    }
}
