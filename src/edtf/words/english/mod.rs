//! English, with the day before the month and the 24-hour clock.

mod date;
mod year;

use super::grammar::{Article, Grammar, Noun, Preposition};

pub(super) const ENGLISH: Grammar = Grammar {
    date_noun: date::date_noun,
    long_year: year::long_year,
    year_text: year::year_text,
    clock_text: date::clock_text,
    after,
    circa: "c. ",
    uncertain: "uncertain",
    question: "?",
    parts: [
        ["year ", "uncertain", "approximate"],
        ["month ", "uncertain", "approximate"],
        ["day ", "uncertain", "approximate"],
        ["season ", "uncertain", "approximate"],
    ],
    between: "between ",
    since: ["", " on"],
    start_unknown: " (start unknown)",
    end_unknown: " (end unknown)",
    at: " at ",
    clock_from: [", ", " from "],
    clock_to: " to ",
    clock_dash: "–",
    and: " and ",
    or: " or ",
    earlier: "earlier",
    later: "later",
    one_of: ["on ", "one of these dates: "],
};

fn after(noun: &Noun, preposition: Preposition, approximate: bool) -> String {
    use Preposition::{About, Bare, From, LabelFrom, LabelTo, To, Until, When};
    let lead = match preposition {
        Bare | About | LabelFrom => "",
        From => "from ",
        To | LabelTo => "to ",
        Until => "until ",
        When => match noun.article {
            Article::On | Article::OnThe => "on ",
            Article::In | Article::InThe => "in ",
            _ => "",
        },
    };
    let about = if approximate { "about " } else { "" };
    let label = matches!(preposition, LabelFrom | LabelTo) && !approximate;
    let the = !label && matches!(noun.article, Article::OnThe | Article::InThe);
    [lead, about, if the { "the " } else { "" }, &noun.text].concat()
}
