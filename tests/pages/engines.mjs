// The browsers that pages are opened in.
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { Browser } from "./webdriver/browser.mjs";
import { firefox } from "./webdriver/firefox.mjs";
import { webkitgtk } from "./webdriver/webkitgtk.mjs";

const STARTS = {
  async chromium() {
    const settings = await readFile(new URL("../../webdriver.json", import.meta.url), "utf8");
    const { args } = JSON.parse(settings)["goog:chromeOptions"];
    return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  },

  // Of these two Playwright drives only builds that would have to be downloaded, or some versions.
  firefox: async () => new Browser(firefox),
  webkitgtk: async () => new Browser(webkitgtk),
};

export const ENGINES = Object.keys(STARTS);

/** Which browser the pages of a test are opened in. */
export const engine = process.env.ENGINE ?? "chromium";

/** What declares a test that only these engines can do: in the others there is none, since to skip is to fail. */
export const testIn = (...engines) => (engines.includes(engine) ? test : () => {});

/** Starts a browser; the server of its pages lets `watch`, if it has that, see each request first. */
export function launch(engine) {
  const start = STARTS[engine];
  if (!start) throw new Error(`There is no engine ${engine}; the engines are ${ENGINES.join(", ")}.`);
  return start();
}
