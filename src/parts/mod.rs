//! A dossier in parts: which of them a stretch of time needs, and what has been read of it so far.
//!
//! A dossier may name further files, its [`Part`]s, each with more of what lies in a stretch of time
//! and perhaps with parts of its own: a tree of which every node is a dossier by itself. The root
//! shows all of time with a choice of rows, its branches less of time with more of them.

use crate::collate::vocabulary::Vocabulary;
use crate::dossier::{Dossier, Part};
use crate::edtf::Edtf;
use crate::join::join;
use crate::sort::sort;
use crate::timeline::{Scale, Unread, Window};

/// A part is read once it is drawn as wide as this, in pixels: about one label fits.
const NARROWEST_PX: i32 = 96;
/// No more parts than this are asked for at once.
const MOST_AT_ONCE: usize = 24;
/// So many parts beside the window are read ahead.
const AHEAD: usize = 4;
/// Beyond so many rows those parts are given up that were needed longest ago.
const MOST_ROWS: usize = 12_000;

/// The tree of parts, as far as it is known.
pub struct Parts {
    nodes: Vec<Node>,
    /// Counts the looks, to tell which part was needed longest ago.
    turn: u32,
}

struct Node {
    /// The file's address, as it stands in the root or composed of those that led there.
    address: String,
    window: Window,
    /// Events, quotes.
    beneath: [Vec<Unread>; 2],
    parent: usize,
    held: Held,
    needed: u32,
}

enum Held {
    Not,
    Failed,
    Read(Box<Dossier>),
}

impl Node {
    fn of(part: &Part, parent: usize, beside: &str) -> Self {
        let window = Window::new(part.start.bounds().or_endless().0, after(&part.end));
        Self {
            address: composed(beside, &part.src),
            window,
            beneath: [&part.events, &part.quotes].map(|counts| spread(window, counts)),
            parent,
            held: Held::Not,
            needed: 0,
        }
    }

    fn dossier(&self) -> Option<&Dossier> {
        match &self.held {
            Held::Read(dossier) => Some(dossier),
            _ => None,
        }
    }
}

/// The first second after a date.
fn after(date: &Edtf) -> i64 {
    date.bounds().or_endless().1.saturating_add(1)
}

/// Counts of equal stretches of a window.
fn spread(window: Window, counts: &[u32]) -> Vec<Unread> {
    let mut unread = Vec::new();
    let stretches = i64::try_from(counts.len()).unwrap_or(1).max(1);
    // The rest of the division goes to the last.
    let (each, mut from) = (window.span() / stretches, window.start());
    for (number, count) in counts.iter().enumerate() {
        let until =
            if number + 1 == counts.len() { window.end() } else { from.saturating_add(each) };
        if *count > 0 {
            unread.push(Unread { window: Window::new(from, until), count: *count as usize });
        }
        from = until;
    }
    unread
}

/// An address that stands in the file of another: beside it, unless it says where.
fn composed(beside: &str, src: &str) -> String {
    match beside.rfind('/') {
        Some(end) if !src.starts_with('/') && !src.contains("://") => {
            join(&[beside.get(..=end).unwrap_or_default(), src])
        }
        _ => src.to_owned(),
    }
}

impl Parts {
    /// Of a dossier that names parts.
    ///
    /// ```
    /// use quote_timeline::dossier::read;
    /// use quote_timeline::parts::Parts;
    /// use quote_timeline::timeline::{Scale, Window};
    ///
    /// let text = br#"{"parts": [
    ///     {"src": "1999.json", "start": "1999-01-01", "end": "1999-12-31", "events": 700},
    ///     {"src": "2000.json", "start": "2000-01-01", "end": "2000-12-31", "events": [400, 300]}
    /// ]}"#;
    /// let (root, _) = read(text)?;
    /// let mut parts = Parts::new(root);
    /// let year = 31_536_000;
    /// let spring = Window::new(30 * year + 60 * 86_400, 30 * year + 120 * 86_400);
    /// assert_eq!(parts.wanted(Scale::new(spring, 600)), ["2000.json", "1999.json"]);
    /// let (more, _) = read(br#"{"events": [{"id": "a", "date": "2000-02", "title": "A"}]}"#)?;
    /// parts.take("2000.json", more);
    /// assert_eq!(parts.dossier().events.len(), 1);
    /// assert_eq!(parts.unread()[0][0].count, 700);
    /// # Ok::<(), quote_timeline::dossier::Problem>(())
    /// ```
    pub fn new(root: Dossier) -> Self {
        let node = Node {
            address: String::new(),
            window: Window::new(0, 1),
            beneath: [Vec::new(), Vec::new()],
            parent: 0,
            held: Held::Not,
            needed: 0,
        };
        let mut parts = Self { nodes: vec![node], turn: 0 };
        parts.hold(0, root);
        parts
    }

    fn hold(&mut self, number: usize, mut dossier: Dossier) {
        let known =
            self.nodes.iter().enumerate().any(|(own, node)| own > 0 && node.parent == number);
        let Some(node) = self.nodes.get_mut(number) else { return };
        let children = std::mem::take(&mut dossier.parts);
        node.held = Held::Read(Box::new(dossier));
        let address = node.address.clone();
        // One that was given up and is read again has the parts that it had.
        if !known {
            self.nodes.extend(children.iter().map(|part| Node::of(part, number, &address)));
        }
    }

