//! The fixed words of dates, French and English side by side.

use super::Language;

/// The field of a table at `index`, counted from 0; nothing where there is none.
pub(in crate::edtf) fn field(table: &str, separator: u8, index: usize) -> &str {
    let (mut start, mut end, mut to_pass) = (0, 0, index);
    for byte in table.bytes() {
        if byte == separator {
            if to_pass == 0 {
                break;
            }
            to_pass -= 1;
            start = end + 1;
        }
        end += 1;
    }
    if to_pass == 0 { table.get(start..end).unwrap_or("") } else { "" }
}

/// One text for each language: a table of a row a word is less to download than an array of them.
macro_rules! lexicon {
    ($($word:ident: $french:literal, $english:literal;)*) => {
        /// A word, or a few that go together.
        #[derive(Clone, Copy)]
        pub(super) enum Word { $($word,)* }

        const FRENCH: &str = concat!($($french, "\n",)*);
        const ENGLISH: &str = concat!($($english, "\n",)*);
    };
}

// Where a word has a short form, it stands after a stroke; the noun for a part of a date is
// followed by how this part is doubted and how it is estimated.
lexicon! {
    And: " et ", " and ";
    Or: " ou ", " or ";
    About: "vers |v. ", "around |c. ";
    Roughly: " environ", "";
    Uncertain: "date incertaine|\u{202f}?", "uncertain|?";
    YearPart: "année|incertaine|approximative", "year|uncertain|approximate";
    MonthPart: "mois|incertain|approximatif", "month|uncertain|approximate";
    DayPart: "jour|incertain|approximatif", "day|uncertain|approximate";
    SeasonPart: "saison|incertaine|approximative", "season|uncertain|approximate";
    PeriodPart: "période|incertaine|approximative", "period|uncertain|approximate";
    TwoParts: "|incertains|approximatifs", "|uncertain|approximate";

    Bce: " av.\u{a0}J.-C.", " BCE";
    Ce: " apr.\u{a0}J.-C.", " CE";
    Decade: "années ", "";
    DecadeEnd: "", "s";
    Century: " siècle| s.", " century| c.";
    Millennium: " millénaire| mill.", " millennium| mill.";
    UnknownYear: "année inconnue|année\u{202f}?", "year unknown|year?";
    AnUnknownYear: "une année inconnue", "an unknown year";
    LongYear: "an ", "year ";

    Early: "début ", "early ";
    Middle: "mi-", "mid-";
    Late: "fin ", "late ";
    ADay: "un jour", "a day";
    AMonth: "un mois|un mois inconnu", "a month|an unknown month";
    InMonth: " d’", " in ";
    OfMonth: " d’", " of ";
    EarlyInMonth: "début d’", "early in ";
    MiddleOfMonth: "milieu d’", "middle of ";
    LateInMonth: "fin d’", "late in ";

    Spring: "printemps", "spring";
    Summer: "été", "summer";
    Autumn: "automne", "autumn";
    Winter: "hiver", "winter";
    North: " (hémisphère nord)| (nord)", " (Northern Hemisphere)| (north)";
    South: " (hémisphère sud)| (sud)", " (Southern Hemisphere)| (south)";
    Ordinal: "", "first|second|third|fourth|last";
    Quarter: " trimestre|T", " quarter|Q";
    Quadrimester: " quadrimestre| quadr.", " third| third";
    Semester: " semestre|S", " half|H";

    At: " à ", " at ";
    ClockFrom: ", de |, ", ", ";
    ClockFromInSentence: ", de ", " from ";
    ClockTo: " à | – ", " to |–";

    Between: "entre ", "between ";
    Since: "à partir ", "";
    Onwards: "", " onwards";
    StartUnknown: "début inconnu", "start unknown";
    EndUnknown: "fin inconnue", "end unknown";
    NoStart: "sans début", "no start";
    NoEnd: "sans fin", "no end";
    Earlier: "avant", "earlier";
    Later: "après", "later";
}

impl Word {
    /// One of the forms that are separated by strokes; the first where the word has but one.
    pub(super) fn form(self, language: Language, form: usize) -> &'static str {
        let table = if language == Language::French { FRENCH } else { ENGLISH };
        let forms = field(table, b'\n', self as usize);
        match field(forms, b'|', form) {
            "" => field(forms, b'|', 0),
            text => text,
        }
    }
}
