//! Services whose pages can be shown in a frame, and those that are only named.

use super::Shape;
use super::url::{Url, word};
use crate::join::{join, push_number};
use crate::rich::cut::{cut, cut_last, is_one_of, parts};

/// A service.
pub(super) struct Service {
    /// Its hosts are these domains and what is in them.
    domains: &'static str,
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    /// Where the address of its frame begins. It needs no script in our page.
    start: &'static str,
    /// Writes how that address goes on for one of its pages, where there is a frame of that.
    rest: Rest,
}

type Rest = fn(&Url<'_>, &mut String) -> Option<()>;

impl Service {
    /// The address of a frame for one of its pages, where there is one.
    pub(super) fn frame(&self, url: &Url<'_>) -> Option<String> {
        let mut frame = self.start.to_owned();
        (self.rest)(url, &mut frame)?;
        Some(frame)
    }
}

const fn film(
    domains: &'static str,
    name: &'static str,
    start: &'static str,
    rest: Rest,
) -> Service {
    Service { domains, name, shape: Shape::Film, start, rest }
}

const fn sound(
    domains: &'static str,
    name: &'static str,
    start: &'static str,
    rest: Rest,
) -> Service {
    Service { domains, name, shape: Shape::Sound, start, rest }
}

const fn page(
    domains: &'static str,
    name: &'static str,
    start: &'static str,
    rest: Rest,
) -> Service {
    Service { domains, name, shape: Shape::Page, start, rest }
}

static SERVICES: [Service; 10] = [
    film(
        "youtube.com youtu.be youtube-nocookie.com",
        "YouTube",
        "https://www.youtube-nocookie.com/embed/",
        youtube,
    ),
    film("vimeo.com", "Vimeo", "https://player.vimeo.com/video/", vimeo),
    film(
        "dailymotion.com dai.ly",
        "Dailymotion",
        "https://geo.dailymotion.com/player.html?video=",
        dailymotion,
    ),
    film("tiktok.com", "TikTok", "https://www.tiktok.com/player/v1/", tiktok),
    film("archive.org", "Internet Archive", "https://archive.org/embed/", archive),
    sound("soundcloud.com", "SoundCloud", "https://w.soundcloud.com/player/?url=", soundcloud),
    sound("spotify.com", "Spotify", "https://open.spotify.com/embed/", spotify),
    page(
        "documentcloud.org",
        "DocumentCloud",
        "https://embed.documentcloud.org/documents/",
        documentcloud,
    ),
    page("docs.google.com", "Google Docs", "https://", document),
    page("drive.google.com", "Google Drive", "https://", document),
];

/// Services that are only named, with their domains; more particular ones come first.
const NAMED: &str = "maps.app.goo.gl=Google Maps|twitch.tv=Twitch|twitter.com=X|x.com=X|\
    instagram.com=Instagram|facebook.com=Facebook|fb.watch=Facebook|threads.net=Threads|\
    bsky.app=Bluesky|linkedin.com=LinkedIn|reddit.com=Reddit|t.me=Telegram|flickr.com=Flickr|\
    flic.kr=Flickr|imgur.com=Imgur|vine.co=Vine|scribd.com=Scribd|\
    commons.wikimedia.org=Wikimedia Commons|wikipedia.org=Wikipedia|wikisource.org=Wikisource";

/// Of Google's many domains.
static MAPS: Service = page("", "Google Maps", "https://www.google.com", maps);

/// The service that an address is of.
pub(super) fn service(url: &Url<'_>) -> Option<&'static Service> {
    let google = url.name().strip_prefix("maps.").unwrap_or(url.name()).starts_with("google.");
    if google && (url.path.starts_with("/maps") || url.host.starts_with("maps.")) {
        return Some(&MAPS);
    }
    SERVICES.iter().find(|service| url.is_in_any(service.domains))
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
    let mut steps = url.steps();
    if let (Some(step), None) = (steps.next(), steps.next())
        && url.is_in("imgur.com")
    {
        return Some(join(&["https://i.imgur.com/", word(step)?, ".jpg"]));
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
    url.is_in_any(
        "pbs.twimg.com images.unsplash.com googleusercontent.com staticflickr.com i.imgur.com",
    )
}

fn youtube(url: &Url<'_>, to: &mut String) -> Option<()> {
    let id = url.value("v").or_else(|| url.behind("embed shorts live v"));
    let id = id.or_else(|| if url.is_in("youtu.be") { word(url.first()?) } else { None });
    let list = url.value("list");
    // A list without a film begins with its first.
    to.push_str(id.or(list.map(|_| "videoseries"))?);
    to.push_str("?autoplay=1");
    let start = url.value("t").or_else(|| url.value("start")).map_or(0, seconds);
    if start > 0 {
        to.push_str("&start=");
        push_number(to, start);
    }
    if let Some(list) = list {
        to.push_str("&list=");
        to.push_str(list);
    }
    Some(())
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

fn vimeo(url: &Url<'_>, to: &mut String) -> Option<()> {
    let mut steps = url.steps();
    to.push_str(steps.find(|step| is_number(step))?);
    to.push_str("?dnt=1&autoplay=1");
    // Films that are not listed have a key.
    if let Some(key) = url.value("h").or_else(|| word(steps.next()?)) {
        to.push_str("&h=");
        to.push_str(key);
    }
    Some(())
}

fn dailymotion(url: &Url<'_>, to: &mut String) -> Option<()> {
    let id = url.behind("video").or_else(|| url.value("video"));
    let id = id.or_else(|| if url.is_in("dai.ly") { word(url.first()?) } else { None })?;
    // `x8abc_title-of-the-film`
    to.push_str(cut(id, b"_").0);
    Some(())
}

fn tiktok(url: &Url<'_>, to: &mut String) -> Option<()> {
    to.push_str(url.behind("video v2 v1").filter(|id| is_number(id))?);
    to.push_str("?autoplay=1");
    Some(())
}

fn archive(url: &Url<'_>, to: &mut String) -> Option<()> {
    let mut steps = url.steps();
    steps.next().filter(|step| is_one_of(step, "details embed"))?;
    let id = steps.next()?;
    to.push_str(id);
    if parts(id, b".").all(|part| word(part).is_some()) { Some(()) } else { None }
}

fn soundcloud(url: &Url<'_>, to: &mut String) -> Option<()> {
    if url.host.starts_with("w.") {
        // A player already: the address of the sound is in its query, encoded.
        to.push_str(parts(url.query, b"&").find_map(|pair| pair.strip_prefix("url="))?);
    } else {
        url.first()?;
        to.push_str("https%3A%2F%2Fsoundcloud.com");
        push_encoded(to, url.path);
    }
    to.push_str("&auto_play=true");
    Some(())
}

fn spotify(url: &Url<'_>, to: &mut String) -> Option<()> {
    let mut steps = url.steps();
    let kind = steps.find(|step| is_one_of(step, "track album playlist episode show artist"))?;
    to.push_str(kind);
    to.push('/');
    to.push_str(word(steps.next()?)?);
    Some(())
}

fn documentcloud(url: &Url<'_>, to: &mut String) -> Option<()> {
    let mut steps = url.steps();
    steps.find(|step| *step == "documents")?;
    let id = steps.next()?;
    to.push_str(word(id.strip_suffix(".html").unwrap_or(id))?);
    to.push_str("/?embed=1");
    Some(())
}

/// What was published on the web is shown as it is, the rest as a preview.
fn document(url: &Url<'_>, to: &mut String) -> Option<()> {
    url.steps().find(|step| *step == "d")?;
    let (before, last) = cut_last(url.path, b'/');
    let public = is_one_of(last, "pub pubhtml embed pubembed");
    if !public && !is_one_of(last, "edit view preview") {
        return None;
    }
    to.push_str(&url.host);
    to.push_str(before);
    to.push('/');
    to.push_str(if public { last } else { "preview" });
    if public && !url.query.is_empty() {
        to.push('?');
        to.push_str(url.query);
    }
    Some(())
}

/// Only maps made to be embedded.
fn maps(url: &Url<'_>, to: &mut String) -> Option<()> {
    if url.path == "/maps/embed" || url.value("output") == Some("embed") {
        to.push_str(url.path);
        to.push('?');
        to.push_str(url.query);
        return Some(());
    }
    let drawn = url.path.starts_with("/maps/d/");
    to.push_str("/maps/d/embed?mid=");
    to.push_str(url.value("mid").filter(|_| drawn)?);
    Some(())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Writes a text as a value in a query (RFC 3986, 2.3). What is encoded already stays so.
fn push_encoded(to: &mut String, text: &str) {
    let hex = |half: u8| char::from(half + if half < 10 { b'0' } else { b'A' - 10 });
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte) {
            to.push(char::from(byte));
        } else {
            to.push('%');
            to.push(hex(byte >> 4));
            to.push(hex(byte & 15));
        }
    }
}
