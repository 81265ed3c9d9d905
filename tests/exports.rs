//! The affair in the formats of others, held against what those formats ask for.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop"
)]

use quote_timeline::dossier::{Dossier, read};
use quote_timeline::export::{Format, write};
use serde_json::{Value, json};

fn affair() -> Dossier {
    read(include_bytes!("../data/affair.json")).unwrap().0
}

fn text(format: Format) -> String {
    write(&affair(), format).text
}

fn json(format: Format) -> Value {
    serde_json::from_str(&text(format)).unwrap()
}

/// The item of a list with this value under the key.
fn find<'a>(list: &'a Value, key: &str, value: &str) -> &'a Value {
    list.as_array().unwrap().iter().find(|item| item[key] == value).unwrap()
}

#[test]
fn an_unknown_format_is_refused_with_the_names_of_all() {
    let error = "pdf".parse::<Format>().unwrap_err().to_string();
    assert_eq!(
        error,
        "“pdf” is not an export format; these are: json timelinejs csv jsonld web-annotation csl bibtex ris tei"
    );
}

#[test]
fn json_is_the_file_as_it_was_read() {
    let (again, problems) = read(text(Format::Json).as_bytes()).unwrap();
    assert_eq!((again, problems), (affair(), vec![]));
    assert!(text(Format::Json).starts_with("{\n  \"languages\": [\n    \"fr\","));
}

#[test]
fn timelinejs_has_numbers_and_beside_them_what_they_cannot_say() {
    let timeline = json(Format::TimelineJs);
    assert_eq!(timeline["title"]["text"]["headline"], "Mistral AI, Microsoft et l’open source");
    let events = &timeline["events"];
    assert_eq!(events.as_array().unwrap().len(), 25);
    let founded = find(events, "unique_id", "mistral-founded");
    assert_eq!(founded["start_date"], json!({"year": "2023", "month": "4"}));
    assert_eq!((&founded["end_date"], &founded["display_date"]), (&Value::Null, &Value::Null));
    let signed = find(events, "unique_id", "integrators-signed");
    assert_eq!(signed["end_date"], json!({"year": "2024", "month": "2"}));
    let chatgpt = find(events, "unique_id", "chatgpt-launched");
    assert_eq!(chatgpt["display_date"], "novembre 2022 (date incertaine)");
    let late = find(events, "unique_id", "le-monde-interview");
    assert_eq!(late["start_date"], json!({"year": "2024", "month": "2"}));
    assert_eq!(
        (&late["end_date"], &late["display_date"]),
        (&Value::Null, &json!("fin février 2024"))
    );
}

#[test]
fn timelinejs_counts_years_before_our_era_from_minus_1_and_changes_its_scale() {
    let of = |date: &str| -> Value {
        let text = format!(r#"{{"events": [{{"id": "a", "date": "{date}", "title": "T"}}]}}"#);
        let dossier = read(text.as_bytes()).unwrap().0;
        serde_json::from_str(&write(&dossier, Format::TimelineJs).text).unwrap()
    };
    assert_eq!(of("-0099")["events"][0]["start_date"], json!({"year": "-100"}));
    assert_eq!(of("0000-02")["events"][0]["start_date"], json!({"year": "-1", "month": "2"}));
    assert_eq!(of("-0099")["scale"], Value::Null);
    assert_eq!(of("Y-13800000000")["scale"], "cosmological");
    let moment = json!({"year": "2024", "month": "3", "day": "12", "hour": "0", "minute": "5"});
    assert_eq!(of("2024-03-12T00:05")["events"][0]["start_date"], moment);
    assert_eq!(of("2024-XX-12")["events"][0]["start_date"], json!({"year": "2024", "day": "12"}));
}

#[test]
fn what_is_lost_is_said_once_for_each_place() {
    let lost = write(&affair(), Format::TimelineJs).lost;
    let lines: Vec<String> = lost.iter().map(ToString::to_string).collect();
    for line in [
        "quotes: 30 left out: TimelineJS has no place for this",
        "events[].title: 25 in one language only: TimelineJS has no place for a second",
        "events[].date: 14 in plain numbers: TimelineJS has no place for doubt, seasons, open ends, unknown digits or time zones",
    ] {
        assert!(lines.iter().any(|own| own == line), "{line}");
    }
    assert!(lines.len() < 20, "{}", lines.len());
    assert!(lost.iter().all(|problem| problem.code.as_str() == "not-carried"));
}

#[test]
fn a_group_is_carried_and_not_named_as_lost() {
    let (dossier, _) = read(
        br#"{"entities": [{"id": "war", "name": "R&D: the war, all of it, <in> one word &amp;", "kind": "topic"}],
            "events": [{"id": "a", "date": "1914", "title": "A < B", "entities": ["war"]}]}"#,
    )
    .unwrap();
    let export = write(&dossier, Format::TimelineJs);
    assert_eq!(export.lost, []);
    let event = &serde_json::from_str::<Value>(&export.text).unwrap()["events"][0];
    assert_eq!(event["group"], "R&D: the war, all of it, &lt;in> one word &amp;amp;");
    assert_eq!(event["text"]["headline"], "A &lt; B");
}

