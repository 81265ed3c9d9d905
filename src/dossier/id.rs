//! Identifiers: short, shared, permanent.

use std::rc::Rc;

use serde::{Serialize, Serializer};

/// The identifier of an article, an entity, an event, a quote or a figure.
///
/// References hold the same allocation as the thing they lead to, so a hundred thousand of them
/// cost a pointer each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(Rc<String>);

impl Id {
    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(Rc::new(text.to_owned()))
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
