//! What to show for the address of a medium: a file, a player of a service, a link.
//!
//! ```
//! use quote_timeline::rich::media::{Shape, Show, show};
//!
//! assert_eq!(show("map.png"), Show::Image("map.png".to_owned()));
//! let Show::Player { service, frame, .. } = show("https://youtu.be/dQw4w9WgXcQ?t=1m5s") else { panic!() };
//! assert_eq!(service, "YouTube");
//! assert_eq!(frame, "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=65");
//! assert_eq!(show("javascript:alert(1)"), Show::Nothing);
//! ```

mod services;
mod url;

use super::address::{file_address, starts_with};
use super::cut::{cut, cut_last, is_one_of, parts};
use super::tokens::{Token, Tokens};
use crate::collate::letters::trim;
use crate::join::join;
use services::service;
use url::Url;
pub use url::host;

/// How a medium is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Show {
    /// The picture at an address.
    Image(String),
    /// The sound at an address.
    Audio(String),
    /// The film at an address.
    Video(String),
    /// A frame of someone else's page, which is fetched only when the reader asks.
    Player {
        /// Whose it is, for the reader: a name, or a host.
        service: String,
        /// The address of the frame; it is that of `http` or `https`.
        frame: String,
        /// The page that shows the same.
        page: String,
        /// What it looks like.
        shape: Shape,
    },
    /// The address is HTML, to be shown as a text.
    Quotation,
    /// A link to a page.
    Page {
        /// Whose it is, for the reader: a name, or a host.
        service: String,
        /// The address of the page.
        page: String,
    },
    /// Nothing: the address is empty, or unsafe.
    Nothing,
}

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Something to see and hear, wide.
    Film,
    /// Something to hear, low.
    Sound,
    /// Something to read.
    Page,
}

/// What to show for an address, or for the HTML that stands in its place.
pub fn show(text: &str) -> Show {
    let text = trim(text);
    if text.starts_with('<') {
        return embedded(text);
    }
    // Spotify's own addresses: `spotify:track:1`.
    let spotify = starts_with(text, "spotify:").then(|| {
        let mut address = String::from("https://open.spotify.com");
        for part in parts(cut(text, b":").1, b":") {
            address.push('/');
            address.push_str(part);
        }
        address
    });
    let Some(address) = spotify.or_else(|| file_address(text)) else { return Show::Nothing };
    let Some(url) = Url::new(&address) else {
        return file(&address, path(&address)).unwrap_or_else(|| linked(&address, &address));
    };
    if let Some(image) = services::image(&url) {
        return Show::Image(image);
    }
    let service = service(&url);
    if let Some(service) = service
        && let Some(frame) = service.frame(&url)
    {
        let shape = service.shape;
        return Show::Player { service: service.name.to_owned(), frame, page: address, shape };
    }
    if let Some(shown) = file(&address, url.path) {
        // Its addresses are those of pages; the files are elsewhere.
        if url.is_in("www.dropbox.com") && !matches!(shown, Show::Page { .. }) {
            return show(&join(&["https://dl.dropboxusercontent.com", url.path, "?", url.query]));
        }
        return shown;
    }
    if services::is_image_host(&url) {
        return Show::Image(address);
    }
    let name = service.map(|service| service.name).or_else(|| services::name(&url));
    linked(&address, name.unwrap_or(url.name()))
}

fn linked(address: &str, service: &str) -> Show {
    Show::Page { service: service.to_owned(), page: address.to_owned() }
}

/// What stands between the host, or the start, and the query.
fn path(address: &str) -> &str {
    cut(address, b"?#").0
}

/// What is shown for HTML: a frame in it, a file in it, or its text.
fn embedded(html: &str) -> Show {
    for token in Tokens::new(html) {
        let Token::Open(tag) = token else { continue };
        let name = tag.name.to_ascii_lowercase();
        let frame = is_one_of(&name, "iframe embed");
        if !frame && !is_one_of(&name, "img audio video source") {
            continue;
        }
        let Some(source) = tag.attribute("src") else { continue };
        // HTML in HTML in HTML would be followed without end.
        if trim(&source).starts_with('<') {
            return Show::Nothing;
        }
        return match show(&source) {
            // What stands on the page's own host is not framed in it: a sandbox would not hold it.
            Show::Page { service, page } if frame && host(&page).is_some() => {
                Show::Player { service, frame: page.clone(), page, shape: Shape::Page }
            }
            shown => shown,
        };
    }
    Show::Quotation
}

/// What a file is by the end of its name.
fn file(address: &str, path: &str) -> Option<Show> {
    let last = cut_last(path, b'/').1;
    let kind = kind(last).or_else(|| {
        // `photo.jpg/revision/latest`, `photo?format=jpg`: the picture is further up, or in the query.
        let query = address.get(path.len()..).unwrap_or_default();
        let mut values = parts(query, b"?&=");
        let above = parts(path, b"/").any(|part| kind(part) == Some('i'));
        let said = values.any(|part| kind(part) == Some('i') || is_one_of(part, IMAGES));
        (above || said).then_some('i')
    })?;
    let address = address.to_owned();
    Some(match kind {
        'i' => Show::Image(address),
        'a' => Show::Audio(address),
        'v' => Show::Video(address),
        _ => Show::Page { service: "PDF".to_owned(), page: address },
    })
}

/// Names that queries have for the format of a picture.
const IMAGES: &str = "jpg jpeg png webp";

/// Ends of names, each with what they are: an image, audio, video, PDF.
const ENDS: &str = " jpgi jpegi jfifi pngi apngi gifi webpi avifi svgi bmpi mp3a ogga ogaa opusa wava m4aa \
    aaca flaca mp4v m4vv webmv ogvv movv pdfp ";

/// What a file is by its name.
fn kind(name: &str) -> Option<char> {
    let (before, end) = cut_last(name, b'.');
    if before.is_empty() {
        return None;
    }
    // `photo.jpg:large`, `photo.jpg!small`
    let end = cut(end, b":!").0;
    let known = |entry: &&str| {
        let own = entry.len().checked_sub(1).and_then(|length| entry.get(..length));
        own.is_some_and(|own| own.eq_ignore_ascii_case(end))
    };
    parts(ENDS, b" ").find(known)?.chars().next_back()
}
