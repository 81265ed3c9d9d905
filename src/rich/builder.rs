//! Texts and tags into parts that nest.

use super::address::{address, file_address};
use super::cut::{cut, until};
use super::elements::{Role, role};
use super::references::split_first;
use super::tokens::{Tag, Token, Tokens, is_space};
use super::{Mark, Part};
use crate::collate::letters::{split_first as split_letter, trim};
use crate::join::join;

/// How many blocks, and how many inlines, nest at most; what nests deeper is shown flat.
const DEEPEST: usize = 8;

/// What is left out is named in no more characters.
const LONGEST_NAME: usize = 40;

/// What line ends mean in a text.
#[derive(Clone, Copy, PartialEq)]
enum Lines {
    /// Nothing: elements shape the lines.
    Nothing,
    /// A blank line parts paragraphs.
    Paragraphs,
    /// The same, and every line ends where it ends.
    Kept,
}

/// An inline that is open where the reading is. Like the formatting elements of the HTML standard
/// (13.2.4.3) it goes on through the blocks until its end tag.
struct Inline {
    role: Role,
    /// Where a link leads.
    address: String,
}

/// Opens blocks and inlines as late as there is text for them, and closes them at once.
pub(super) struct Builder<'t> {
    take: &'t mut dyn FnMut(Part<'_>),
    lines: Lines,
    blocks: Vec<Mark>,
    inlines: Vec<Inline>,
    /// How many of the blocks, then of the inlines, are opened.
    shown_blocks: usize,
    shown_inlines: usize,
    /// Text that is not handed over yet.
    text: String,
    /// Whether the paragraph, or its line, has something in it.
    started: bool,
    /// Whether the last words stand in an item itself.
    loose: bool,
    /// What stands between that and what comes next: nothing, white space, the border of a cell.
    gap: &'static str,
    /// Line ends before what comes next.
    breaks: usize,
    line_ends: usize,
}