    fn find(&self, address: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.address == address)
    }

    /// A part has been read; the address is one of [`Parts::wanted`]. Gives up what was needed longest
    /// ago where there is too much now.
    pub fn take(&mut self, address: &str, dossier: Dossier) {
        if let Some(number) = self.find(address) {
            self.hold(number, dossier);
        }
    }

    /// A part could not be read: it is not wanted again before it has been out of sight.
    pub fn fail(&mut self, address: &str) {
        if let Some(node) = self.find(address).and_then(|number| self.nodes.get_mut(number)) {
            node.held = Held::Failed;
        }
    }

    /// Whether something of what is shown could not be read.
    pub fn has_failed(&self) -> bool {
        self.nodes.iter().any(|node| matches!(node.held, Held::Failed))
    }

    /// The addresses of the parts that are still to be read for what `scale` shows, the nearest to the
    /// middle first, and then of some beside it.
    pub fn wanted(&mut self, scale: Scale) -> Vec<String> {
        self.turn += 1;
        let shown = scale.window();
        let near = shown.padded(1000);
        let middle = shown.start() + shown.span() / 2;
        let mut wanted: Vec<(bool, i64, usize)> = Vec::new();
        for number in 1..self.nodes.len() {
            let parent = self.nodes.get(number).map_or(0, |node| node.parent);
            let reachable = self.nodes.get(parent).is_some_and(|node| node.dossier().is_some());
            let Some(node) = self.nodes.get_mut(number) else { break };
            let drawn = scale.to_px(node.window.end()) - scale.to_px(node.window.start());
            if !node.window.overlaps(near) {
                if matches!(node.held, Held::Failed) {
                    node.held = Held::Not;
                }
                continue;
            }
            if drawn < NARROWEST_PX {
                continue;
            }
            node.needed = self.turn;
            if reachable && matches!(node.held, Held::Not) {
                let far = (node.window.start() - middle).max(middle - node.window.end()).max(0);
                wanted.push((!node.window.overlaps(shown), far, number));
            }
        }
        // What is in sight comes first; only then is anything read ahead.
        let mut order = (0..wanted.len()).collect();
        sort(&mut order, &|one, other| wanted.get(one) < wanted.get(other));
        let seen = wanted.iter().filter(|(beside, ..)| !beside).count();
        order.truncate(seen.min(MOST_AT_ONCE) + AHEAD);
        let address = |place: &usize| {
            let (_, _, number) = wanted.get(*place)?;
            Some(self.nodes.get(*number)?.address.clone())
        };
        order.iter().filter_map(address).collect()
    }

    /// Gives up the parts that were needed longest ago where there are too many rows, but none for which
    /// `is_kept` speaks, and none that is needed now. Says whether anything was given up.
    pub fn give_up(&mut self, is_kept: &dyn Fn(&Dossier) -> bool) -> bool {
        let mut given_up = false;
        while self.rows() > MOST_ROWS {
            let holds = |number: usize| {
                let mut nodes = self.nodes.iter().skip(1);
                nodes.any(|node| node.parent == number && node.dossier().is_some())
            };
            let oldest = self.nodes.iter().enumerate().skip(1).filter(|(number, node)| {
                node.needed < self.turn
                    && node.dossier().is_some_and(|own| !is_kept(own))
                    && !holds(*number)
            });
            let Some(oldest) = oldest.min_by_key(|(_, node)| node.needed).map(|(number, _)| number)
            else {
                break;
            };
            if let Some(node) = self.nodes.get_mut(oldest) {
                node.held = Held::Not;
            }
            given_up = true;
        }
        given_up
    }

    fn rows(&self) -> usize {
        let read = self.nodes.iter().filter_map(Node::dossier);
        read.map(|own| own.events.len() + own.quotes.len()).sum()
    }

    /// What is known by number only: of events, of quotes.
    pub fn unread(&self) -> [Vec<Unread>; 2] {
        let mut unread = [Vec::new(), Vec::new()];
        for node in self.nodes.iter().skip(1) {
            let parent = self.nodes.get(node.parent);
            if node.dossier().is_none() && parent.is_some_and(|own| own.dossier().is_some()) {
                for (all, own) in unread.iter_mut().zip(&node.beneath) {
                    all.extend_from_slice(own);
                }
            }
        }
        unread
    }

    /// All that has been read, as one dossier. An identifier that several parts have names the row of the
    /// first.
    pub fn dossier(&self) -> Dossier {
        let mut read = self.nodes.iter().filter_map(Node::dossier);
        let mut whole = read.next().cloned().unwrap_or_default();
        let mut names = Vocabulary::default();
        for id in ids(&whole) {
            names.number(id);
        }
        for part in read {
            add(&mut whole, part, &mut names);
        }
        whole
    }
}

fn ids(dossier: &Dossier) -> impl Iterator<Item = &str> {
    let Dossier { articles, entities, events, quotes, figures, .. } = dossier;
    let articles = articles.iter().map(|own| own.id.as_str());
    let entities = entities.iter().map(|own| own.id.as_str());
    let events = events.iter().map(|own| own.id.as_str());
    let quotes = quotes.iter().map(|own| own.id.as_str());
    let figures = figures.iter().map(|own| own.id.as_str());
    articles.chain(entities).chain(events).chain(quotes).chain(figures)
}

/// Adds the rows of a part that are not there yet.
fn add(whole: &mut Dossier, part: &Dossier, names: &mut Vocabulary) {
    let mut is_new = |id: &str| {
        let known = names.len();
        names.number(id) as usize == known
    };
    whole.articles.extend(part.articles.iter().filter(|own| is_new(own.id.as_str())).cloned());
    whole.entities.extend(part.entities.iter().filter(|own| is_new(own.id.as_str())).cloned());
    whole.events.extend(part.events.iter().filter(|own| is_new(own.id.as_str())).cloned());
    whole.quotes.extend(part.quotes.iter().filter(|own| is_new(own.id.as_str())).cloned());
    whole.figures.extend(part.figures.iter().filter(|own| is_new(own.id.as_str())).cloned());
}
