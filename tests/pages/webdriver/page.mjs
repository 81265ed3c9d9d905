// A page, with the names that Playwright's pages have.
import { EventEmitter } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { Clock } from "./clock.mjs";
import { Keyboard, Mouse } from "./input.mjs";
import { Finder, Locator } from "./locator.mjs";
import { matcher } from "./network.mjs";
import { EQUIP, PLAYWRIGHT, asking, calling, valueOf } from "./script.mjs";

/** What the protocol calls an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export class Page extends Finder {
  patience = 30_000;
  #session;
  #network;
  #events = new EventEmitter();
  #url = "about:blank";
  #runs = 0;
  /** Commands wait for each other: those for a frame are several. */
  #last = Promise.resolve();
  #waiting = 0;
  #hearing;
  keyboard = new Keyboard((source) => this.#act(source));
  mouse = new Mouse((source) => this.#act(source));
  clock = new Clock(this);

  constructor(session, network) {
    super();
    this.#session = session;
    this.#network = network;
    // What is said on the console comes with answers: it is asked for while a test asks for nothing.
    this.#hearing = setInterval(() => this.#waiting === 0 && this.evaluate(() => {}).catch(() => {}), 200).unref();
  }

  leave = () => clearInterval(this.#hearing);

  on = (name, hear) => void this.#events.on(name, hear);
  emit = (name, what) => this.#events.emit(name, what);
  setDefaultTimeout = (patience) => (this.patience = patience);
  url = () => this.#url;
  within = (selector) => new Locator(this, selector);
  addInitScript = (init) => this.#network.addInit(typeof init === "function" ? `(${init})()` : init);
  route = async (pattern, handler) => this.#network.route(pattern, handler);

  #alone(work) {
    this.#waiting += 1;
    const done = this.#last.then(work).finally(() => (this.#waiting -= 1));
    this.#last = done.catch(() => {});
    return done;
  }

  #act = (source) => this.#alone(() => this.#session.send("POST", "/actions", { actions: [source] }));

  async #go(path, body) {
    // What was said so far would be lost with the page.
    await this.evaluate(() => {});
    await this.#alone(() => this.#session.send("POST", path, body));
    await this.evaluate(() => {});
  }

  goto = (url) => this.#go("/url", { url });
  reload = () => this.#go("/refresh", {});
  goBack = () => this.#go("/back", {});
  goForward = () => this.#go("/forward", {});

  async setContent(html) {
    await this.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, html);
    await this.until(() => this.evaluate(() => document.readyState === "complete"), "the page's content");
  }

  async setViewportSize({ width, height }) {
    await this.#alone(() => this.#session.send("POST", "/window/rect", { x: 0, y: 0, width, height }));
    await this.until(
      () => this.evaluate(([width, height]) => innerWidth === width && innerHeight === height, [width, height]),
      () => `a window of ${width} by ${height} pixels`,
    );
    // Frames come a little later than sizes.
    await this.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  async screenshot({ path } = {}) {
    const image = Buffer.from(await this.#alone(() => this.#session.send("GET", "/screenshot")), "base64");
    if (path) await writeFile(path, image);
    return image;
  }

  /** The page on paper; the protocol asks for centimetres. */
  async pdf({ format = "A4" } = {}) {
    const [width, height] = { A4: [21, 29.7], Letter: [21.59, 27.94] }[format];
    return Buffer.from(await this.#alone(() => this.#session.send("POST", "/print", { page: { width, height } })), "base64");
  }

  /** Runs a script, in the page or the frame that these selectors lead to. */
  #run(frames, script) {
    return this.#alone(async () => {
      const execute = (script) => this.#session.send("POST", "/execute/async", { script, args: [] });
      for (const selector of frames) {
        const id = await this.#session.send("POST", "/execute/sync", { script: `${EQUIP} const playwright = ${PLAYWRIGHT}; return playwright.querySelector(playwright.parseSelector(${JSON.stringify(selector)}), document, true);`, args: [] });
        if (!id) throw new Error(`there is no frame ${selector}`);
        await this.#session.send("POST", "/frame", { id: { [ELEMENT]: id[ELEMENT] } });
      }
      try {
        return await execute(script);
      } finally {
        if (frames.length > 0) await this.#session.send("POST", "/frame", { id: null });
      }
    });
  }

  /** Calls a function and waits for its value, however long it takes, and tells what was said meanwhile. */
  async #value(frames, run, args) {
    const number = (this.#runs += 1);
    let script = calling(number, run, args);
    while (true) {
      const answer = await this.#run(frames, script).catch((error) => {
        // The driver of WebKitGTK loses an answer now and then.
        if (/Could not parse script result/.test(error.message)) return { pending: true, said: [], url: this.#url };
        throw error;
      });
      if (frames.length === 0) this.#url = answer.url;
      for (const { type, text } of answer.said) this.#say(type, text);
      if (answer.error) throw new Error(answer.error);
      if (!answer.pending) return valueOf(answer.text);
      script = asking(number);
    }
  }

  #say(type, text) {
    if (type === "uncaught") this.emit("pageerror", new Error(text));
    else this.emit("console", { type: () => type, text: () => text, location: () => ({ url: this.#url }) });
  }

  /** Calls a function of the test in the page; a text is an expression. */
  evaluate = (run, ...args) => this.#value([], typeof run === "string" ? `() => (${run})` : run, args);

  /** Calls `act(playwright, element or all, argument)` for what a selector finds. */
  async inFrame(frames, how, selector, act, argument) {
    const call = `async (selector, argument) => {
      const playwright = ${PLAYWRIGHT};
      if (!playwright) return { bare: true };
      const parsed = playwright.parseSelector(selector);
      const found = ${how === "all" ? "playwright.querySelectorAll(parsed, document)" : "playwright.querySelector(parsed, document, true)"};
      if (!found) return { again: "there is no element" };
      return (${act})(playwright, found, argument);
    }`;
    const value = await this.#value(frames, call, [selector, argument]);
    if (!value?.bare) return value;
    await this.#value(frames, `() => { ${EQUIP} }`, []);
    return this.inFrame(frames, how, selector, act, argument);
  }

  /** Where a frame's own corner is in the window. */
  async cornerOf(frames) {
    let corner = { x: 0, y: 0 };
    for (const place of frames.keys()) {
      const own = await this.inFrame(frames.slice(0, place), "one", frames[place], (_, own) => {
        const { x, y } = own.getBoundingClientRect();
        return { x: x + own.clientLeft, y: y + own.clientTop };
      });
      corner = { x: corner.x + own.x, y: corner.y + own.y };
    }
    return corner;
  }

  /** The page, and one for each frame in its document. */
  frames() {
    const inner = (place) => ({ evaluate: (run, ...args) => this.#value([`iframe >> nth=${place}`], run, args) });
    return [this, inner(0), inner(1)];
  }

  async until(holds, what) {
    const end = performance.now() + this.patience;
    while (performance.now() < end) {
      if (await holds()) return;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`waited in vain for ${typeof what === "function" ? what() : what}`);
  }

  waitForFunction = (run, argument) => this.until(() => this.evaluate(run, argument), `${run}`);

  async waitForURL(pattern) {
    const matches = matcher(pattern);
    await this.until(async () => (await this.evaluate(() => {}), matches(this.#url)), `${pattern}`);
  }

  waitForRequest(pattern) {
    const matches = matcher(pattern);
    return new Promise((done) => this.on("request", (request) => matches(request.url()) && done(request)));
  }

  async addScriptTag({ path, content, type = "" }) {
    await this.evaluate((textContent, type) => {
      document.head.append(Object.assign(document.createElement("script"), { type, textContent }));
    }, content ?? (await readFile(path, "utf8")), type);
  }
}
