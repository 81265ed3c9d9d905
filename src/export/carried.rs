//! Which places of a dossier each format has room for.

use super::Format;

/// A place a line, and a letter for each format that carries it: `t` TimelineJS, `c` spreadsheet,
/// `l` JSON-LD, `w` Web Annotation, `s` CSL-JSON, `b` BibTeX, `r` RIS, `e` TEI. What is not here
/// is left out and reported.
const PLACES: &str = "\
languages l
title tclwe
summary tcle
text tc
media tc
media.url tc
media.alt tc
media.caption tc
media.credit tc
media.link tc
media.thumbnail tc
translator lwe
articles clwsbre
articles[].outlet clsbre
articles[].author clsbre
articles[].date clsbre
articles[].url clwsbre
articles[].id lsbre
articles[].headline lsbre
articles[].language lsbre
articles[].kind ls
articles[].note lsbre
entities l
entities[].id l
entities[].name l
entities[].kind l
entities[].description l
entities[].aliases l
events tcl
events[].id tcl
events[].date tcl
events[].date_text tc
events[].title tcl
events[].summary tcl
events[].text tc
events[].media tc
events[].media.url tc
events[].media.alt tc
events[].media.caption tc
events[].media.credit tc
events[].media.link tc
events[].media.thumbnail tc
events[].entities l
events[].sources l
events[].sources[].article l
eras tc
eras[].date tc
eras[].title tc
eras[].summary tc
quotes clwe
quotes[].id clwe
quotes[].speaker clwe
quotes[].role ce
quotes[].occasion ce
quotes[].event cl
quotes[].readings clwe
quotes[].readings[].article clwe
quotes[].readings[].language clwe
quotes[].readings[].status clwe
quotes[].readings[].text clwe
quotes[].readings[].text[].outside cle
quotes[].readings[].translations clwe
quotes[].readings[].translations[].language clwe
quotes[].readings[].translations[].by clwe
quotes[].readings[].translations[].text clwe
quotes[].readings[].translations[].text[].outside clwe
quotes[].date le
quotes[].entities l
quotes[].readings[].translations[].kind lwe
quotes[].readings[].note e
";

impl Format {
    fn letter(self) -> u8 {
        match self {
            Self::Json => b'j',
            Self::TimelineJs => b't',
            Self::Csv => b'c',
            Self::JsonLd => b'l',
            Self::WebAnnotation => b'w',
            Self::Csl => b's',
            Self::BibTex => b'b',
            Self::Ris => b'r',
            Self::Tei => b'e',
        }
    }

    /// Whether it has room for what stands at a place: `events[].title`.
    pub(super) fn carries(self, place: &str) -> bool {
        let letter = self.letter();
        PLACES.lines().any(|line| {
            let rest = line.strip_prefix(place).and_then(|rest| rest.strip_prefix(" "));
            rest.is_some_and(|letters| letters.bytes().any(|own| own == letter))
        })
    }

    /// Whether it has room for words in several languages.
    pub(super) fn is_multilingual(self) -> bool {
        matches!(self, Self::JsonLd | Self::Tei)
    }
}
