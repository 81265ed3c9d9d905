// Firefox, whichever the system has, by geckodriver.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Session } from "./session.mjs";

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
/** Where `cargo xtask test` puts it. */
const OURS = fileURLToPath(new URL("../../../.tools/bin/geckodriver", import.meta.url));
const DRIVER = process.env.GECKODRIVER ?? (existsSync(OURS) ? OURS : "geckodriver");

/** The window is a page and nothing else, as narrow as a phone where it must be. What is not shown at all breaks. */
const SMALL = `
:root { min-width: 0 !important; min-height: 0 !important; }
#navigator-toolbox { position: fixed !important; top: -999px !important; }`;

/** Starts the browser for a reader whose system is like this (the names are Playwright's). */
export async function firefox({ colorScheme, reducedMotion, forcedColors, timezoneId, javaScriptEnabled, deviceScaleFactor, locale }) {
  const folder = await mkdtemp(join(tmpdir(), "quote-timeline-firefox-"));
  const chrome = join(folder, "chrome");
  await mkdir(chrome);
  await writeFile(join(chrome, "userChrome.css"), SMALL);
  const prefs = {
    "toolkit.legacyUserProfileCustomizations.stylesheets": true,
    // The icon of a page is asked for in the page's name, which its policy may forbid.
    "browser.chrome.site_icons": false,
    "browser.tabs.inTitlebar": 0,
    "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
    "ui.prefersReducedMotion": Number(reducedMotion === "reduce"),
    "ui.useAccessibilityTheme": Number(forcedColors === "active"),
    "browser.display.document_color_use": forcedColors === "active" ? 2 : 0,
    "javascript.enabled": javaScriptEnabled !== false,
    "layout.css.devPixelsPerPx": `${deviceScaleFactor ?? 1}`,
    "intl.accept_languages": locale ?? "en-GB",
    "dom.events.testing.asyncClipboard": true,
    "media.autoplay.default": 0,
    "media.autoplay.blocking_policy": 0,
  };
  return Session.start({
    program: DRIVER,
    words: (port) => ["--port", `${port}`],
    capabilities: { "moz:firefoxOptions": { binary: FIREFOX, args: ["-headless", "-profile", folder], prefs } },
    folder,
    environment: timezoneId ? { TZ: timezoneId } : {},
  });
}
