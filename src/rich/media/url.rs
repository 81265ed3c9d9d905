//! The parts of an address that lead to what it shows.

use crate::rich::address::starts_with;
use crate::rich::cut::{Parts, cut, cut_last, is_one_of, parts, until};

/// An address of `http` or `https`, taken apart.
pub(super) struct Url<'a> {
    /// In lower case.
    pub(super) host: String,
    /// From the first slash behind the host up to the query.
    pub(super) path: &'a str,
    /// What stands behind `?`.
    pub(super) query: &'a str,
    /// What stands behind `#`.
    pub(super) fragment: &'a str,
}

impl<'a> Url<'a> {
    /// Nothing for an address relative to the page.
    pub(super) fn new(address: &'a str) -> Option<Self> {
        let start =
            ["https://", "http://"].into_iter().find(|start| starts_with(address, start))?;
        let (rest, fragment) = cut(address.get(start.len()..)?, b"#");
        let (rest, query) = cut(rest, b"?");
        let (authority, path) = until(rest, b"/\\");
        // A name before the host, and a port behind it.
        let host = cut(cut_last(authority, b'@').1, b":").0.to_ascii_lowercase();
        (!host.is_empty()).then_some(Self { host, path, query, fragment })
    }

    /// The host without what all have.
    pub(super) fn name(&self) -> &str {
        self.host.strip_prefix("www.").unwrap_or(&self.host)
    }

    /// Whether the host is a domain, or in it.
    #[inline(never)]
    pub(super) fn is_in(&self, domain: &str) -> bool {
        let rest = self.host.strip_suffix(domain);
        rest.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }

    /// The same for several domains, with a space between two.
    #[inline(never)]
    pub(super) fn is_in_any(&self, domains: &'static str) -> bool {
        parts(domains, b" ").any(|domain| self.is_in(domain))
    }

    /// The steps of the path.
    pub(super) fn steps(&self) -> Parts<'a> {
        parts(self.path, b"/")
    }

    /// The first step.
    #[inline(never)]
    pub(super) fn first(&self) -> Option<&'a str> {
        self.steps().next()
    }

    /// The step behind one of these, where it can be part of an address as it is.
    #[inline(never)]
    pub(super) fn behind(&self, names: &'static str) -> Option<&'a str> {
        let mut steps = self.steps();
        steps.find(|step| is_one_of(step, names))?;
        word(steps.next()?)
    }

    /// A value of the query, where it can be part of an address as it is.
    #[inline(never)]
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        let mut pairs = parts(self.query, b"&");
        word(pairs.find_map(|pair| {
            let (own, value) = cut(pair, b"=");
            (own == name).then_some(value)
        })?)
    }
}

/// A text that has only letters, digits, `-` and `_`.
#[inline(never)]
pub(super) fn word(text: &str) -> Option<&str> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (!text.is_empty() && text.bytes().all(fits)).then_some(text)
}

/// The host of an address, in lower case; nothing for one that is relative to the page.
pub fn host(address: &str) -> Option<String> {
    Some(Url::new(address)?.host)
}
