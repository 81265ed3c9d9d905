//! The tree of parts, made in one pass over rows in order of time.
//!
//! Rows fill leaves. Each leaf hands its best rows up to its parent, and each node of which there are
//! [`FAN`] together is a child of another, which hands up its best in turn. So every row is in one file,
//! what matters most, and what lasts longest, stands near the root, and no more is in memory than one
//! path from a leaf to the root.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use quote_timeline::edtf::compose::moment;
use serde_json::{Value, json};

use super::row::Row;
use super::sheaf::{ROOT, Sheaf};
use super::things::Things;
use super::wrong::{Noted, Wrong};
use crate::failure::Failure;

/// So many children has a node.
const FAN: usize = 16;
/// So many rows a node hands up.
const BEST: usize = 16;
/// And so many that last long.
const LONG: usize = 16;
/// A leaf with fewer rows would hand all of them up.
pub(super) const FEWEST: usize = 2 * (BEST + LONG);
/// In so many stretches of time the rows under a child are counted.
const STRETCHES: i64 = 16;
const DAY: i64 = 86_400;

/// A file that has been written, as its parent names it.
struct Child {
    name: String,
    start: i64,
    end: i64,
    /// When rows under it begin: second, events, quotes.
    counts: Vec<(i64, usize, usize)>,
}

impl Child {
    /// The length of a stretch, in seconds; dates may be as far apart as numbers go.
    fn stretch(&self) -> i64 {
        (self.end.saturating_sub(self.start).saturating_add(1) / STRETCHES).max(1)
    }
}

/// Children that have no parent yet, and the rows that they handed up.
#[derive(Default)]
struct Level {
    children: Vec<Child>,
    rows: Vec<Row>,
    /// The identifiers of the rows.
    ids: HashSet<String>,
    /// Those that they refer to, and whether a row brings along what that is.
    refers: HashMap<String, bool>,
    /// How many nodes of this level have been written.
    done: usize,
}

/// The tree while it grows.
pub(super) struct Tree<'a> {
    sheaf: &'a mut Sheaf,
    things: &'a mut Things,
    wrong: &'a mut Wrong,
    /// Rows of a leaf.
    most: usize,
    title: Option<&'a str>,
    languages: &'a [String],
    /// The first are the leaves, which have no children.
    levels: Vec<Level>,
    /// How many rows there are.
    count: usize,
}

impl<'a> Tree<'a> {
    pub(super) fn new(
        sheaf: &'a mut Sheaf,
        things: &'a mut Things,
        wrong: &'a mut Wrong,
        most: usize,
        title: Option<&'a str>,
        languages: &'a [String],
    ) -> Self {
        let levels = vec![Level::default()];
        Self { sheaf, things, wrong, most, title, languages, levels, count: 0 }
    }

    /// Adds the next row in order of time.
    pub(super) fn push(&mut self, row: Row) -> Result<(), Failure> {
        if self.levels.first().is_some_and(|leaf| leaf.rows.len() >= self.most) {
            self.close(0)?;
        }
        self.count += 1;
        self.accept(0, row)
    }

    /// Adds a row to a node, if its identifier names nothing else there: a dossier would drop it.
    fn accept(&mut self, level: usize, row: Row) -> Result<(), Failure> {
        let Self { levels, things, .. } = self;
        let Some(own) = levels.get_mut(level) else { return Ok(()) };
        let brings = |id: &String| row.brings.iter().any(|(_, brought, _)| brought == id);
        let mut clash = own.ids.contains(&row.id);
        if let Some(brought) = own.refers.get(&row.id) {
            clash = clash || *brought || things.find(&row.id)?.is_some();
        }
        for id in row.refers.iter().filter(|id| **id == row.id || own.ids.contains(*id)) {
            clash = clash || brings(id) || things.find(id)?.is_some();
        }
        if clash {
            self.count -= 1;
            self.wrong.note(row.place, &[Noted::used_before(&row.id)]);
            return Ok(());
        }
        own.ids.insert(row.id.clone());
        for id in &row.refers {
            *own.refers.entry(id.clone()).or_default() |= brings(id);
        }
        own.rows.push(row);
        Ok(())
    }

