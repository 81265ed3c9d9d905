// WebKitGTK, with the names that Playwright's browsers have. What Playwright asks of a page, such as a dark
// look, is asked of the whole browser when it starts; browsers are kept for pages that ask for the same.
import { Session } from "./driver.mjs";
import { Network } from "./network.mjs";
import { Page } from "./page.mjs";

/** What a browser is started with, for the options of a context. */
const settings = ({ colorScheme, reducedMotion, timezoneId, javaScriptEnabled, deviceScaleFactor }) => ({
  animations: reducedMotion !== "reduce",
  environment: {
    ...(timezoneId && { TZ: timezoneId }),
    ...(deviceScaleFactor && { GDK_SCALE: `${deviceScaleFactor}` }),
  },
  arguments: [
    ...(colorScheme === "dark" ? ["--dark-mode"] : []),
    ...(javaScriptEnabled === false ? ["--enable-javascript=false"] : []),
    "--javascript-can-access-clipboard=true",
  ],
});

export class Browser {
  #network = new Network();
  #idle = new Map();
  #started = new Set();

  /** What the server shows each request first. */
  watch = (request, response) => this.#network.watch(request, response);

  async newContext({ viewport, ...options } = {}) {
    const wanted = settings(options);
    const key = JSON.stringify(wanted);
    const idle = this.#idle.get(key) ?? [];
    this.#idle.set(key, idle);
    const session = idle.pop() ?? (await this.#start(wanted));
    const page = new Page(session, this.#network);
    this.#network.attach(page);
    await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
    const close = async () => {
      await page.evaluate(() => {
        sessionStorage.clear();
        localStorage.clear();
      }).catch(() => {});
      await session.send("POST", "/url", { url: "about:blank" });
      await session.send("DELETE", "/actions");
      idle.push(session);
    };
    const context = { newPage: async () => page, close };
    page.context = () => context;
    return context;
  }

  async #start(wanted) {
    const session = await Session.start(wanted);
    this.#started.add(session);
    return session;
  }

  async close() {
    await Promise.all([...this.#started].map((session) => session.close()));
  }
}
