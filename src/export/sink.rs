//! What takes a dossier in, field by field.

use crate::dossier::Wording;

/// A receiver of values. A key is empty in a list, and for the value that is the whole.
pub(super) trait Sink {
    /// A list (`]`) or an object (`}`) begins.
    fn open(&mut self, key: &str, closing: char);
    /// The innermost list or object ends.
    fn close(&mut self);
    /// A text.
    fn text(&mut self, key: &str, value: &str);
    /// A whole number.
    fn number(&mut self, key: &str, value: i64);
    /// Words in several languages; nothing where there are none.
    fn wording(&mut self, key: &str, wording: &Wording);
}
