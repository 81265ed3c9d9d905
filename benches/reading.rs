//! Reading takes time in proportion to the input: each input is read at three sizes, each twice
//! the one before, and each time should be about twice the time before.
//!
//! `cargo bench --bench reading` reads up to 8 MB of each; `cargo bench --bench reading -- 100`
//! up to 100.

use std::{fmt::Write, time::Instant};

use quote_timeline::dossier::read;

/// An input of so many bytes or a little more.
type Make = fn(usize) -> String;

const INPUTS: [(&str, Make); 22] = [
    ("a dossier like others", dossier),
    ("slides of TimelineJS", |size| {
        let slide = |n| {
            let text = "word ".repeat(30);
            format!(
                r#"{{"start_date":{{"year":"{n}"}},"text":{{"headline":"H","text":"<p>{text}</p>"}}}}"#
            )
        };
        format!("{{\"events\":[{}]}}", list(size, slide))
    }),
    ("rows of a spreadsheet", |size| {
        let row = format!("2024,1,Same,\"{}\",Outlet,Someone,fr,“Words”\n", "word ".repeat(30));
        let head = "Year,Month,Headline,Text,Outlet,Speaker,Language,Quote\n";
        format!("{head}{}", row.repeat(size / row.len()))
    }),
    ("[[[[", |size| "[".repeat(size)),
    ("{\"a\":[[[[", |size| format!("{{\"a\":{}", "[".repeat(size))),
    ("\"\"\"\"", |size| "\"".repeat(size)),
    ("a text of backslashes", |size| format!("{{\"title\":\"{}\"}}", "\\\\".repeat(size / 2))),
    ("a text of \\u0000", |size| format!("{{\"title\":\"{}\"}}", "\\u0000".repeat(size / 6))),
    ("a text of half surrogates", |size| {
        format!("{{\"title\":\"{}\"}}", "\\ud800".repeat(size / 6))
    }),
    ("one text", |size| format!("{{\"title\":\"{}\"}}", "a".repeat(size))),
    ("one key", |size| format!("{{\"{}\":1}}", "a".repeat(size))),
    ("one number", |size| format!("{{\"title\":{}}}", "1".repeat(size))),
    ("white space", |size| format!("{{{}}}", " \n".repeat(size / 2))),
    ("unknown keys of the file", |size| format!("{{{}}}", list(size, |n| format!("\"k{n}\":1")))),
    ("unknown keys of an event", |size| {
        let keys = list(size, |n| format!("\"k{n}\":1"));
        format!("{{\"events\":[{{\"id\":\"e\",\"date\":\"2024\",\"title\":\"T\",{keys}}}]}}")
    }),
    ("languages of a wording", |size| {
        format!("{{\"title\":{{{}}}}}", list(size, |n| format!("\"fr-{}\":\"x\"", n % 10_000)))
    }),
    ("references of an event to one entity", |size| references(size, |_| "\"here\"".to_owned())),
    ("references of an event to nothing", |size| references(size, |n| format!("\"x{n}\""))),
    ("events of one identifier", |size| {
        let event = |_| "{\"id\":\"e\",\"date\":\"2024\",\"title\":\"T\"}".to_owned();
        format!("{{\"events\":[{}]}}", list(size, event))
    }),
    ("entities, and quotes by them", |size| {
        let entities = list(size / 3, |n| format!("{{\"id\":\"e{n}\",\"name\":\"N\"}}"));
        let quotes = list(size / 3 * 2, |n| {
            format!("{{\"id\":\"q{n}\",\"speaker\":\"e{n}\",\"readings\":[{{\"text\":\"T\"}}]}}")
        });
        format!("{{\"quotes\":[{quotes}],\"entities\":[{entities}]}}")
    }),
    ("articles, and readings in them", |size| {
        let articles = list(size / 3, |n| format!("{{\"id\":\"a{n}\",\"language\":\"fr\"}}"));
        let readings = list(size / 3 * 2, |n| format!("{{\"article\":\"a{n}\",\"text\":\"T\"}}"));
        format!(
            "{{\"articles\":[{articles}],\"quotes\":[{{\"id\":\"q\",\"readings\":[{readings}]}}]}}"
        )
    }),
    ("pieces, and pairs of them", |size| {
        let pieces = list(size / 3, |_| "\"a\"".to_owned());
        let pairs: String = (0..size / 12).fold(String::new(), |mut pairs, n| {
            let _ = write!(pairs, "{n}-{n} ");
            pairs
        });
        format!(
            "{{\"quotes\":[{{\"id\":\"q\",\"readings\":[{{\"text\":[{pieces}],\"translations\":\
             [{{\"language\":\"en\",\"text\":[{pieces}],\"segments\":\"{pairs}\"}}]}}]}}]}}"
        )
    }),
];

fn main() {
    let size = std::env::args().find_map(|word| word.parse::<usize>().ok());
    let most = size.unwrap_or(8) * 1_000_000;
    println!(
        "{:<40} {:>9} {:>9} {:>9}   {:>11}",
        "milliseconds", "a quarter", "half", "whole", "MB/s, whole"
    );
    for (name, make) in INPUTS {
        let times = [4, 2, 1].map(|part| {
            let input = make(most / part);
            let before = Instant::now();
            let read = read(input.as_bytes());
            let time = before.elapsed();
            drop(read);
            time
        });
        let [one, two, four] = times.map(|time| time.as_millis());
        let speed = u128::try_from(most).unwrap_or(0) / times[2].as_micros().max(1);
        println!("{name:<40} {one:>9} {two:>9} {four:>9}   {speed:>11}");
    }
}

/// Elements with commas between them, until there are so many bytes.
fn list(size: usize, element: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 100);
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        if number > 0 {
            text.push(',');
        }
        text.push_str(&element(number));
    }
    text
}

fn references(size: usize, reference: impl Fn(usize) -> String) -> String {
    let entities = list(size, reference);
    format!(
        "{{\"entities\":[{{\"id\":\"here\",\"name\":\"N\"}}],\
         \"events\":[{{\"id\":\"e\",\"date\":\"2024\",\"title\":\"T\",\"entities\":[{entities}]}}]}}"
    )
}

fn dossier(size: usize) -> String {
    let event = |n: usize| {
        format!(
            "{{\"id\":\"event-{n}\",\"date\":\"20{:02}-0{}-12\",\n\"title\":{{\"fr\":\"Un événement \
             numéro {n}\",\"en\":\"Event number {n}\"}},\"summary\":{{\"fr\":\"Ce qui s’est passé ce \
             jour-là, en une phrase ou deux.\",\"en\":\"What happened that day, in a sentence or \
             two.\"}},\n\"entities\":[\"entity-{}\"],\"sources\":[{{\"article\":\"article-{}\",\"words\":\"mardi\"}}]}}",
            n % 100,
            n % 9 + 1,
            n % 1000,
            n % 1000,
        )
    };
    let entities: Vec<String> =
        (0..1000).map(|n| format!("{{\"id\":\"entity-{n}\",\"name\":\"Name\"}}")).collect();
    let articles: Vec<String> =
        (0..1000).map(|n| format!("{{\"id\":\"article-{n}\",\"language\":\"fr\"}}")).collect();
    format!(
        "{{\"articles\":[{}],\n\"entities\":[{}],\n\"events\":[{}]}}",
        articles.join(",\n"),
        entities.join(",\n"),
        list(size, event)
    )
}
