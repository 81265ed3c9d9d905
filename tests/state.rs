//! What the reader sees, as messages change it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at what is wrong")]

use quote_timeline::collate::differences::Strictness;
use quote_timeline::dossier::{Kind, Target, read};
use quote_timeline::edtf::Edtf;
use quote_timeline::state::{Changes, Message, Shown, State};
use quote_timeline::timeline::Window;

fn state() -> State {
    State::new(read(include_bytes!("../data/affair.json")).unwrap().0, 1200)
}

fn target(state: &State, id: &str) -> Target {
    state.index().target(id).unwrap_or_else(|| panic!("there is no {id}"))
}

fn entity(state: &State, name: &str) -> usize {
    let has = |entity: &quote_timeline::dossier::Entity| {
        entity.name.entries().any(|(_, own)| own == name)
    };
    state.dossier().entities.iter().position(has).unwrap()
}

fn search(words: &str) -> (usize, usize) {
    let mut state = state();
    state.update(Message::Search(words.into()));
    (state.events().len(), state.quotes().len())
}

#[test]
fn everything_is_shown_in_order_of_time() {
    let state = state();
    assert_eq!(state.events().len(), state.dossier().events.len());
    assert_eq!(state.listed().len(), state.dossier().quotes.len());
    let dates: Vec<&Edtf> =
        state.events().items().iter().map(|number| &state.dossier().events[*number].date).collect();
    assert!(dates.is_sorted());
    let window = state.scale().window();
    for date in dates {
        let (start, end) = date.bounds().or_endless();
        assert!(start >= window.start() && end < window.end(), "{date} is in sight");
    }
}

#[test]
fn search_ignores_case_accents_and_typography_in_both_languages() {
    let quotes = search("révolutionnaire").1;
    assert!(quotes > 0);
    assert_eq!(search("REVOLUTIONNAIRE").1, quotes);
    assert_eq!(search("l’open source"), search("l'OPEN SOURCE"));
    assert!(search("hood").1 > 0, "English translations are found");
    assert!(search("Herblin").1 > 0, "speakers are found");
    assert_eq!(search("zzz"), (0, 0));
    assert_eq!(search("  "), (25, 30));
}

#[test]
fn search_finds_all_that_is_said_of_an_affair() {
    assert!(search("\"Open AI\"").0 > 0, "other names of whom an event concerns");
    assert!(search("quelques semaines après").0 + search("fin février").0 > 0, "dating words");
    assert!(search("5 milliards").0 > 0, "figures");
    assert!(search("La Tribune").1 > 0, "witnesses of a quote");
    assert_eq!(search("l'open-source"), search("d’open source"), "elision and hyphens");
    assert_eq!(search("\"open source\"").1, search("« l’open-source »").1);
    assert!(search("source open").1 > 0, "words may be spread");
    assert_eq!(search("« source open »").1, 0, "a phrase may not");
    let mut state = state();
    assert!(state.found_articles().is_empty() && state.found_entities().is_empty());
    state.update(Message::Search("maddyness".into()));
    assert!(state.found_articles().len() >= 2, "by the outlet, or by what is said of it");
    state.update(Message::Search("cofondateur de mistral".into()));
    assert!(!state.found_entities().is_empty(), "what is said of an entity");
}

#[test]
fn an_event_on_whose_figures_articles_differ_is_disputed() {
    let state = state();
    let disputed: Vec<&str> = (0..state.dossier().events.len())
        .filter(|number| state.is_disputed(*number))
        .map(|number| state.dossier().events[number].id.as_str())
        .collect();
    assert_eq!(disputed.len(), 2, "{disputed:?}");
    assert!(disputed.contains(&"microsoft-investment") && disputed.contains(&"new-round-prospect"));
}

#[test]
fn filters_hold_together_and_are_cleared_together() {
    let mut state = state();
    let mensch = entity(&state, "Arthur Mensch");
    state.update(Message::Speaker(Some(mensch)));
    let his = state.quotes().len();
    assert!(his > 0 && his < 30);
    state.update(Message::Search("gammes".into()));
    assert!(state.quotes().len() < his);
    let changes = state.update(Message::Clear);
    assert!(changes.shown && state.filter().is_empty());
    assert_eq!(state.quotes().len(), 30);
    assert_eq!(state.update(Message::Clear), Changes::default(), "nothing is left to clear");
}

#[test]
fn an_outlet_shows_what_it_printed() {
    let mut state = state();
    let outlet = state.outlets().iter().position(|outlet| outlet.articles.len() > 1).unwrap();
    state.update(Message::Outlet(Some(outlet)));
    let articles = state.outlets()[outlet].articles.clone();
    for number in state.quotes().items() {
        let readings = &state.dossier().quotes[*number].readings;
        assert!(readings.iter().any(|reading| {
            let id = reading.article.as_ref().unwrap();
            articles.contains(&state.index().number(Kind::Article, id).unwrap())
        }));
    }
    assert!(!state.quotes().is_empty() && state.quotes().len() < 30);
}

