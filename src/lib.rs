//! Quote Timeline shows an affair as an interactive timeline: every quotation side by side in two
//! languages, every outlet's wording of it compared.
//!
//! The rooms, from the ground up; an arrow never points up:
//!
//! - [`edtf`]: dates of ISO 8601-2, their bounds, their order, their wording;
//! - [`rich`]: texts in HTML, and media, made safe to show;
//! - [`dossier`]: the model, reading it in, checking it, writing it out;
//! - [`collate`]: readings compared: words, differences, folding for search;
//! - [`export`]: writing it out in the formats of others;
//! - [`timeline`]: time to pixels and back, ticks, density, lanes;
//! - [`parts`]: a dossier in several files, read as they are needed;
//! - [`phrases`]: the words of the interface;
//! - `prerender`: a dossier as plain HTML, for the command line (feature `command`);
//! - [`cite`]: a quote with its citation, to be copied; addresses that lead to the words;
//! - [`state`]: what the reader sees now, and how a message changes it;
//! - `dom`: the only room that knows a browser.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod cite;
pub mod collate;
pub mod dossier;
pub mod edtf;
pub mod export;
mod join;
pub mod parts;
pub mod phrases;
#[cfg(feature = "command")]
pub mod prerender;
pub mod rich;
mod sort;
pub mod state;
pub mod timeline;

#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub mod dom;
