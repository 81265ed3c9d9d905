//! The parts of an address that lead to what it shows.

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
        let (scheme, rest) = address.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let place = rest.bytes().position(|byte| byte == b'/' || byte == b'\\');
        let (authority, path) =
            place.and_then(|place| rest.split_at_checked(place)).unwrap_or((rest, ""));
        // A name before the host, and a port behind it.
        let host = authority.rsplit('@').next().unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
        (!host.is_empty()).then_some(Self { host, path, query, fragment })
    }

    /// The host without what all have.
    pub(super) fn name(&self) -> &str {
        self.host.strip_prefix("www.").unwrap_or(&self.host)
    }

    /// Whether the host is a domain, or in it.
    pub(super) fn is_in(&self, domain: &str) -> bool {
        let rest = self.host.strip_suffix(domain);
        rest.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }

    /// The steps of the path.
    pub(super) fn steps(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.path.split('/').filter(|step| !step.is_empty())
    }

    /// The step behind one of these, where it can be part of an address as it is.
    pub(super) fn behind(&self, names: &[&str]) -> Option<&'a str> {
        let mut steps = self.steps();
        steps.find(|step| names.contains(step))?;
        word(steps.next()?)
    }

    /// A value of the query, where it can be part of an address as it is.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        word(pairs.find(|(own, _)| *own == name)?.1)
    }
}

/// A text that has only letters, digits, `-` and `_`.
pub(super) fn word(text: &str) -> Option<&str> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (!text.is_empty() && text.bytes().all(fits)).then_some(text)
}

/// The host of an address, in lower case; nothing for one that is relative to the page.
pub fn host(address: &str) -> Option<String> {
    Some(Url::new(address)?.host)
}