#[test]
fn an_event_lists_its_quotes_and_leaving_lists_them_all() {
    let mut state = state();
    let event = (0..state.dossier().events.len())
        .max_by_key(|event| state.index().event_quotes(*event).len())
        .unwrap();
    let quotes = state.index().event_quotes(event).len();
    let changes = state.update(Message::Select(Some(Target { kind: Kind::Event, number: event })));
    assert!(changes.selection && changes.listing);
    assert_eq!((state.open_event(), state.listed().len()), (Some(event), quotes));
    let quote = Target { kind: Kind::Quote, number: state.listed()[0] };
    state.update(Message::Select(Some(quote)));
    assert_eq!(state.open_event(), Some(event), "a quote of it is chosen within it");
    state.update(Message::Leave);
    assert_eq!((state.open_event(), state.listed().len()), (None, 30));
}

#[test]
fn what_is_chosen_comes_into_sight_without_changing_the_zoom() {
    let mut state = state();
    let early = Edtf::parse("2022-12").unwrap().bounds().or_endless();
    state.update(Message::Look(Window::new(early.0, early.1)));
    let span = state.scale().window().span();
    let quote = state.dossier().quotes[0].id.as_str().to_owned();
    let quote = target(&state, &quote);
    let changes = state.update(Message::Select(Some(quote)));
    assert!(changes.scale);
    let (start, _) = state.extent(quote).unwrap();
    let window = state.scale().window();
    assert_eq!(window.span(), span);
    assert!((window.start()..window.end()).contains(&start));
}

#[test]
fn choosing_what_a_filter_hides_takes_the_filter_away() {
    let mut state = state();
    state.update(Message::Search("bluffants".into()));
    assert_eq!(state.quotes().len(), 1);
    let hidden = (0..30).find(|number| !state.quotes().contains(*number)).unwrap();
    state.update(Message::Select(Some(Target { kind: Kind::Quote, number: hidden })));
    assert!(state.filter().is_empty());
    assert_eq!(state.selected().unwrap().number, hidden);
}

#[test]
fn zooming_out_ends_a_little_beyond_what_there_is() {
    let mut state = state();
    for _ in 0..50 {
        state.update(Message::Zoom { num: 1, den: 2, around: None });
    }
    let widest = state.scale().window();
    assert_eq!(
        state.update(Message::Zoom { num: 1, den: 2, around: None }),
        Changes::default(),
        "no further"
    );
    state.update(Message::Fit);
    let whole = state.scale().window();
    assert!(widest.start() <= whole.start() && whole.end() <= widest.end());
    state.update(Message::Pan(10_000_000));
    assert!(state.scale().window().end() <= widest.end());
}

/// Three readings; the second is the earliest original.
const READINGS: &str = r#"{
  "articles": [
    {"id": "late", "language": "fr", "kind": "news", "date": "2024-03-12"},
    {"id": "early", "language": "fr", "kind": "news", "date": "2024-02-28"},
    {"id": "first", "language": "fr", "kind": "news", "date": "2024-02-01"}
  ],
  "quotes": [{"id": "q", "readings": [
    {"article": "late", "status": "original", "text": "Le but est clair."},
    {"article": "early", "status": "original", "text": "Le but est très clair."},
    {"article": "first", "status": "paraphrase", "text": "Il est clair."}
  ]}]
}"#;

#[test]
fn the_base_is_the_earliest_original_until_the_reader_chooses() {
    let (dossier, _) = read(READINGS.as_bytes()).unwrap();
    let mut state = State::new(dossier, 800);
    assert_eq!(state.base(0), 1);
    let changes = state.update(Message::Base { quote: 0, reading: 2 });
    assert_eq!(changes, Changes { readings: true, ..Changes::default() });
    assert_eq!(state.base(0), 2);
    state.update(Message::Base { quote: 0, reading: 0 });
    assert_eq!(state.base(0), 0);
}

#[test]
fn what_is_shown_of_readings_is_remembered() {
    let (dossier, _) = read(READINGS.as_bytes()).unwrap();
    let mut state = State::new(dossier, 800);
    assert_eq!((state.shown(), state.strictness()), (Shown::Both, Strictness::Words));
    assert!(state.update(Message::Show(Shown::Original)).readings);
    assert!(state.update(Message::Typography(true)).readings);
    // Filters come and go; this stays.
    state.update(Message::Search("clair".to_owned()));
    state.update(Message::Clear);
    assert_eq!((state.shown(), state.strictness()), (Shown::Original, Strictness::Typography));
}

#[test]
fn one_goes_back_step_by_step_and_a_drag_is_one_step() {
    let mut state = state();
    let shown = |state: &State| state.scale().window();
    let first = shown(&state);
    assert!(!state.can_go_back());
    state.update(Message::Zoom { num: 3, den: 2, around: None });
    let second = shown(&state);
    for px in 1..20 {
        let window = state.scale().pan(px).window();
        state.update(Message::Drag(window));
    }
    assert_ne!(shown(&state), second);
    state.update(Message::Back);
    assert_eq!(shown(&state), second, "before the drag");
    state.update(Message::Back);
    assert_eq!(shown(&state), first);
    assert!(!state.can_go_back());
    assert_eq!(state.update(Message::Back), Changes::default());
}

#[test]
fn what_is_chosen_is_shown_from_near() {
    let mut state = state();
    assert_eq!(state.update(Message::ToSelection), Changes::default(), "nothing is chosen");
    let event = target(&state, "paris-event");
    state.update(Message::Select(Some(event)));
    assert!(state.update(Message::ToSelection).scale);
    let (start, end) = state.extent(event).unwrap();
    let window = state.scale().window();
    assert!(window.start() < start && end < window.end());
    assert!(window.span() < 10 * 86_400, "a day and some about it");
}
