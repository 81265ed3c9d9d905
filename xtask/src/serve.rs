//! `demo`: the pages of the repository, read-only, on a loopback address.
//!
//! Small on purpose: it answers GET and HEAD with files of three folders, one thread a connection.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::{failure::Failure, root, run::say};

/// The port where none is given.
pub(crate) const PORT: u16 = 8080;

/// The folders of the repository that are served.
const SERVED: [&str; 3] = ["www", "pkg", "data"];

/// No request line with its headers is longer, in bytes.
const LONGEST: u64 = 16 * 1024;

/// A browser opens connections ahead of need; one that stays silent this long is closed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes the port; browsers may connect already, and are answered once it is served.
pub(crate) fn listen(port: u16) -> Result<TcpListener, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => Failure::PortTaken(port),
        _ => Failure::Port(port, source),
    })
}

/// Serves the pages until the program is interrupted.
pub(crate) fn serve(listener: &TcpListener) -> Result<(), Failure> {
    let address = listener.local_addr().map_err(|source| Failure::Port(0, source))?;
    say(&format!("\nThe demonstration is at http://{address}/ (Ctrl+C stops it)."));
    for stream in listener.incoming().flatten() {
        // A reader who leaves in the middle of an answer is nobody's error.
        thread::spawn(move || answer(&stream, root()));
    }
    Ok(())
}

fn answer(mut stream: &TcpStream, root: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST)).lines();
    let Some(request) = lines.next().transpose()? else { return Ok(()) };
    // The headers change no answer, but a connection closed over unread bytes is reset.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    stream.write_all(&response(&request, root))
}

/// The whole answer to a request line such as `GET /www/ HTTP/1.1`.
fn response(request: &str, root: &Path) -> Vec<u8> {
    let mut words = request.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return message("400 Bad Request", "", true);
    };
    let with_body = match method {
        "GET" => true,
        "HEAD" => false,
        _ => return message("405 Method Not Allowed", "Allow: GET, HEAD\r\n", true),
    };
    match find(target, root) {
        Found::File(path) => match fs::read(&path) {
            Ok(bytes) => head_and_body("200 OK", content_type(&path), "", &bytes, with_body),
            Err(_) => message("404 Not Found", "", with_body),
        },
        Found::Elsewhere(to) => message("302 Found", &format!("Location: {to}\r\n"), with_body),
        Found::Nothing => message("404 Not Found", "", with_body),
    }
}

fn message(status: &str, header: &str, with_body: bool) -> Vec<u8> {
    head_and_body(status, "text/plain; charset=utf-8", header, status.as_bytes(), with_body)
}

fn head_and_body(status: &str, kind: &str, header: &str, body: &[u8], with_body: bool) -> Vec<u8> {
    let length = body.len();
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{header}\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
    .into_bytes();
    if with_body {
        bytes.extend_from_slice(body);
    }
    bytes
}

/// What is at an address.
#[derive(Debug, PartialEq)]
enum Found {
    File(PathBuf),
    Elsewhere(String),
    Nothing,
}

fn find(target: &str, root: &Path) -> Found {
    let (address, query) = target.split_once('?').map_or((target, None), |(a, q)| (a, Some(q)));
    let elsewhere = |to: &str| {
        Found::Elsewhere(query.map_or_else(|| to.to_owned(), |query| format!("{to}?{query}")))
    };
    if address == "/" {
        return elsewhere("/www/");
    }
    let Some(inside) = relative(address) else { return Found::Nothing };
    // Links are followed first: none may lead out of the folders that are served.
    let Ok(path) = root.join(inside).canonicalize() else { return Found::Nothing };
    let within = |folder: &str| root.join(folder).canonicalize().is_ok_and(|f| path.starts_with(f));
    if !SERVED.into_iter().any(within) {
        return Found::Nothing;
    }
    if !path.is_dir() {
        return Found::File(path);
    }
    if address.ends_with('/') {
        return Found::File(path.join("index.html"));
    }
    elsewhere(&format!("{address}/"))
}

