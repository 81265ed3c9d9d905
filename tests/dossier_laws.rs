//! Laws that hold for any dossier: it survives out and in, and the schema knows all of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what is wrong"
)]

mod arbitrary;

use std::cell::RefCell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use quote_timeline::dossier::read;
use regex_lite::Regex;
use serde_json::{Map, Value, json};

/// The words of JSON Schema 2020-12 that the project's schema uses, and nothing else: another word
/// in it fails the test rather than being passed over.
struct Schema {
    root: Value,
    /// The properties that were met, by where the schema has them.
    met: RefCell<BTreeSet<String>>,
}

impl Schema {
    fn new() -> Self {
        let root = serde_json::from_str(include_str!("../data/dossier.schema.json")).unwrap();
        Self { root, met: RefCell::default() }
    }

    fn check(&self, value: &Value) -> Result<(), String> {
        self.fits(&self.root, "", value, "")
    }

    /// Whether a value fits the part of the schema that stands at `place`.
    fn fits(&self, schema: &Value, place: &str, value: &Value, path: &str) -> Result<(), String> {
        let fail = |why: &str| Err(format!("{path}: {why}: {value}"));
        for (word, rule) in schema.as_object().unwrap() {
            let ok = match word.as_str() {
                "$schema" | "$defs" | "title" | "description" | "examples" | "default"
                | "format" => true,
                "$ref" => {
                    let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                    self.fits(&self.root["$defs"][name], name, value, path)?;
                    true
                }
                "type" => match rule {
                    Value::Array(types) => types.iter().any(|own| is(own, value)),
                    own => is(own, value),
                },
                "enum" => rule.as_array().unwrap().contains(value),
                "pattern" => value.as_str().is_none_or(|text| matches(rule, text)),
                "minimum" => value.as_u64().is_none_or(|own| own >= rule.as_u64().unwrap()),
                "maximum" => value.as_u64().is_none_or(|own| own <= rule.as_u64().unwrap()),
                "minLength" => value.as_str().is_none_or(|text| !text.is_empty()),
                "minItems" => {
                    value.as_array().is_none_or(|all| all.len() as u64 >= rule.as_u64().unwrap())
                }
                "maxItems" => {
                    value.as_array().is_none_or(|all| all.len() as u64 <= rule.as_u64().unwrap())
                }
                "minProperties" => value.as_object().is_none_or(|all| !all.is_empty()),
                "uniqueItems" => value.as_array().is_none_or(|all| {
                    all.iter().enumerate().all(|(place, one)| !all[..place].contains(one))
                }),
                "required" => value.as_object().is_none_or(|all| {
                    rule.as_array()
                        .unwrap()
                        .iter()
                        .all(|key| all.contains_key(key.as_str().unwrap()))
                }),
                "items" => {
                    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.fits(rule, place, item, &format!("{path}[{number}]"))?;
                    }
                    true
                }
                "anyOf" => {
                    let all = rule.as_array().unwrap();
                    all.iter().any(|own| self.fits(own, place, value, path).is_ok())
                }
                "properties" => {
                    for (key, part) in value.as_object().into_iter().flatten() {
                        if let Some(own) = rule.get(key) {
                            self.met.borrow_mut().insert(format!("{place}.{key}"));
                            self.fits(own, place, part, &format!("{path}.{key}"))?;
                        }
                    }
                    true
                }
                "patternProperties" => {
                    for (pattern, own) in rule.as_object().unwrap() {
                        for (key, part) in value.as_object().into_iter().flatten() {
                            if Regex::new(pattern).unwrap().is_match(key) {
                                self.fits(own, place, part, &format!("{path}.{key}"))?;
                            }
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    assert_eq!(rule, &json!(false));
                    let none = Map::new();
                    let known = schema["properties"].as_object().unwrap_or(&none);
                    let patterns = schema["patternProperties"].as_object().unwrap_or(&none);
                    value.as_object().is_none_or(|all| {
                        all.keys().all(|key| {
                            known.contains_key(key)
                                || patterns.keys().any(|own| Regex::new(own).unwrap().is_match(key))
                        })
                    })
                }
                other => panic!("“{other}” is not checked here"),
            };
            if !ok {
                return fail(word);
            }
        }
        Ok(())
    }

    /// Every property that the schema has, as [`Schema::met`] names them.
    fn properties(&self) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        let mut to_do = vec![(String::new(), &self.root)];
        for (name, part) in self.root["$defs"].as_object().unwrap() {
            to_do.push((name.clone(), part));
        }
        while let Some((place, part)) = to_do.pop() {
            for (word, rule) in part.as_object().into_iter().flatten() {
                match word.as_str() {
                    "properties" => {
                        all.extend(
                            rule.as_object().unwrap().keys().map(|key| format!("{place}.{key}")),
                        );
                    }
                    "anyOf" => to_do
                        .extend(rule.as_array().unwrap().iter().map(|own| (place.clone(), own))),
                    _ => {}
                }
            }
        }
        all
    }
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "null" => value.is_null(),
        "integer" => value.is_u64() || value.is_i64(),
        other => panic!("{other}"),
    }
}

fn matches(pattern: &Value, text: &str) -> bool {
    Regex::new(pattern.as_str().unwrap()).unwrap().is_match(text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_dossier_survives_out_and_in(dossier in arbitrary::dossier()) {
        for text in [
            serde_json::to_string(&dossier).unwrap(),
            serde_json::to_string_pretty(&dossier).unwrap(),
        ] {
            let (again, problems) = read(text.as_bytes()).unwrap();
            prop_assert_eq!(problems, []);
            prop_assert_eq!(&again, &dossier);
        }
    }

    #[test]
    fn the_schema_knows_all_that_a_dossier_writes(dossier in arbitrary::dossier()) {
        let value = serde_json::to_value(&dossier).unwrap();
        prop_assert_eq!(Schema::new().check(&value), Ok(()));
    }
}

#[test]
fn the_reader_knows_all_that_the_schema_does_and_gives_it_back() {
    let schema = Schema::new();
    let mut runner = TestRunner::deterministic();
    for _ in 0..300 {
        let dossier = arbitrary::dossier().new_tree(&mut runner).unwrap().current();
        schema.check(&serde_json::to_value(&dossier).unwrap()).unwrap();
    }
    let met = schema.met.borrow();
    // The address of the schema itself is for editors and no part of the model.
    let expected: BTreeSet<String> =
        schema.properties().into_iter().filter(|property| property != ".$schema").collect();
    let missed: Vec<&String> = expected.difference(&met).collect();
    assert!(missed.is_empty(), "no dossier has these: {missed:?}");
}

#[test]
fn the_affair_fits_the_schema() {
    let affair = serde_json::from_str(include_str!("../data/affair.json")).unwrap();
    Schema::new().check(&affair).unwrap();
}

#[test]
fn the_schema_refuses_what_the_reader_reports() {
    let schema = Schema::new();
    for wrong in [
        json!({"title": 3}),
        json!({"languages": ["fr"]}),
        json!({"events": [{"id": "a", "date": "2024-1", "title": "A"}]}),
        json!({"events": [{"id": "a", "title": "A"}]}),
        json!({"events": [{"id": "a", "date": "2024", "title": "A", "colour": "red"}]}),
        json!({"entities": [{"id": "a", "name": "A", "kind": "robot"}]}),
    ] {
        assert!(schema.check(&wrong).is_err(), "{wrong}");
    }
}
