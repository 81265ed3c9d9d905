//! Readings compared.
//!
//! What articles print for one statement differs: in typography, in words, in what is left out.
//! This room lays such readings side by side as textual scholarship does it: a text becomes
//! words, words are aligned, the alignment shows what agrees. It also finds words in texts, since
//! search asks the same question: are these two stretches the same but for typography?
//!
//! - [`fold`]: case, accents and typography taken away, with the way back to the text;
//! - [`search`] and [`index`]: a query of several words over many texts;
//! - [`words`]: a text cut into words and marks;
//! - [`differences`]: a reading against a base, stretch by stretch;
//! - [`table`]: three or more readings side by side, a column per place;
//! - [`figures`]: numbers that articles give for the same thing;
//! - [`segments`]: which pieces of a text answer which of its translation;
//! - [`sentences`] and [`align`]: a text and its translation aligned where nobody did it by hand.
//!
//! Everything counts in integers and gives the same answer on every machine. Ranges are of bytes
//! and lie on character boundaries of the text they were made from.

// A range off a character boundary should fail a test.
#![cfg_attr(test, allow(clippy::string_slice))]

pub(crate) mod letters;
mod moves;
mod sequence;
mod tokens;

pub mod align;
pub mod differences;
pub mod figures;
pub mod fold;
pub mod index;
pub mod search;
pub mod segments;
pub mod sentences;
pub mod table;
pub(crate) mod vocabulary;
pub mod words;