#[test]
fn a_spreadsheet_has_a_row_for_each_event_and_reading() {
    let text = text(Format::Csv);
    assert!(text.starts_with(
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,"
    ));
    let row = text.lines().find(|line| line.contains("regarder sous le capot")).unwrap();
    for cell in
        ["Audrey Herblin-Stoop", "open-the-hood", "fr,back-translation", "look under the hood"]
    {
        assert!(row.contains(cell), "{cell}: {row}");
    }
}

#[test]
fn no_cell_is_a_formula_and_years_stay_numbers() {
    let (dossier, _) = read(
        br#"{"events": [{"id": "a", "date": "-0099", "title": "=1+1", "text": "@SUM(1)"}],
            "quotes": [{"id": "b", "readings": [{"text": "- Oui, \"oui\".\n- Non."}]}]}"#,
    )
    .unwrap();
    let text = write(&dossier, Format::Csv).text;
    assert!(text.contains("\r\n-100,,,"), "{text}");
    assert!(text.contains(",\"'=1+1\",\"'@SUM(1)\","), "{text}");
    assert!(text.contains(",\"'- Oui, \"\"oui\"\".\n- Non.\","), "{text}");
}

#[test]
fn json_ld_names_articles_events_and_quotations() {
    let document = json(Format::JsonLd);
    assert_eq!(document["@context"], "https://schema.org");
    let graph = &document["@graph"];
    let article = find(graph, "@id", "#la-tribune-2024-02");
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["author"], json!({"@type": "Person", "name": "Sylvain Rolland"}));
    assert_eq!(article["datePublished"], "2024-02");
    let event = find(graph, "@id", "#integrators-signed");
    assert_eq!((&event["startDate"], &event["endDate"]), (&json!("2023-04"), &json!("2024-02")));
    let quote = find(graph, "@id", "#open-the-hood");
    assert_eq!(quote["@type"], "Quotation");
    assert_eq!(quote["creator"], json!({"@id": "#audrey-herblin-stoop"}));
    assert_eq!(quote["isPartOf"], json!({"@id": "#maddyness-2024-03-12"}));
    let translation = &quote["workTranslation"][0];
    assert_eq!(translation["inLanguage"], "en");
    assert_eq!(translation["translationOfWork"], json!({"@id": "#open-the-hood"}));
    let agency = &quote["workExample"][0];
    assert!(agency["text"].as_str().unwrap().contains("regarder sous le capot"));
    let recorded = quote["recordedAt"]["@id"].as_str().unwrap();
    let recorded = find(graph, "@id", recorded)["recordedIn"].as_array().unwrap();
    assert!(recorded.contains(&json!({"@id": "#open-the-hood"})));
}

#[test]
fn json_ld_refers_only_to_what_is_in_it() {
    fn ids(value: &Value, defined: &mut Vec<String>, used: &mut Vec<String>) {
        if let Some(map) = value.as_object() {
            if let Some(id) = map.get("@id") {
                let to = if map.len() > 1 { &mut *defined } else { &mut *used };
                to.push(id.as_str().unwrap().to_owned());
            }
            map.values().for_each(|value| ids(value, defined, used));
        }
        value.as_array().into_iter().flatten().for_each(|value| ids(value, defined, used));
    }
    let (mut defined, mut used) = (vec![], vec![]);
    ids(&json(Format::JsonLd), &mut defined, &mut used);
    assert!(used.iter().all(|id| defined.contains(id)));
    let count = defined.len();
    defined.sort();
    defined.dedup();
    assert_eq!(defined.len(), count, "each is defined once");
}

#[test]
fn json_ld_can_stand_in_a_script_element() {
    let (dossier, _) = read(br#"{"title": "</script><script>alert(1)</script>"}"#).unwrap();
    let text = write(&dossier, Format::JsonLd).text;
    assert!(!text.contains('<'));
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["@graph"][0]["name"], "</script><script>alert(1)</script>");
}

