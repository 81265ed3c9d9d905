//! Services whose pages can be shown in a frame, and those that are only named.

use super::Shape;
use super::url::{Url, word};
use crate::join::{digits, join};
use crate::rich::cut::{cut, cut_last, parts};

/// A service.
pub(super) struct Service {
    /// Its hosts are this domain and what is in it.
    domain: &'static str,
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    /// The address of a frame for one of its pages, where there is one: it needs no script in our page.
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

static SERVICES: [Service; 13] = [
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
];

/// Services that are only named, with their domains; more particular ones come first.
const NAMED: &str = "maps.app.goo.gl=Google Maps|twitch.tv=Twitch|twitter.com=X|x.com=X|\
    instagram.com=Instagram|facebook.com=Facebook|fb.watch=Facebook|threads.net=Threads|\
    bsky.app=Bluesky|linkedin.com=LinkedIn|reddit.com=Reddit|t.me=Telegram|flickr.com=Flickr|\
    flic.kr=Flickr|imgur.com=Imgur|vine.co=Vine|scribd.com=Scribd|\
    commons.wikimedia.org=Wikimedia Commons|wikipedia.org=Wikipedia|wikisource.org=Wikisource";

/// Of Google's many domains.
static MAPS: Service = page("", "Google Maps", maps);

/// The service that an address is of.
pub(super) fn service(url: &Url<'_>) -> Option<&'static Service> {
    let google = url.name().strip_prefix("maps.").unwrap_or(url.name()).starts_with("google.");
    if google && (url.path.starts_with("/maps") || url.host.starts_with("maps.")) {
        return Some(&MAPS);
    }
    SERVICES.iter().find(|service| url.is_in(service.domain))
}

/// What a service is called that has no frame.
pub(super) fn name(url: &Url<'_>) -> Option<&'static str> {
    for entry in parts(NAMED, b"|") {
        let (domain, name) = cut(entry, b"=");
        if url.is_in(domain) {
            return Some(name);
        }
    }
    // `/@someone/123`, on anyone's host.
    let mut steps = url.steps();
    let of_someone = steps.next().is_some_and(|step| step.starts_with('@'));
    let number = steps.next().is_some_and(is_number) && steps.next().is_none();
    (of_someone && number).then_some("Mastodon")
}

/// The picture that a page about a picture shows.
pub(super) fn image(url: &Url<'_>) -> Option<String> {
    if url.is_in("imgur.com") && url.steps().count() == 1 {
        return Some(join(&["https://i.imgur.com/", word(url.steps().next()?)?, ".jpg"]));
    }
    // `/wiki/File:Name.jpg`, in any language, and `/wiki/Page#/media/File:Name.jpg`.
    if url.is_in("wikimedia.org") || url.is_in("wikipedia.org") {
        let page = url.fragment.strip_prefix("/media/").or(url.path.strip_prefix("/wiki/"))?;
        let (_, name) = cut(page, b":");
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
    let id = cut(id, b"_").0;
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
    if parts(id, b".").any(|part| word(part).is_none()) {
        return None;
    }
    Some(join(&["https://archive.org/embed/", id]))
}

fn soundcloud(url: &Url<'_>) -> Option<String> {
    let own = if url.host.starts_with("w.") {
        // A player already: the address of the sound is in its query, encoded.
        parts(url.query, b"&").find_map(|pair| pair.strip_prefix("url="))?.to_owned()
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
    let (before, last) = cut_last(url.path, b'/');
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
    if url.path == "/maps/embed" || url.value("output") == Some("embed") {
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
