//! The embedded dossier, held against what it must contain.
#![cfg(not(target_arch = "wasm32"))]

use quote_timeline::dossier::{Dossier, read};

fn affair() -> Dossier {
    let (dossier, problems) = read(include_bytes!("../data/affair.json")).expect("readable");
    for problem in &problems {
        eprintln!("{problem}");
    }
    assert_eq!(problems.len(), 0, "the embedded dossier has no problem");
    dossier
}

#[test]
fn it_is_read_without_a_problem() {
    let dossier = affair();
    assert_eq!(dossier.articles.len(), 5);
}