    /// Writes a node, hands its best rows up, and closes its parent where that is full.
    fn close(&mut self, level: usize) -> Result<(), Failure> {
        let Some(own) = self.levels.get_mut(level) else { return Ok(()) };
        let done = own.done + 1;
        let Level { children, rows, .. } =
            std::mem::replace(own, Level { done, ..Level::default() });
        let name = format!("{level}/{done:06}.json");
        let (kept, best) = parted(rows);
        if self.levels.len() == level + 1 {
            self.levels.push(Level::default());
        }
        for row in best {
            self.accept(level + 1, row)?;
        }
        // The last leaf may have handed up all it had.
        if kept.is_empty() && children.is_empty() {
            return Ok(());
        }
        let child = Child {
            start: start(&kept, &children),
            end: end(&kept, &children),
            counts: counts(&kept, &children),
            name: name.clone(),
        };
        let text = self.text(&name, kept, &children)?;
        self.sheaf.write(&name, &text)?;
        let Some(parent) = self.levels.get_mut(level + 1) else { return Ok(()) };
        parent.children.push(child);
        if parent.children.len() == FAN { self.close(level + 1) } else { Ok(()) }
    }

    /// Closes what is open, and writes the root; says how many levels and rows there are.
    pub(super) fn finish(mut self) -> Result<(usize, usize), Failure> {
        let mut level = 0;
        // The highest level with anything in it is the root.
        while self.levels.iter().skip(level + 1).any(|own| !own.children.is_empty()) {
            if self
                .levels
                .get(level)
                .is_some_and(|own| !own.rows.is_empty() || !own.children.is_empty())
            {
                self.close(level)?;
            }
            level += 1;
        }
        let root = self.levels.get_mut(level).map(std::mem::take).unwrap_or_default();
        let text = self.text(ROOT, root.rows, &root.children)?;
        self.sheaf.write(ROOT, &text)?;
        Ok((level + 1, self.count))
    }

    /// A part as JSON, with the articles and entities that its rows refer to.
    fn text(&mut self, name: &str, rows: Vec<Row>, children: &[Child]) -> Result<String, Failure> {
        let mut rows = rows;
        rows.sort_by_key(Row::key);
        let mut lists: [(&str, Vec<String>); 5] =
            ["articles", "entities", "events", "quotes", "parts"].map(|list| (list, Vec::new()));
        let mut add = |list: &str, text: String| {
            if let Some((_, own)) = lists.iter_mut().find(|(own, _)| *own == list) {
                own.push(text);
            }
        };
        let mut known = HashSet::new();
        for row in rows {
            for (list, id, text) in row.brings {
                if known.insert(id) {
                    add(&list, text);
                }
            }
            for id in row.refers {
                if known.contains(&id) {
                    continue;
                }
                if let Some((list, text)) = self.things.find(&id)? {
                    add(&list, text);
                }
                known.insert(id);
            }
            add(if row.is_quote { "quotes" } else { "events" }, row.text);
        }
        for child in children {
            add("parts", entry(child, name));
        }
        let mut members = Vec::new();
        if name == ROOT {
            if !self.languages.is_empty() {
                members.push(format!("\"languages\":{}", json!(self.languages)));
            }
            members.extend(self.title.map(|title| format!("\"title\":{}", json!(title))));
        }
        for (list, rows) in lists.iter().filter(|(_, rows)| !rows.is_empty()) {
            members.push(format!("\"{list}\":[\n{}\n]", rows.join(",\n")));
        }
        Ok(format!("{{{}}}\n", members.join(",\n")))
    }
}

