//! A state that was shown while its dossier was still on its way, and goes on with the whole of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, reason = "a test may stop at what is wrong")]

mod arbitrary;

use proptest::prelude::*;
use quote_timeline::collate::differences::Strictness;
use quote_timeline::dossier::{Dossier, Kind, Target};
use quote_timeline::state::{Build, Message, Shown, State};
use quote_timeline::timeline::Window;

/// The first rows of a dossier, as a reader has them at some moment.
fn beginning(of: &Dossier, share: usize) -> Dossier {
    let mut some = of.clone();
    some.events.truncate(of.events.len() * share / 8);
    some.quotes.truncate(of.quotes.len() * share / 8);
    some.figures.clear();
    some
}

fn filters(entities: usize) -> impl Strategy<Value = Vec<Message>> {
    let number = move || prop::option::of(0..entities.max(1));
    let one = prop_oneof![
        "[a-z]{0,2}".prop_map(Message::Search),
        number().prop_map(Message::Speaker),
        number().prop_map(Message::Entity),
        prop::option::of(0_usize..3).prop_map(Message::Outlet),
        Just(Message::Clear),
        Just(Message::Typography(true)),
        Just(Message::Show(Shown::Original)),
    ];
    prop::collection::vec(one, 0..4)
}

/// What a reader sees of a state.
fn sight(state: &State) -> (Vec<usize>, Vec<usize>, Vec<usize>, Strictness, Shown) {
    let listed = state.listed().to_vec();
    let (events, quotes) = (state.events().items().to_vec(), state.quotes().items().to_vec());
    (events, quotes, listed, state.strictness(), state.shown())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_grew_is_what_was_there_from_the_start(
        dossier in arbitrary::dossier(),
        share in 0_usize..=8,
        messages in filters(3),
    ) {
        let mut whole = State::new(dossier.clone(), 640);
        let mut before = State::new(beginning(&dossier, share), 640);
        for message in messages {
            whole.update(message.clone());
            before.update(message);
        }
        let mut grown = State::new(dossier, 320);
        grown.resume(before);
        prop_assert_eq!(grown.filter(), whole.filter());
        prop_assert_eq!(sight(&grown), sight(&whole));
        prop_assert_eq!(grown.scale(), whole.scale(), "all is in sight, as before");
    }

    #[test]
    fn window_and_selection_stay(
        dossier in arbitrary::dossier(),
        share in 1_usize..=8,
        number in 0_usize..9,
    ) {
        let mut before = State::new(beginning(&dossier, share), 640);
        prop_assume!(!before.dossier().events.is_empty());
        let number = number % before.dossier().events.len();
        before.update(Message::Select(Some(Target { kind: Kind::Event, number })));
        let whole = before.scale().window();
        let part = Window::new(whole.start() + whole.span() / 4, whole.end() - whole.span() / 4);
        before.update(Message::Look(part));
        let (selected, window) = (before.selected(), before.scale().window());
        let (open, back) = (before.open_event(), before.can_go_back());
        let mut grown = State::new(dossier, 640);
        grown.resume(before);
        prop_assert_eq!((grown.selected(), grown.scale().window()), (selected, window));
        prop_assert_eq!((grown.open_event(), grown.can_go_back()), (open, back));
    }

    #[test]
    fn what_is_searched_comes_after_all_is_shown(
        dossier in arbitrary::dossier(),
        messages in filters(3),
        folded in 0_usize..8,
    ) {
        let mut whole = State::new(dossier.clone(), 640);
        let mut state = Build::new(dossier).finish(640);
        prop_assert_eq!(sight(&state), sight(&whole), "before any text is taken in");
        for _ in 0..folded {
            state.fold();
        }
        for message in messages {
            whole.update(message.clone());
            state.update(message);
            for (now, at_last) in [(state.events(), whole.events()), (state.quotes(), whole.quotes())] {
                let found = |number: &usize| at_last.contains(*number);
                prop_assert!(now.items().iter().all(found), "what is found stays found");
            }
        }
        while state.fold().is_some() {}
        prop_assert_eq!(sight(&state), sight(&whole));
        prop_assert_eq!(state.found_articles(), whole.found_articles());
        prop_assert_eq!(state.found_entities(), whole.found_entities());
    }
}
