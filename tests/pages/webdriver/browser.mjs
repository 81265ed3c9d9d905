// A browser driven by WebDriver, with the names that Playwright's browsers have. What Playwright asks of a
// page, such as a dark look, is asked of the whole browser when it starts; browsers are kept for pages that
// ask for the same.
import { Network } from "./network.mjs";
import { Page } from "./page.mjs";

export class Browser {
  #start;
  #network = new Network();
  #idle = new Map();
  #started = new Set();

  /** `start` gives a session for the options of a context. */
  constructor(start) {
    this.#start = start;
  }

  /** What the server shows each request first. */
  watch = (request, response) => this.#network.watch(request, response);

  async newContext({ viewport, ...wanted } = {}) {
    const key = JSON.stringify(wanted);
    const idle = this.#idle.get(key) ?? [];
    this.#idle.set(key, idle);
    const session = idle.pop() ?? (await this.#start(wanted));
    this.#started.add(session);
    const page = new Page(session, this.#network);
    this.#network.attach(page);
    await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
    const close = async () => {
      page.leave();
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

  async close() {
    await Promise.all([...this.#started].map((session) => session.close()));
  }
}