/// A child as its parent names it.
fn entry(child: &Child, beside: &str) -> String {
    let src = if beside.contains('/') { format!("../{}", child.name) } else { child.name.clone() };
    // A day where days are meant; what begins or ends within one is told by the second.
    let start = moment(child.start, child.start.rem_euclid(DAY) != 0);
    let end = moment(child.end, child.end.rem_euclid(DAY) != DAY - 1);
    let mut entry = json!({"src": src, "start": start, "end": end});
    let of = |count: fn(&(i64, usize, usize)) -> usize| {
        let total: usize = child.counts.iter().map(count).sum();
        let mut stretches = vec![0; usize::try_from(STRETCHES).unwrap_or(1)];
        let each = child.stretch();
        for own in &child.counts {
            let place = (own.0.saturating_sub(child.start) / each).clamp(0, STRETCHES - 1);
            if let Some(stretch) =
                usize::try_from(place).ok().and_then(|place| stretches.get_mut(place))
            {
                *stretch += count(own);
            }
        }
        (total, if total > stretches.len() { json!(stretches) } else { json!(total) })
    };
    if let Value::Object(entry) = &mut entry {
        for (key, (total, counted)) in [("events", of(|own| own.1)), ("quotes", of(|own| own.2))] {
            if total > 0 {
                entry.insert(key.to_owned(), counted);
            }
        }
    }
    entry.to_string()
}

/// The rows that a node keeps, and those it hands up: its best by weight, of equals some from everywhere;
/// and those that reach far beyond it, endless ones first, lest one long event make it as long.
fn parted(rows: Vec<Row>) -> (Vec<Row>, Vec<Row>) {
    let first = rows.iter().map(|row| row.earliest).min().unwrap_or(0);
    let last = rows.iter().map(|row| row.earliest).max().unwrap_or(0);
    let reach = |place: &usize| match rows.get(*place) {
        Some(row) if row.is_endless => i64::MAX,
        Some(row) => row.latest.saturating_sub(last),
        None => 0,
    };
    let bits = usize::BITS - rows.len().leading_zeros();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|place| Reverse(reach(place)));
    let long = order
        .iter()
        .take(LONG)
        .filter(|place| reach(place) > last.saturating_sub(first).max(DAY) / 2);
    let mut up: HashSet<usize> = long.copied().collect();
    order.sort_by_key(|place| {
        // Bits reversed: neighbours come far apart.
        let spread = place.reverse_bits().checked_shr(usize::BITS - bits).unwrap_or(0);
        (Reverse(rows.get(*place).map_or(0, |row| row.weight)), spread)
    });
    up.extend(order.into_iter().take(BEST));
    let (mut kept, mut handed) = (Vec::new(), Vec::new());
    for (place, row) in rows.into_iter().enumerate() {
        if up.contains(&place) { handed.push(row) } else { kept.push(row) }
    }
    (kept, handed)
}

fn start(rows: &[Row], children: &[Child]) -> i64 {
    let rows = rows.iter().map(|row| row.earliest);
    rows.chain(children.iter().map(|child| child.start)).min().unwrap_or(0)
}

fn end(rows: &[Row], children: &[Child]) -> i64 {
    let rows = rows.iter().map(|row| row.latest);
    rows.chain(children.iter().map(|child| child.end)).max().unwrap_or(0)
}

/// When the rows of a node and those under its children begin, by stretches of the latter.
fn counts(rows: &[Row], children: &[Child]) -> Vec<(i64, usize, usize)> {
    let own = rows
        .iter()
        .map(|row| (row.earliest, usize::from(!row.is_quote), usize::from(row.is_quote)));
    let below = children.iter().flat_map(|child| {
        let each = child.stretch();
        let mut stretches: Vec<(i64, usize, usize)> = Vec::new();
        for (time, events, quotes) in &child.counts {
            let place = (time.saturating_sub(child.start) / each).clamp(0, STRETCHES - 1);
            let at = child.start.saturating_add(place * each).saturating_add(each / 2);
            match stretches.iter_mut().find(|own| own.0 == at) {
                Some(own) => (own.1, own.2) = (own.1 + events, own.2 + quotes),
                None => stretches.push((at, *events, *quotes)),
            }
        }
        stretches
    });
    own.chain(below).collect()
}