/// Web Annotation Data Model, what it says MUST be; sections in brackets.
#[test]
fn annotations_are_as_the_web_annotation_model_asks() {
    let is_iri =
        |value: &Value| value.as_str().is_some_and(|iri| iri.contains(':') && !iri.contains(' '));
    let collection = json(Format::WebAnnotation);
    // [5.1]
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert!(is_iri(&collection["id"]));
    assert_eq!(collection["type"], "AnnotationCollection");
    // [5.2]
    let page = &collection["first"];
    assert_eq!((&page["type"], &page["partOf"]), (&json!("AnnotationPage"), &collection["id"]));
    assert!(is_iri(&page["id"]));
    let items = page["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    let motivations = ["classifying", "describing", "identifying"];
    for item in items {
        // [3.1]
        assert_eq!(item["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert!(is_iri(&item["id"]));
        assert_eq!(item["type"], "Annotation");
        // [3.3.5]
        for motivation in item["motivation"].as_array().unwrap() {
            assert!(motivations.contains(&motivation.as_str().unwrap()));
        }
        // [3.2.4]
        for body in item["body"].as_array().unwrap() {
            assert_eq!(
                (&body["type"], &body["format"]),
                (&json!("TextualBody"), &json!("text/plain"))
            );
            assert!(body["value"].is_string());
            assert!(motivations.contains(&body["purpose"].as_str().unwrap()));
        }
        // [4, 4.2.4]
        let targets = item["target"].as_array().unwrap();
        assert!(!targets.is_empty());
        for target in targets {
            assert_eq!(target["type"], "SpecificResource");
            assert!(is_iri(&target["source"]));
            assert_eq!(target["language"], "fr");
            assert_eq!(target["selector"]["type"], "TextQuoteSelector");
            assert!(!target["selector"]["exact"].as_str().unwrap().is_empty());
        }
    }
    let hood =
        items.iter().find(|item| item["id"] == "urn:x-quote-timeline:open-the-hood/1").unwrap();
    let exact: Vec<&str> = hood["target"]
        .as_array()
        .unwrap()
        .iter()
        .map(|target| target["selector"]["exact"].as_str().unwrap())
        .collect();
    assert_eq!(exact[..2], ["il faut qu'on soit transparent", "qu'on permette d'ouvrir le capot"]);
    assert_eq!(hood["body"][0]["value"], "Audrey Herblin-Stoop");
    assert_eq!(hood["body"][2]["language"], "en");
}

/// The rules of `csl-data.json` for the keys that are used.
#[test]
fn csl_items_are_as_the_schema_asks() {
    let items = json(Format::Csl);
    assert_eq!(items.as_array().unwrap().len(), 5);
    for item in items.as_array().unwrap() {
        assert_eq!(item["type"], "article-newspaper");
        for (key, value) in item.as_object().unwrap() {
            match key.as_str() {
                "id" | "type" | "title" | "container-title" | "URL" | "language" | "note"
                | "genre" => {
                    assert!(value.is_string(), "{key}");
                }
                "author" => {
                    for name in value.as_array().unwrap() {
                        assert!(name["literal"].is_string());
                    }
                }
                "issued" => {
                    let dates = value["date-parts"].as_array().unwrap();
                    assert!((1..=2).contains(&dates.len()));
                    for date in dates {
                        assert!((1..=3).contains(&date.as_array().unwrap().len()));
                        assert!(date.as_array().unwrap().iter().all(Value::is_i64));
                    }
                }
                _ => panic!("“{key}” is not a key of CSL-JSON"),
            }
        }
    }
    let interview = find(&items, "id", "la-tribune-2024-02");
    assert_eq!(interview["genre"], "interview");
    assert_eq!(interview["author"], json!([{"literal": "Sylvain Rolland"}]));
    assert_eq!(interview["issued"], json!({"date-parts": [[2024, 2]]}));
}

#[test]
fn bibtex_escapes_what_tex_would_run() {
    let (dossier, _) = read(
        r#"{"articles": [{"id": "2024.é", "headline": "50 % de {R&D} \\input{x} #1_a^b~c $", "date": "2024-03-12~",
            "url": "https://example.org/a_b%20c?x={1}&y=#z", "outlet": "« Le Monde »", "language": "fr"}]}"#
            .as_bytes(),
    )
    .unwrap();
    assert_eq!(
        write(&dossier, Format::BibTex).text,
        r"@article{_32_024_2E__C3__A9_,
  title = {{50 \% de \textbraceleft{}R\&D\textbraceright{} \textbackslash{}input\textbraceleft{}x\textbraceright{} \#1\_a\textasciicircum{}b\textasciitilde{}c \$}},
  journal = {« Le Monde »},
  date = {2024-03-12~},
  year = {2024},
  month = mar,
  url = {https://example.org/a_b%20c?x=%7B1%7D&y=#z},
  language = {fr}
}

"
    );
}

#[test]
fn ris_has_a_line_for_each_value() {
    let text = text(Format::Ris);
    let last = text.split("ER  - \r\n").nth(4).unwrap();
    for line in [
        "TY  - NEWS\r\n",
        "ID  - la-tribune-2024-02\r\n",
        "AU  - Sylvain Rolland\r\n",
        "T2  - La Tribune\r\n",
        "PY  - 2024\r\n",
        "DA  - 2024/02/\r\n",
        "LA  - fr\r\n",
    ] {
        assert!(last.contains(line), "{line}");
    }
    assert!(text.contains("DA  - 2024/03/12/12 mars 2024 (date incertaine)\r\n"));
}

#[test]
fn tei_compares_the_readings_of_a_quote() {
    let text = text(Format::Tei);
    let document = roxmltree::Document::parse(&text).unwrap();
    let quote = document
        .descendants()
        .find(|node| node.attribute((XML, "id")) == Some("commercial-activity"))
        .unwrap();
    let apparatus = quote.descendants().find(|node| node.has_tag_name((TEI, "ab"))).unwrap();
    assert_eq!(apparatus.attribute((XML, "lang")), Some("fr"));
    let research =
        apparatus.children().filter(|node| node.has_tag_name((TEI, "app"))).nth(1).unwrap();
    assert_eq!(research.attribute("type"), Some("substantive"));
    let readings: Vec<_> = research
        .children()
        .map(|rdg| (rdg.attribute("wit").unwrap(), rdg.text().unwrap()))
        .collect();
    assert_eq!(
        readings,
        [
            ("#maddyness-2024-03-12 #press-review-2024-02-28", "la recherche coûteuse nécessaire"),
            ("#agency-2024-03-12", "les recherches coûteuses nécessaires"),
        ]
    );
}

#[test]
fn tei_quotes_to_the_letter_and_links_translations() {
    let text = text(Format::Tei);
    let document = roxmltree::Document::parse(&text).unwrap();
    let by_id = |id: &str| {
        document.descendants().find(|node| node.attribute((XML, "id")) == Some(id)).unwrap()
    };
    let hood = by_id("open-the-hood.1");
    assert_eq!(hood.attribute("type"), Some("truncated"));
    let words: String =
        hood.descendants().filter_map(|node| node.is_text().then(|| node.text())?).collect();
    assert!(
        words.starts_with("il faut qu'on soit transparent et qu'on permette d'ouvrir le capot")
    );
    let english = by_id("open-the-hood.1.1");
    assert_eq!(english.attribute("corresp"), Some("#open-the-hood.1"));
    assert_eq!(english.attribute((XML, "lang")), Some("en"));
    let witnesses = document.descendants().filter(|node| node.has_tag_name((TEI, "witness")));
    assert_eq!(witnesses.count(), 5);
    let encoding = document.descendants().find(|node| node.has_tag_name((TEI, "variantEncoding")));
    assert_eq!(encoding.unwrap().attribute("method"), Some("parallel-segmentation"));
}

/// Taken together, what a witness has in the places of the collation is what it prints, white space
/// at the places' ends aside.
#[test]
fn a_collation_has_all_the_words_of_each_witness() {
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    let text = text(Format::Tei);
    let document = roxmltree::Document::parse(&text).unwrap();
    let mut compared = 0;
    for apparatus in document.descendants().filter(|node| node.has_tag_name((TEI, "ab"))) {
        for quote in apparatus
            .parent()
            .unwrap()
            .descendants()
            .filter(|node| node.has_tag_name((TEI, "quote")))
        {
            if quote.attribute("type") == Some("translation") {
                continue;
            }
            let id = format!("#{}", quote.attribute((XML, "id")).unwrap());
            let own = |node: &roxmltree::Node| {
                node.ancestors().find(|node| node.has_tag_name((TEI, "rdg"))).is_none_or(|rdg| {
                    rdg.attribute("corresp").unwrap().split(' ').any(|other| other == id)
                })
            };
            let words = |node: &roxmltree::Node| {
                node.descendants()
                    .filter(|node| node.is_text() && own(node))
                    .filter_map(|node| node.text())
                    .collect::<String>()
            };
            assert_eq!(squeeze(&words(&apparatus)), squeeze(&words(&quote)), "{id}");
            compared += 1;
        }
    }
    assert!(compared >= 18, "{compared}");
}

const TEI: &str = "http://www.tei-c.org/ns/1.0";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
