// WebKitGTK's smallest browser, on a screen that nobody sees: it has no mode without one.
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Session } from "./session.mjs";

const DRIVER = process.env.WEBKIT_DRIVER ?? "WebKitWebDriver";
/** Debian and Fedora keep it beside the library, under the machine's name. */
const BROWSER = 'for own in /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/lib*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser; do [ -x "$own" ] && exec "$own" "$@"; done; exit 127';

/** The window is as narrow as a phone only where the browser's own bar and tabs are. */
const SMALL = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

/** Starts the browser for a reader whose system is like this (the names are Playwright's). */
export async function webkitgtk({ colorScheme, reducedMotion, timezoneId, javaScriptEnabled, deviceScaleFactor }) {
  const folder = await mkdtemp(join(tmpdir(), "quote-timeline-webkit-"));
  const gtk = join(folder, "gtk-3.0");
  await mkdir(gtk);
  await writeFile(join(gtk, "gtk.css"), SMALL);
  await writeFile(join(gtk, "settings.ini"), `[Settings]\ngtk-enable-animations=${Number(reducedMotion !== "reduce")}\n`);
  const words = [
    ...(colorScheme === "dark" ? ["--dark-mode"] : []),
    ...(javaScriptEnabled === false ? ["--enable-javascript=false"] : []),
    "--javascript-can-access-clipboard=true",
    "--autoplay-policy=allow",
  ];
  const binary = { binary: "/bin/sh", args: ["-c", BROWSER, "sh", "--automation", "--full-screen", ...words] };
  return Session.start({
    program: "xvfb-run",
    words: (port) => ["-a", "-s", "-screen 0 2000x2000x24", DRIVER, `--port=${port}`],
    capabilities: { "webkitgtk:browserOptions": binary },
    folder,
    environment: {
      // Its sandbox needs what containers and root do not have; these pages are our own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      NO_AT_BRIDGE: "1",
      LC_ALL: "C.UTF-8",
      LANG: "en_GB.UTF-8",
      XDG_CONFIG_HOME: folder,
      ...(timezoneId && { TZ: timezoneId }),
      ...(deviceScaleFactor && { GDK_SCALE: `${deviceScaleFactor}` }),
    },
  });
}