/// The path inside the repository that an address means; `None` where it may not be served.
fn relative(address: &str) -> Option<PathBuf> {
    let address = percent_decoded(address.strip_prefix('/')?)?;
    let address = address.strip_suffix('/').unwrap_or(&address);
    let mut path = PathBuf::new();
    for name in address.split('/') {
        // `.`, `..`, hidden files, `//`, and what other systems take for a separator or a drive.
        if name.is_empty() || name.starts_with('.') || name.contains(['\\', ':', '\0']) {
            return None;
        }
        path.push(name);
    }
    SERVED.into_iter().any(|folder| path.starts_with(folder)).then_some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        // `from_str_radix` would take a sign for a digit.
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wav") => "audio/wav",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that is gone after the test.
    struct Folder(PathBuf);

    impl std::ops::Deref for Folder {
        type Target = Path;
        fn deref(&self) -> &Path {
            &self.0
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// A repository with one page, one script, one secret, and a link that leads out.
    fn repository(name: &str) -> Folder {
        let root = std::env::temp_dir().join(format!("xtask-serve-{name}-{}", std::process::id()));
        for folder in ["www/hosts", "pkg", "data"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        fs::write(root.join("secret.txt"), "secret").unwrap();
        fs::write(root.join("www/.hidden"), "secret").unwrap();
        fs::write(root.join("www/index.html"), "<p>page").unwrap();
        fs::write(root.join("www/hosts/a b.html"), "<p>host").unwrap();
        fs::write(root.join("pkg/x.wasm"), "wasm").unwrap();
        #[cfg(unix)]
        let _ = std::os::unix::fs::symlink(root.join("secret.txt"), root.join("www/link.txt"));
        Folder(root)
    }

    fn get(target: &str, root: &Path) -> String {
        String::from_utf8(response(&format!("GET {target} HTTP/1.1"), root)).unwrap()
    }

    #[test]
    fn the_root_leads_to_the_demonstration() {
        let root = repository("root");
        let answer = get("/?lang=fr", &root);
        assert!(answer.starts_with("HTTP/1.1 302"));
        assert!(answer.contains("Location: /www/?lang=fr\r\n"));
        assert!(get("/www", &root).contains("Location: /www/\r\n"));
        assert!(get("/www/?lang=fr", &root).ends_with("\r\n\r\n<p>page"));
    }

    #[test]
    fn files_come_with_their_type_and_are_not_cached() {
        let root = repository("types");
        assert!(get("/pkg/x.wasm", &root).contains("Content-Type: application/wasm\r\n"));
        assert!(get("/www/hosts/a%20b.html", &root).contains("text/html; charset=utf-8"));
        assert!(get("/www/index.html", &root).contains("Cache-Control: no-store\r\n"));
    }

    #[test]
    fn nothing_outside_the_served_folders_can_be_had() {
        let root = repository("outside");
        for target in [
            "/secret.txt",
            "/www/../secret.txt",
            "/www/%2e%2e/secret.txt",
            "/www/%2E%2E%2Fsecret.txt",
            "/www/..%5csecret.txt",
            "/www/hosts/../../secret.txt",
            "//etc/passwd",
            "/www//etc/passwd",
            "/www/link.txt",
            "/www/.hidden",
            "/.git/config",
            "/wwwx/index.html",
            "/www/%00",
            "/www/%+2",
            "/www/%f",
            "www/index.html",
            "http://host/www/index.html",
            "*",
            "",
        ] {
            assert!(get(target, &root).starts_with("HTTP/1.1 404"), "{target}");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let root = repository("methods");
        let answer = response("HEAD /www/ HTTP/1.1", &root);
        assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n") && answer.ends_with(b"\r\n\r\n"));
        assert!(response("PUT /www/ HTTP/1.1", &root).starts_with(b"HTTP/1.1 405"));
        assert!(response("nonsense", &root).starts_with(b"HTTP/1.1 400"));
    }
}
