//! The browsers that the tests drive, found or installed: Chromium, Firefox and `WebKitGTK`, each
//! with its driver.

use std::{ffi::OsString, fs, path::PathBuf, process::Command, str::FromStr};

use crate::{
    failure::Failure,
    run::{ask, on_path, run, say},
    tools,
};

/// A browser and the program that drives it.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Finds Chromium with its driver, or installs both where the system is Debian or Ubuntu.
    pub(crate) fn ready() -> Result<Self, Failure> {
        if let Some(browser) = Self::find() {
            return browser.matched();
        }
        let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
        if !is_debian(&release) || on_path("apt-get").is_none() {
            return Err(missing("Install both and put them on the PATH"));
        }
        install(&["chromium", "chromium-driver"]).map_err(|_| {
            missing(
                "apt-get could not install them (its own message is above); install the \
                     packages chromium and chromium-driver by hand",
            )
        })?;
        Self::find().ok_or_else(|| missing("Put both on the PATH"))?.matched()
    }

    fn find() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        let chromium = names.into_iter().find_map(on_path)?;
        Some(Self { chromium, driver: on_path("chromedriver")? })
    }

    /// A driver refuses a browser of another major version with a long message.
    fn matched(self) -> Result<Self, Failure> {
        let version = |program| major(&ask(Command::new(program).arg("--version"))?);
        let (browser, driver) = (version(&self.chromium), version(&self.driver));
        match (browser, driver) {
            (Some(browser), Some(driver)) if browser != driver => Err(Failure::Missing {
                what: format!("A chromedriver for Chromium {browser} (the one here is {driver})"),
                advice: "Install the two in one version and run this again.".to_owned(),
            }),
            _ => Ok(self),
        }
    }
}

/// A browser engine that the suite in the wasm and the page tests run in.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// What programs and people call it on a command line.
    pub(crate) fn tag(self) -> String {
        self.name().to_lowercase()
    }

    /// What wasm-pack is told of it: which it is, and the program that drives it.
    pub(crate) fn options(self) -> Result<[OsString; 3], Failure> {
        Ok(match self {
            Self::Chromium => {
                ["--chrome".into(), "--chromedriver".into(), Browser::ready()?.driver.into()]
            }
            Self::Firefox => {
                self.firefox()?;
                ["--firefox".into(), "--geckodriver".into(), tools::geckodriver()?.into()]
            }
            // wasm-bindgen knows the protocol by the name of Safari's program.
            Self::WebKit => {
                ["--safari".into(), "--safaridriver".into(), self.webkit_driver()?.into()]
            }
        })
    }

    /// Tells page tests, by the environment, which engine to open pages in and where it is.
    pub(crate) fn told(self, command: &mut Command) -> Result<(), Failure> {
        command.env("ENGINE", self.tag());
        match self {
            Self::Chromium => command.env("CHROMIUM", Browser::ready()?.chromium),
            Self::Firefox => {
                command.env("FIREFOX", self.firefox()?).env("GECKODRIVER", tools::geckodriver()?)
            }
            Self::WebKit => command.env("WEBKIT_DRIVER", self.webkit_driver()?),
        };
        Ok(())
    }

    fn firefox(self) -> Result<PathBuf, Failure> {
        self.installed(&["firefox-esr"], &["firefox-esr", "firefox"])
    }

    fn webkit_driver(self) -> Result<PathBuf, Failure> {
        // WebKitGTK has no mode without a screen.
        self.installed(&["xvfb", "xauth"], &["xvfb-run"])?;
        self.installed(&["webkit2gtk-driver"], &["WebKitWebDriver"])
    }

    /// A program, found by one of its names or installed by these packages.
    fn installed(self, packages: &[&str], names: &[&str]) -> Result<PathBuf, Failure> {
        let find = || names.iter().copied().find_map(on_path);
        if let Some(program) = find() {
            return Ok(program);
        }
        let absent = || Failure::Missing {
            what: format!("{} ({})", self.name(), names.join(" or ")),
            advice: format!(
                "Install it (on Debian: {}) and run this again, or leave this engine out: \
                 cargo xtask test --engines=chromium",
                packages.join(" ")
            ),
        };
        let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
        if !is_debian(&release) || on_path("apt-get").is_none() {
            return Err(absent());
        }
        install(packages).map_err(|_| absent())?;
        find().ok_or_else(absent)
    }
}

impl FromStr for Engine {
    type Err = Failure;

    fn from_str(name: &str) -> Result<Self, Failure> {
        let engine = Self::ALL.into_iter().find(|engine| engine.name().eq_ignore_ascii_case(name));
        engine.ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            Failure::Usage(format!("There is no engine `{name}`; the engines are {names}."))
        })
    }
}

/// Installs packages of Debian.
fn install(packages: &[&str]) -> Result<(), Failure> {
    say(&format!("Installing {} with apt-get (once, a minute or two)…", packages.join(" ")));
    // A fresh machine knows no package before the update. A server that does not answer is asked again, and is then a failure: apt-get by itself goes
    // on with what it knew, and installs browsers that are months old.
    apt_get(&["update", "--option=Acquire::Retries=3", "--option=APT::Update::Error-Mode=any"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

/// Runs apt-get as root.
fn apt_get(words: &[&str]) -> Result<(), Failure> {
    let root = ask(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    run(command.env("DEBIAN_FRONTEND", "noninteractive").args(words))
}

fn missing(advice: &str) -> Failure {
    Failure::Missing {
        what: "Chromium (or Chrome) with its chromedriver".to_owned(),
        advice: format!("{advice}, then run this again."),
    }
}

/// Whether the system, as /etc/os-release describes it, installs with apt.
fn is_debian(release: &str) -> bool {
    let values = release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")));
    values
        .flat_map(|value| value.trim_matches('"').split_whitespace())
        .any(|name| name == "debian" || name == "ubuntu")
}

/// The major version in a line such as `Chromium 156.0.8078.79 built on Debian`.
fn major(text: &str) -> Option<u32> {
    text.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relatives_of_debian_are_known() {
        assert!(is_debian("PRETTY_NAME=\"x\"\nID=debian\n"));
        assert!(is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian("ID=fedora\nNAME=debian\n"));
    }

    #[test]
    fn engines_go_by_their_names() {
        assert!(matches!("firefox".parse(), Ok(Engine::Firefox)));
        assert!("opera".parse::<Engine>().is_err());
    }

    #[test]
    fn the_major_version_is_read_from_both_programs() {
        assert_eq!(major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12"), Some(156));
        assert_eq!(major("ChromeDriver 156.0.8078.79 (a21ce95c24ce-refs/branch-heads)"), Some(156));
        assert_eq!(major("no version"), None);
    }
}
