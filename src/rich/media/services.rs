//! Services whose pages can be shown in a frame, and those that are only named.

use super::Shape;
use super::url::{Url, word};
use crate::join::{digits, join};

/// A service.
pub(super) struct Service {
    /// Its hosts are this domain and what is in it.
    domain: &'static str,
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    /// The address of a frame for a page of its; nothing where there is none that is safe: one that
    /// needs no script in our page and no name of the reader.
    pub(super) frame: fn(&Url<'_>) -> Option<String>,
}

const fn film(
    domain: &'static str,
    name: &'static str,
    frame: fn(&Url<'_>) -> Option<String>,
) -> Service {
    Service { domain, name, shape: Shape::Film, frame }
}

const fn sound(
    domain: &'static str,
    name: &'static str,
    frame: fn(&Url<'_>) -> Option<String>,
) -> Service {
    Service { domain, name, shape: Shape::Sound, frame }
}

const fn page(
    domain: &'static str,
    name: &'static str,
    frame: fn(&Url<'_>) -> Option<String>,
) -> Service {
    Service { domain, name, shape: Shape::Page, frame }
}

/// More particular domains come first.
static SERVICES: [Service; 33] = [
    film("youtube.com", "YouTube", youtube),
    film("youtu.be", "YouTube", youtube),
    film("youtube-nocookie.com", "YouTube", youtube),
    film("vimeo.com", "Vimeo", vimeo),
    film("dailymotion.com", "Dailymotion", dailymotion),
    film("dai.ly", "Dailymotion", dailymotion),
    film("tiktok.com", "TikTok", tiktok),
    film("archive.org", "Internet Archive", archive),
    sound("soundcloud.com", "SoundCloud", soundcloud),
    sound("spotify.com", "Spotify", spotify),
    page("documentcloud.org", "DocumentCloud", documentcloud),
    page("docs.google.com", "Google Docs", document),
    page("drive.google.com", "Google Drive", document),
    page("maps.app.goo.gl", "Google Maps", nothing),
    page("twitch.tv", "Twitch", nothing),
    page("twitter.com", "X", nothing),
    page("x.com", "X", nothing),
    page("instagram.com", "Instagram", nothing),
    page("facebook.com", "Facebook", nothing),
    page("fb.watch", "Facebook", nothing),
    page("threads.net", "Threads", nothing),
    page("bsky.app", "Bluesky", nothing),
    page("linkedin.com", "LinkedIn", nothing),
    page("reddit.com", "Reddit", nothing),
    page("t.me", "Telegram", nothing),
    page("flickr.com", "Flickr", nothing),
    page("flic.kr", "Flickr", nothing),
    page("imgur.com", "Imgur", nothing),
    page("vine.co", "Vine", nothing),
    page("scribd.com", "Scribd", nothing),
    page("commons.wikimedia.org", "Wikimedia Commons", nothing),
    page("wikipedia.org", "Wikipedia", nothing),
    page("wikisource.org", "Wikisource", nothing),
];

/// Of Google's many domains.
static MAPS: Service = page("", "Google Maps", maps);
/// Of anyone's host.
static MASTODON: Service = page("", "Mastodon", nothing);

/// The service that an address is of.
pub(super) fn service(url: &Url<'_>) -> Option<&'static Service> {
    let google = url.name().strip_prefix("maps.").unwrap_or(url.name()).starts_with("google.");
    if google && (url.path.starts_with("/maps") || url.host.starts_with("maps.")) {
        return Some(&MAPS);
    }
    let known = SERVICES.iter().find(|service| url.is_in(service.domain));
    known.or_else(|| {
        let mut steps = url.steps();
        let of_someone = steps.next().is_some_and(|step| step.starts_with('@'));
        let number = steps.next().is_some_and(is_number) && steps.next().is_none();
        (of_someone && number).then_some(&MASTODON)
    })
}

/// The picture that a page about a picture shows.
pub(super) fn image(url: &Url<'_>) -> Option<String> {
    if url.is_in("imgur.com") && url.steps().count() == 1 && !url.path.contains('.') {
        return Some(join(&["https://i.imgur.com/", word(url.steps().next()?)?, ".jpg"]));
    }
    // `/wiki/File:Name.jpg`, in any language, and `/wiki/Page#/media/File:Name.jpg`.
    if url.is_in("wikimedia.org") || url.is_in("wikipedia.org") {
        let page = url.fragment.strip_prefix("/media/").or(url.path.strip_prefix("/wiki/"))?;
        let (_, name) = page.split_once(':')?;
        if super::kind(name) == Some('i') {
            let host = if url.is_in("wikimedia.org") { "commons.wikimedia.org" } else { &url.host };
            return Some(join(&["https://", host, "/wiki/Special:FilePath/", name, "?width=960"]));
        }
    }
    None
}

/// Hosts that serve pictures under names that do not say so.
pub(super) fn is_image_host(url: &Url<'_>) -> bool {
    [
        "pbs.twimg.com",
        "images.unsplash.com",
        "googleusercontent.com",
        "staticflickr.com",
        "i.imgur.com",
    ]
    .iter()
    .any(|host| url.is_in(host))
}

fn nothing(_: &Url<'_>) -> Option<String> {
    None
}

fn youtube(url: &Url<'_>) -> Option<String> {
    let first = url.steps().next().unwrap_or_default();
    let id = url.value("v").or_else(|| url.behind(&["embed", "shorts", "live", "v"]));
    let id = id.or_else(|| if url.is_in("youtu.be") { word(first) } else { None });
    let list = url.value("list");
    let mut frame = join(&[
        "https://www.youtube-nocookie.com/embed/",
        // A list without a film begins with its first.
        id.or(list.map(|_| "videoseries"))?,
        "?autoplay=1",
    ]);
    let start = url.value("t").or_else(|| url.value("start")).map_or(0, seconds);
    if start > 0 {
        frame.push_str(&join(&["&start=", &digits(start)]));
    }
    if let Some(list) = list {
        frame.push_str(&join(&["&list=", list]));
    }
    Some(frame)
}

/// A time such as `90`, `90s` or `1h2m3s`, in seconds.
fn seconds(text: &str) -> usize {
    let (mut whole, mut number) = (0_usize, 0_usize);
    for byte in text.bytes() {
        let unit = match byte {
            b'h' => 3600,
            b'm' => 60,
            b's' => 1,
            digit => {
                let digit = digit.wrapping_sub(b'0');
                number = number.wrapping_mul(10).wrapping_add(digit.into());
                continue;
            }
        };
        whole = whole.wrapping_add(number.wrapping_mul(unit));
        number = 0;
    }
    whole.wrapping_add(number)
}

fn vimeo(url: &Url<'_>) -> Option<String> {
    let mut steps = url.steps();
    let id = steps.find(|step| is_number(step))?;
    let mut frame = join(&["https://player.vimeo.com/video/", id, "?dnt=1&autoplay=1"]);
    // Films that are not listed have a key.
    if let Some(key) = url.value("h").or_else(|| word(steps.next()?)) {
        frame.push_str(&join(&["&h=", key]));
    }
    Some(frame)
}

fn dailymotion(url: &Url<'_>) -> Option<String> {
    let id = url.behind(&["video"]).or_else(|| url.value("video"));
    let id = id.or_else(|| if url.is_in("dai.ly") { word(url.steps().next()?) } else { None })?;
    // `x8abc_title-of-the-film`
    let id = id.split('_').next()?;
    Some(join(&["https://geo.dailymotion.com/player.html?video=", id]))
}

fn tiktok(url: &Url<'_>) -> Option<String> {
    let id = url.behind(&["video", "v2", "v1"]).filter(|id| is_number(id))?;
    Some(join(&["https://www.tiktok.com/player/v1/", id, "?autoplay=1"]))
}

fn archive(url: &Url<'_>) -> Option<String> {
    let mut steps = url.steps();
    steps.next().filter(|step| matches!(*step, "details" | "embed"))?;
    let id = steps.next()?;
    word(&id.replace('.', "_"))?;
    Some(join(&["https://archive.org/embed/", id]))
}

fn soundcloud(url: &Url<'_>) -> Option<String> {
    let own = if url.host.starts_with("w.") {
        // A player already: the address of the sound is in its query, encoded.
        let mut pairs = url.query.split('&').filter_map(|pair| pair.strip_prefix("url="));
        pairs.next()?.to_owned()
    } else {
        url.steps().next()?;
        join(&["https%3A%2F%2Fsoundcloud.com", &encoded(url.path)])
    };
    Some(join(&["https://w.soundcloud.com/player/?url=", &own, "&auto_play=true"]))
}

fn spotify(url: &Url<'_>) -> Option<String> {
    let kinds = ["track", "album", "playlist", "episode", "show", "artist"];
    let kind = url.steps().find(|step| kinds.contains(step))?;
    Some(join(&["https://open.spotify.com/embed/", kind, "/", url.behind(&[kind])?]))
}

fn documentcloud(url: &Url<'_>) -> Option<String> {
    let mut steps = url.steps();
    steps.find(|step| *step == "documents")?;
    let id = steps.next()?;
    let id = word(id.strip_suffix(".html").unwrap_or(id))?;
    Some(join(&["https://embed.documentcloud.org/documents/", id, "/?embed=1"]))
}

/// What was published on the web is shown as it is, the rest as a preview.
fn document(url: &Url<'_>) -> Option<String> {
    url.steps().find(|step| *step == "d")?;
    let (before, last) = url.path.rsplit_once('/')?;
    let last = match last {
        "pub" | "pubhtml" | "embed" | "pubembed" => last,
        "edit" | "view" | "preview" => "preview",
        _ => return None,
    };
    let rest = if last == "preview" { "" } else { url.query };
    let mark = if rest.is_empty() { "" } else { "?" };
    Some(join(&["https://", &url.host, before, "/", last, mark, rest]))
}

/// Only maps made to be embedded.
fn maps(url: &Url<'_>) -> Option<String> {
    if url.path == "/maps/embed" || url.query.contains("output=embed") {
        return Some(join(&["https://www.google.com", url.path, "?", url.query]));
    }
    let drawn = url.path.starts_with("/maps/d/");
    let map = url.value("mid").filter(|_| drawn)?;
    Some(join(&["https://www.google.com/maps/d/embed?mid=", map]))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text as a value in a query (RFC 3986, 2.3). What is encoded already stays so.
fn encoded(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(HEX.get(usize::from(half)).map_or('0', |digit| char::from(*digit)));
            }
        }
    }
    out
}
