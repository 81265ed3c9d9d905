// The browsers that pages are opened in.
import { readFile } from "node:fs/promises";
import { chromium, firefox } from "playwright-core";
import { Browser } from "./webkit/browser.mjs";

const STARTS = {
  async chromium() {
    const settings = await readFile(new URL("../../webdriver.json", import.meta.url), "utf8");
    const { args } = JSON.parse(settings)["goog:chromeOptions"];
    return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  },

  /** The Firefox of the system, by WebDriver BiDi: Playwright's own build is a download. */
  firefox: () => firefox.launch({ channel: "moz-firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" }),

  /** The WebKitGTK of the system, by WebDriver: Playwright's own build is a download, and the only one it drives. */
  webkit: async () => new Browser(),
};

export const ENGINES = Object.keys(STARTS);

/** Which browser the pages of a test are opened in. */
export const engine = process.env.ENGINE ?? "chromium";

/** Starts a browser; the server of its pages lets `watch`, if it has that, see each request first. */
export function launch(engine) {
  const start = STARTS[engine];
  if (!start) throw new Error(`There is no engine ${engine}; the engines are ${ENGINES.join(", ")}.`);
  return start();
}