impl<'t> Builder<'t> {
    pub(super) fn new(html: &str, take: &'t mut dyn FnMut(Part<'_>)) -> Self {
        Self {
            take,
            lines: lines(html),
            blocks: Vec::new(),
            inlines: Vec::new(),
            shown_blocks: 0,
            shown_inlines: 0,
            text: String::new(),
            started: false,
            loose: false,
            gap: "",
            breaks: 0,
            line_ends: 0,
        }
    }

    /// Takes in HTML.
    pub(super) fn markup(&mut self, html: &str) {
        let mut tokens = Tokens::new(html);
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(text) => self.text(text),
                Token::Open(tag) => self.open(tag, &mut tokens),
                Token::Close(name) => self.close(role(name)),
                Token::Unfinished(name) => self.left_out("<", name, "…"),
            }
        }
    }

    /// Takes in text, with character references.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((letter, after)) = split_first(rest, false) {
            rest = after;
            self.letter(letter);
        }
    }

    /// Closes everything.
    pub(super) fn finish(mut self) {
        self.close_blocks(0);
    }

    fn open(&mut self, tag: Tag<'_>, tokens: &mut Tokens<'_>) {
        let role = role(tag.name);
        match role {
            Role::Block(Mark::Item) => self.open_item(),
            Role::Block(mark) => self.open_block(mark),
            Role::Paragraph => {
                self.end_heading();
                self.open_block(Mark::Paragraph);
            }
            Role::Heading => {
                self.end_heading();
                self.open_inline(role, String::new());
            }
            Role::Apart => self.end_paragraph(),
            Role::Cell => self.gap = " · ",
            Role::Break if self.is_in(Mark::Preformatted) => self.letter('\n'),
            Role::Break => self.breaks += 1,
            Role::Inline(_) => self.open_inline(role, String::new()),
            Role::Link => {
                self.close_inline(role);
                let target = tag.value("href");
                match address(&target) {
                    Some(address) => self.open_inline(role, address),
                    None if target.is_empty() => {}
                    None => self.left_out("<a href=\"", scheme(&target), ":…\">"),
                }
            }
            Role::Image => self.image(tag),
            Role::Transparent => {}
            Role::Unknown | Role::Void | Role::Raw | Role::Dropped => {
                self.left_out("<", tag.name, ">");
                match role {
                    Role::Raw => tokens.skip_raw(tag.name),
                    Role::Dropped => skip_element(tag.name, tokens),
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, role: Role) {
        match role {
            Role::Inline(_) | Role::Link => self.close_inline(role),
            Role::Heading => self.end_heading(),
            Role::Block(mark) => {
                let found = self.blocks.iter().rposition(|own| *own == mark);
                if let Some(place) = found.filter(|place| *place >= self.item_floor(mark)) {
                    self.close_blocks(place);
                }
            }
            Role::Paragraph | Role::Apart => self.end_paragraph(),
            _ => {}
        }
    }

    /// Where the innermost list begins, for an item, which ends no other list's.
    fn item_floor(&self, mark: Mark) -> usize {
        if mark != Mark::Item {
            return 0;
        }
        self.blocks.iter().rposition(|own| is_list(*own)).unwrap_or(0)
    }

    /// Ends the paragraph, or the line of an item.
    fn end_paragraph(&mut self) {
        self.close_inlines(0);
        if self.is_in(Mark::Paragraph) || self.is_in(Mark::Preformatted) {
            self.close_blocks(self.blocks.len() - 1);
        }
        self.start_anew();
    }

    /// The same, and a heading with it.
    #[inline(never)]
    fn end_heading(&mut self) {
        self.close_inline(Role::Heading);
        self.end_paragraph();
    }

    /// Whether the innermost block is of a kind.
    fn is_in(&self, mark: Mark) -> bool {
        self.blocks.last() == Some(&mark)
    }

    fn open_block(&mut self, mark: Mark) {
        self.end_paragraph();
        if self.blocks.last().is_some_and(|own| is_list(*own)) {
            self.push_block(Mark::Item);
        }
        self.push_block(mark);
    }

    fn open_item(&mut self) {
        self.end_heading();
        match self.blocks.iter().rposition(|own| is_list(*own)) {
            Some(list) => self.close_blocks(list + 1),
            None => self.push_block(Mark::List),
        }
        self.push_block(Mark::Item);
    }

    fn push_block(&mut self, mark: Mark) {
        if self.blocks.len() < DEEPEST {
            self.blocks.push(mark);
        }
    }

    /// Closes the blocks from a place on.
    fn close_blocks(&mut self, place: usize) {
        self.close_inlines(0);
        while self.blocks.len() > place {
            self.blocks.pop();
            if self.shown_blocks > self.blocks.len() {
                self.shown_blocks -= 1;
                self.loose = false;
                (self.take)(Part::Close);
            }
        }
        self.start_anew();
    }

    /// What comes next begins a paragraph, or the line of an item.
    fn start_anew(&mut self) {
        (self.started, self.gap) = (false, "");
        (self.breaks, self.line_ends) = (0, 0);
    }

    fn open_inline(&mut self, role: Role, address: String) {
        if self.inlines.len() < DEEPEST {
            self.inlines.push(Inline { role, address });
        }
    }

    /// Ends the innermost inline of a kind; those inside it go on behind it.
    fn close_inline(&mut self, role: Role) {
        if let Some(place) = self.inlines.iter().rposition(|own| own.role == role) {
            if place < self.shown_inlines {
                self.close_inlines(place);
            }
            self.inlines.remove(place);
        }
    }

    /// Closes the inlines from a place on; they open again where there is more text.
    fn close_inlines(&mut self, place: usize) {
        self.flush();
        while self.shown_inlines > place {
            self.shown_inlines -= 1;
            (self.take)(Part::Close);
        }
    }

    #[inline(never)]
    fn left_out(&mut self, before: &str, name: &str, after: &str) {
        let mut name = join(&[before, name, after]);
        name.make_ascii_lowercase();
        let mut rest = name.as_str();
        for _ in 0..LONGEST_NAME {
            rest = split_letter(rest).map_or("", |(_, rest)| rest);
        }
        name.truncate(name.len() - rest.len());
        (self.take)(Part::LeftOut(&name));
    }

    fn image(&mut self, tag: Tag<'_>) {
        let source = tag.value("src");
        let alt = tag.value("alt");
        // A picture of one pixel counts readers.
        let seen = !matches!(tag.value("width").as_bytes(), b"1" | b"0");
        if let Some(address) = file_address(&source).filter(|_| seen) {
            self.begin();
            self.flush();
            (self.take)(Part::Image { address: &address, alt: &alt });
        } else {
            self.left_out("<", tag.name, ">");
            alt.chars().for_each(|letter| self.letter(letter));
        }
    }

    fn letter(&mut self, letter: char) {
        let pre = self.is_in(Mark::Preformatted);
        if letter == '\0' {
            return;
        }
        if !pre && u8::try_from(letter).is_ok_and(is_space) {
            if self.gap.is_empty() {
                self.gap = " ";
            }
            if letter == '\n' && self.lines != Lines::Nothing {
                self.line_ends += 1;
            }
            return;
        }
        // Editors leave such spaces in empty paragraphs; and HTML takes the first line end of `pre`.
        let skipped = if pre { letter == '\n' } else { letter == '\u{A0}' };
        if !self.started && skipped {
            return;
        }
        self.begin();
        self.text.push(letter);
    }

    /// Opens what is to be open around what comes next.
    fn begin(&mut self) {
        match self.lines {
            Lines::Kept => self.breaks += self.line_ends,
            Lines::Paragraphs if self.line_ends > 1 => self.breaks += 2,
            _ => {}
        }
        self.line_ends = 0;
        if self.started && self.breaks > 1 {
            self.open_block(Mark::Paragraph);
        }
        let opened = self.shown_blocks == self.blocks.len();
        let breaks = std::mem::take(&mut self.breaks) > 0;
        if if self.started { breaks } else { self.loose && opened } {
            self.flush();
            (self.take)(Part::Break);
        } else if self.started {
            self.text.push_str(self.gap);
        }
        self.gap = "";
        self.started = true;
        match self.blocks.last() {
            None | Some(Mark::Quotation) => self.blocks.push(Mark::Paragraph),
            Some(Mark::List | Mark::Numbered) => self.blocks.push(Mark::Item),
            _ => {}
        }
        if self.shown_blocks < self.blocks.len() || self.shown_inlines < self.inlines.len() {
            self.flush();
        }
        while let Some(mark) = self.blocks.get(self.shown_blocks) {
            self.shown_blocks += 1;
            (self.take)(Part::Open(*mark));
        }
        self.loose = self.is_in(Mark::Item);
        while let Some(Inline { role, address }) = self.inlines.get(self.shown_inlines) {
            self.shown_inlines += 1;
            (self.take)(match role {
                Role::Link => Part::Link(address),
                Role::Inline(mark) => Part::Open(*mark),
                _ => Part::Open(Mark::Strong),
            });
        }
    }

    /// Hands over the text so far.
    fn flush(&mut self) {
        if !self.text.is_empty() {
            (self.take)(Part::Text(&self.text));
            self.text.clear();
        }
    }
}

fn is_list(mark: Mark) -> bool {
    matches!(mark, Mark::List | Mark::Numbered)
}

/// What line ends mean: it depends on whether elements shape the lines.
fn lines(html: &str) -> Lines {
    let mut lines = Lines::Kept;
    if until(html, b"\n").1.is_empty() {
        return Lines::Nothing;
    }
    for token in Tokens::new(html) {
        if let Token::Open(tag) = token {
            match role(tag.name) {
                Role::Inline(_) | Role::Link | Role::Image | Role::Transparent => {
                    lines = Lines::Paragraphs;
                }
                _ => return Lines::Nothing,
            }
        }
    }
    lines
}

/// Passes over an element that is never shown, up to its own end tag.
fn skip_element(name: &str, tokens: &mut Tokens<'_>) {
    let mut depth = 1;
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) if tag.name.eq_ignore_ascii_case(name) => depth += 1,
            Token::Open(tag) if role(tag.name) == Role::Raw => tokens.skip_raw(tag.name),
            Token::Close(own) if own.eq_ignore_ascii_case(name) => {
                depth -= 1;
                if depth == 0 {
                    return;
                }
            }
            _ => {}
        }
    }
}

/// The scheme of an address that was refused, as far as it can be told.
fn scheme(address: &str) -> &str {
    cut(trim(address), b":").0
}
