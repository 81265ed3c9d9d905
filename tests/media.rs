//! The addresses of media that timelines have, and what is shown for each.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quote_timeline::rich::media::{Show, host, show};

/// What is shown, in a line: its kind, its name, its address.
fn line(address: &str) -> String {
    match show(address) {
        Show::Image(file) => format!("image {file}"),
        Show::Audio(file) => format!("audio {file}"),
        Show::Video(file) => format!("video {file}"),
        Show::Player { service, frame, .. } => format!("player {service} {frame}"),
        Show::Quotation => "quotation".to_owned(),
        Show::Page { service, page } if page == address => format!("page {service}"),
        Show::Page { service, page } => format!("page {service} {page}"),
        Show::Nothing => "nothing".to_owned(),
    }
}

#[expect(clippy::too_many_lines, reason = "a table")]
#[test]
fn every_kind_of_address_is_shown_as_it_can_be() {
    for (address, wanted) in [
        // Pictures.
        ("https://a.org/b.jpg", "image https://a.org/b.jpg"),
        ("http://a.org/b.JPEG?c=d#e", "image http://a.org/b.JPEG?c=d#e"),
        ("https://a.org/b.png", "image https://a.org/b.png"),
        ("https://a.org/b.gif", "image https://a.org/b.gif"),
        ("https://a.org/b.webp", "image https://a.org/b.webp"),
        ("https://a.org/b.avif", "image https://a.org/b.avif"),
        ("https://a.org/b.svg", "image https://a.org/b.svg"),
        ("//a.org/b.svg", "image https://a.org/b.svg"),
        ("/img/b.png", "image /img/b.png"),
        ("../b.png", "image ../b.png"),
        (" b.png ", "image b.png"),
        (
            "https://pbs.twimg.com/media/Abc?format=jpg&name=large",
            "image https://pbs.twimg.com/media/Abc?format=jpg&name=large",
        ),
        (
            "https://pbs.twimg.com/media/Abc.jpg:large",
            "image https://pbs.twimg.com/media/Abc.jpg:large",
        ),
        (
            "https://images.unsplash.com/photo-15?fit=crop",
            "image https://images.unsplash.com/photo-15?fit=crop",
        ),
        (
            "https://lh3.googleusercontent.com/abc=w800",
            "image https://lh3.googleusercontent.com/abc=w800",
        ),
        (
            "https://static.wikia.nocookie.net/x/a.png/revision/latest",
            "image https://static.wikia.nocookie.net/x/a.png/revision/latest",
        ),
        (
            "https://live.staticflickr.com/1/2_3_b.jpg",
            "image https://live.staticflickr.com/1/2_3_b.jpg",
        ),
        ("https://i.imgur.com/abc.gifv", "image https://i.imgur.com/abc.gifv"),
        ("https://imgur.com/a1B2c3D", "image https://i.imgur.com/a1B2c3D.jpg"),
        ("https://imgur.com/a/a1B2c", "page Imgur"),
        (
            "https://www.dropbox.com/s/1/b.png?dl=0",
            "image https://dl.dropboxusercontent.com/s/1/b.png?dl=0",
        ),
        (
            "https://commons.wikimedia.org/wiki/File:A_b.jpg",
            "image https://commons.wikimedia.org/wiki/Special:FilePath/A_b.jpg?width=960",
        ),
        (
            "https://fr.wikipedia.org/wiki/Fichier:A.svg",
            "image https://fr.wikipedia.org/wiki/Special:FilePath/A.svg?width=960",
        ),
        (
            "https://en.wikipedia.org/wiki/A#/media/File:B.png",
            "image https://en.wikipedia.org/wiki/Special:FilePath/B.png?width=960",
        ),
        (
            "https://upload.wikimedia.org/wikipedia/commons/1/1a/B.jpg",
            "image https://upload.wikimedia.org/wikipedia/commons/1/1a/B.jpg",
        ),
        ("https://archive.org/download/a/b.jpg", "image https://archive.org/download/a/b.jpg"),
        // Sounds and films.
        ("https://a.org/b.mp3", "audio https://a.org/b.mp3"),
        ("https://a.org/b.ogg", "audio https://a.org/b.ogg"),
        ("b.oga", "audio b.oga"),
        ("b.wav", "audio b.wav"),
        ("b.m4a", "audio b.m4a"),
        ("https://a.org/b.mp4?c", "video https://a.org/b.mp4?c"),
        ("b.webm", "video b.webm"),
        ("b.ogv", "video b.ogv"),
        ("b.mov", "video b.mov"),
        // Players.
        (
            "https://www.youtube.com/watch?v=abc-_123&feature=share",
            "player YouTube https://www.youtube-nocookie.com/embed/abc-_123?autoplay=1",
        ),
        (
            "http://m.youtube.com/watch?app=x&v=abc#t=1",
            "player YouTube https://www.youtube-nocookie.com/embed/abc?autoplay=1",
        ),
        (
            "https://youtu.be/abc?t=90",
            "player YouTube https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=90",
        ),
        (
            "https://www.youtube.com/watch?v=abc&t=1h2m3s",
            "player YouTube https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=3723",
        ),
        (
            "//www.youtube.com/embed/abc?start=7",
            "player YouTube https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=7",
        ),
        (
            "https://www.youtube.com/shorts/abc",
            "player YouTube https://www.youtube-nocookie.com/embed/abc?autoplay=1",
        ),
        (
            "https://www.youtube.com/live/abc?si=x",
            "player YouTube https://www.youtube-nocookie.com/embed/abc?autoplay=1",
        ),
        (
            "https://www.youtube.com/playlist?list=PL1",
            "player YouTube https://www.youtube-nocookie.com/embed/videoseries?autoplay=1&list=PL1",
        ),
        ("https://www.youtube.com/@someone", "page YouTube"),
        (
            "https://vimeo.com/12345",
            "player Vimeo https://player.vimeo.com/video/12345?dnt=1&autoplay=1",
        ),
        (
            "https://vimeo.com/channels/x/12345",
            "player Vimeo https://player.vimeo.com/video/12345?dnt=1&autoplay=1",
        ),
        (
            "https://vimeo.com/12345/abc",
            "player Vimeo https://player.vimeo.com/video/12345?dnt=1&autoplay=1&h=abc",
        ),
        (
            "https://player.vimeo.com/video/12345?h=abc",
            "player Vimeo https://player.vimeo.com/video/12345?dnt=1&autoplay=1&h=abc",
        ),
        (
            "https://www.dailymotion.com/video/x8abc_title",
            "player Dailymotion https://geo.dailymotion.com/player.html?video=x8abc",
        ),
        (
            "https://dai.ly/x8abc",
            "player Dailymotion https://geo.dailymotion.com/player.html?video=x8abc",
        ),
        (
            "https://www.tiktok.com/@a/video/123",
            "player TikTok https://www.tiktok.com/player/v1/123?autoplay=1",
        ),
        (
            "https://soundcloud.com/a/b c",
            "player SoundCloud https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb%20c&auto_play=true",
        ),
        (
            "https://open.spotify.com/track/1aB?si=x",
            "player Spotify https://open.spotify.com/embed/track/1aB",
        ),
        (
            "https://open.spotify.com/intl-fr/episode/1",
            "player Spotify https://open.spotify.com/embed/episode/1",
        ),
        ("spotify:track:1aB", "player Spotify https://open.spotify.com/embed/track/1aB"),
        (
            "https://archive.org/details/a_b-c.d",
            "player Internet Archive https://archive.org/embed/a_b-c.d",
        ),
        (
            "https://www.documentcloud.org/documents/1-a-b.html",
            "player DocumentCloud https://embed.documentcloud.org/documents/1-a-b/?embed=1",
        ),
        (
            "https://docs.google.com/document/d/1/edit?usp=sharing",
            "player Google Docs https://docs.google.com/document/d/1/preview",
        ),
        (
            "https://docs.google.com/spreadsheets/d/e/1/pubhtml?gid=0",
            "player Google Docs https://docs.google.com/spreadsheets/d/e/1/pubhtml?gid=0",
        ),
        (
            "https://drive.google.com/file/d/1/view",
            "player Google Drive https://drive.google.com/file/d/1/preview",
        ),
        (
            "https://www.google.com/maps/embed?pb=!1",
            "player Google Maps https://www.google.com/maps/embed?pb=!1",
        ),
        (
            "https://www.google.fr/maps/d/u/0/viewer?mid=1aB",
            "player Google Maps https://www.google.com/maps/d/embed?mid=1aB",
        ),
        (
            "https://google.evil.example/maps/embed?pb=1",
            "player Google Maps https://www.google.com/maps/embed?pb=1",
        ),
        // Links.
        ("https://www.google.com/maps/place/Paris", "page Google Maps"),
        ("https://www.twitch.tv/videos/1", "page Twitch"),
        ("https://twitter.com/a/status/1", "page X"),
        ("https://x.com/a/status/1", "page X"),
        ("https://notx.com/a", "page notx.com"),
        ("https://www.instagram.com/p/1/", "page Instagram"),
        ("https://www.facebook.com/a/posts/1", "page Facebook"),
        ("https://bsky.app/profile/a/post/1", "page Bluesky"),
        ("https://mastodon.social/@a/123", "page Mastodon"),
        ("https://www.flickr.com/photos/a/1/", "page Flickr"),
        ("https://en.wikipedia.org/wiki/Mistral_AI", "page Wikipedia"),
        ("https://a.org/b.pdf", "page PDF"),
        ("https://www.lemonde.fr/a", "page lemonde.fr"),
        ("http://a@b.org:80/c", "page b.org"),
        ("page.html", "page page.html"),
        // HTML.
        (
            "<iframe width=1 src='https://www.youtube.com/embed/abc'></iframe>",
            "player YouTube https://www.youtube-nocookie.com/embed/abc?autoplay=1",
        ),
        ("<IFRAME SRC=\"//a.org/b?c&amp;d\">", "player a.org https://a.org/b?c&d"),
        ("<iframe src='/own'>", "page /own /own"),
        ("<iframe src='javascript:alert(1)'>", "nothing"),
        ("<iframe srcdoc='<script>'>", "quotation"),
        ("<iframe src='<iframe src=x>'>", "nothing"),
        ("<div><img src=a.png></div>", "image a.png"),
        ("<video controls><source src=a.mp4></video>", "video a.mp4"),
        ("<blockquote>Words.</blockquote>", "quotation"),
        ("<blockquote class=twitter-tweet><p>Words.</p><script src=x></script>", "quotation"),
        // Nothing.
        ("", "nothing"),
        ("data:image/png;base64,AAAA", "nothing"),
        ("java\tscript:alert(1)", "nothing"),
        ("mailto:a@b.org", "nothing"),
        ("blob:https://a.org/1", "nothing"),
    ] {
        assert_eq!(line(address), wanted, "{address}");
    }
}

proptest! {
    #[test]
    fn nothing_unsafe_is_ever_fetched(
        scheme in prop::sample::select(vec!["", "//", "https://", "http://", "javascript:", "data:", "<iframe src=", "spotify:"]),
        place in prop::sample::select(vec!["youtube.com/embed", "vimeo.com", "docs.google.com/d", "archive.org/details", "open.spotify.com/track", "w.soundcloud.com/player", "google.com/maps/embed", "a.org", "imgur.com", "fr.wikipedia.org/wiki"]),
        rest in "[ -~é]{0,20}",
    ) {
        match show(&format!("{scheme}{place}/{rest}")) {
            Show::Player { frame, page, .. } => {
                prop_assert!(host(&frame).is_some(), "{}", frame);
                prop_assert!(host(&page).is_some(), "{}", page);
            }
            Show::Image(file) | Show::Audio(file) | Show::Video(file) | Show::Page { page: file, .. } => {
                prop_assert!(quote_timeline::rich::file_address(&file).is_some());
            }
            Show::Quotation | Show::Nothing => {}
        }
    }
}
