//! Pictures, sounds, films, and what others show in their frames.
//!
//! Only pictures are fetched by themselves, once they are seen. Sounds and films are fetched when they
//! are played; another's frame is made when the reader asks for it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::markup::{Writer, append, class, closest, node, set};
use super::rich::{PICTURE, link, rich, wording};
use crate::collate::letters::trim;
use crate::dossier::{Media, Wording};
use crate::join::join;
use crate::phrases::Phrases;
use crate::rich::media::{Shape, Show, host, show};
use crate::rich::{file_address, plain};

/// What a frame of someone else's may do: run, know its own visitors, open its own pages.
const SANDBOX: &str =
    "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-presentation allow-forms";
/// The same, but for frames of the page's own host: with it they could reach the page.
const OWN_ORIGIN: &str = " allow-same-origin";
const ALLOW: &str = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/// A text and a medium, beside each other where there is room.
#[inline(never)]
pub(super) fn story(to: &mut Writer, words: &Phrases, text: &Wording, media: Option<&Media>) {
    if text.is_empty() && media.is_none() {
        return;
    }
    let both = !text.is_empty() && media.is_some();
    to.open(if both { "div story both" } else { "div story" });
    wording(to, "div prose", text);
    if let Some(media) = media {
        medium(to, words, media);
    }
    to.close();
}

/// A medium with its caption and credit.
fn medium(to: &mut Writer, words: &Phrases, media: &Media) {
    to.open("figure medium");
    let (language, alt) = media.alt.get(words.language);
    let caption = plain(media.caption.text(words.language));
    // What a sound or a frame is called.
    let name = if alt.is_empty() { &caption } else { alt };
    let file = |file: &str| Some(file != trim(&media.url)).filter(|other| *other);
    match &show(&media.url) {
        Show::Image(address) => {
            let page = media.link.as_deref().and_then(crate::rich::address);
            // The page that a picture was taken from.
            let page = page.or_else(|| file(address).and_then(|_| file_address(&media.url)));
            if let Some(page) = page.as_deref() {
                link(to, page);
            }
            to.open("span picture");
            to.open(PICTURE);
            to.set("alt", alt);
            to.tongue(language);
            to.set("src", address);
            to.close();
            to.close();
            if page.is_some() {
                to.close();
            }
        }
        Show::Audio(address) => {
            to.open("audio controls= preload=none");
            to.set("aria-label", name);
            to.set("src", address);
            to.close();
        }
        Show::Video(address) => {
            to.open("video controls= preload=none playsinline=");
            to.set("aria-label", name);
            if let Some(poster) = media.thumbnail.as_deref().and_then(file_address) {
                to.set("poster", &poster);
            }
            to.set("src", address);
            to.close();
        }
        Show::Player { service, frame, page, shape } => {
            player(to, words, service, frame, *shape, name);
            to.open("p label");
            link(to, page);
            to.text(&join(&[words.open_on, service]));
            to.close();
            to.close();
        }
        Show::Quotation => {
            to.open("div prose");
            rich(to, &media.url);
            to.close();
        }
        Show::Page { service, page } => {
            link(to, page);
            to.set("class", "page");
            to.leaf("strong", service);
            to.leaf("span", bare(page));
            to.close();
        }
        Show::Nothing => {}
    }
    if !media.caption.is_empty() || !media.credit.is_empty() {
        to.open("figcaption");
        wording(to, "div prose", &media.caption);
        wording(to, "div prose credit", &media.credit);
        to.close();
    }
    to.close();
}

/// An address as it is read: without its scheme.
fn bare(address: &str) -> &str {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    bare.unwrap_or(address)
}

/// A button that makes the frame of a player; it says from where that comes.
fn player(to: &mut Writer, words: &Phrases, service: &str, frame: &str, shape: Shape, name: &str) {
    to.open(match shape {
        Shape::Film => "div player film",
        Shape::Sound => "div player sound",
        Shape::Page => "div player sheet",
    });
    let (sign, verb) =
        if shape == Shape::Page { ("+", words.show_of) } else { ("▶\u{FE0E}", words.play_on) };
    let from = host(frame).unwrap_or_default();
    to.open("button play type=button data-action=play");
    to.set("data-frame", frame);
    to.set("data-name", &join(&[service, words.colon, name]));
    to.open("span sign aria-hidden=true");
    to.text(sign);
    to.close();
    to.leaf("strong", &join(&[verb, service]));
    to.hidden(&[" – "]);
    to.leaf("span from", &join(&[words.loads, from.strip_prefix("www.").unwrap_or(&from)]));
    to.close();
    to.close();
}

/// The reader asks for a player: its frame takes the button's place, and the keyboard with it.
pub(super) fn play(button: &Element) -> Option<()> {
    let address = button.get_attribute("data-frame")?;
    let frame = node("iframe");
    // Some players refuse to play for nobody: they are told the page's host, and no more.
    set(&frame, "referrerpolicy", "strict-origin-when-cross-origin");
    set(&frame, "allow", ALLOW);
    let own = web_sys::window()?.location().hostname().ok()?;
    let foreign = host(&address).is_some_and(|host| !host.eq_ignore_ascii_case(&own));
    set(&frame, "sandbox", &join(&[SANDBOX, if foreign { OWN_ORIGIN } else { "" }]));
    set(&frame, "title", &button.get_attribute("data-name")?);
    set(&frame, "src", &address);
    let place = closest(button, ".player")?;
    class(&place, "open", true);
    button.remove();
    append(&place, &frame);
    frame.unchecked_ref::<HtmlElement>().focus().ok()
}

/// A file cannot be had, or the page's policy forbids it: in place of a picture stands what it shows,
/// below a sound or a film a link to it.
pub(super) fn failed(file: &Element, words: &Phrases) -> Option<()> {
    let place = file.parent_element()?;
    let address = file.get_attribute("src")?;
    if file.local_name() == "img" {
        class(&place, "missing", true);
        let alt = file.get_attribute("alt").unwrap_or_default();
        let said = node("span");
        said.set_text_content(Some(if alt.is_empty() { words.picture_missing } else { &alt }));
        let (file, said): (&Node, &Node) = (file, &said);
        place.replace_child(said, file).ok()?;
    } else if !place.class_list().contains("missing") {
        class(&place, "missing", true);
        let mut to = Writer::new(&place, words.language);
        to.open("p label");
        link(&mut to, &address);
        to.text(words.open_file);
    }
    Some(())
}
