// The <quote-timeline> element: loads, hands over, catches failures, keeps the fallback.
// Everything else is in the engine.
import { engine } from "./engine.js";
import { panel } from "./failure.js";
import { read, write } from "./formats.js";
import { follow } from "./parts.js";
import { Progress } from "./progress.js";
import { take } from "./reading.js";
import { keep } from "./words.js";

/** The forms of a thing that is counted: the plural categories of Unicode. */
const FORMS = ["zero", "one", "two", "few", "many", "other"];

const failure = (code, message) => Object.assign(new Error(message), { code });

/**
 * An affair as an interactive timeline with its quotations in two languages.
 *
 * @tag quote-timeline
 * @attr {string} src - Address of a dossier, of TimelineJS JSON or of a CSV.
 * @attr {string} languages - The two languages shown side by side: "fr en".
 * @attr {string} lang - Language of the interface; else that of the nearest ancestor.
 * @attr {"auto"|"light"|"dark"} theme - Colours; "auto" follows the reader's system.
 * @attr {"both"|"timeline"|"quotes"} view - What is shown.
 * @attr {"1"|"2"|"3"|"4"|"5"|"6"} heading-level - Level of the title among the page's headings; 2 without it.
 * @attr {string} selected - Identifier of the chosen event or quote.
 * @attr {boolean} permalinks - Keeps the page's fragment in step with the selection (`#event`, `#quote~base`,
 *   with several such widgets `#element-id:event`).
 * @fires quote-timeline-ready - Shown; `detail.problems` lists what was wrong in the data.
 * @fires quote-timeline-error - Failed; `detail` has `code`, `message`, `problems`.
 * @fires quote-timeline-select - Something was chosen; `detail` has `id` and `kind`.
 * @fires quote-timeline-range - Another stretch of time is shown; `detail` has `start` and `end`.
 * @slot - The fallback: shown until the widget is ready, and when it fails.
 */
export class QuoteTimeline extends HTMLElement {
  static observedAttributes = ["src", "languages", "lang", "theme", "view", "heading-level", "selected", "permalinks"];

  static #shown = new Set();

  /**
   * Adds the interface's words in a further language, or other words in one that is there; widgets of
   * that language speak them at once. Resolves with what is missing (said in English then) or unknown.
   */
  static async addLanguage(tag, table) {
    // Before the engine is there: that it does not start is said in this language too.
    const { rest, missing } = keep(tag, table);
    try {
      const Widget = await engine();
      const lines = rest.map(([key, value]) => [key, ...texts(value)].join("\t"));
      const problems = Widget.addLanguage(`${tag}`, lines.join("\n"));
      return [...problems.split("\n").slice(0, -1), ...missing];
    } finally {
      for (const element of QuoteTimeline.#shown) element.attributeChangedCallback("lang", null, element.getAttribute("lang"));
    }
  }

  #root = this.attachShadow({ mode: "open" });
  #fallback = document.createElement("slot");
  #internals = this.attachInternals?.();
  #failure;
  #panel;
  #widget;
  #loading;
  #whole = false;
  /** Ends the fetching of parts. */
  #parts;
  #given;
  #turn = 0;
  #ready;
  #settle;

  constructor() {
    super();
    this.#root.append(this.#fallback);
    this.#promise();
  }

  connectedCallback() {
    // A property set before the class was defined hides the accessor.
    if (Object.hasOwn(this, "dossier")) {
      const { dossier } = this;
      delete this.dossier;
      this.#given = dossier;
    }
    QuoteTimeline.#shown.add(this);
    if (!this.#widget && !this.#loading) this.#load();
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      QuoteTimeline.#shown.delete(this);
      this.#clear();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now && name !== "lang") return;
    if (name === "src") {
      this.#given = undefined;
      // Before the first load: that reads the attribute.
      if (this.isConnected && this.#turn > 0) this.#load();
    } else {
      this.#guard((widget) => widget.attribute(name, now ?? undefined));
      if (name === "lang" && this.#panel) this.#say();
    }
  }

  /** Resolves when the widget is shown, rejects when it failed; renewed with each load. */
  get ready() {
    return this.#ready;
  }

  /** The dossier as it was read, whatever the format, as a plain value; undefined before it is ready. */
  get dossier() {
    return this.#whole ? this.#guard((widget) => JSON.parse(widget.export("json"))) : undefined;
  }

  /** Shows another dossier: a value, or its text (JSON or CSV). */
  set dossier(value) {
    this.#given = value;
    if (this.isConnected) this.#load();
  }

  /** Chooses an event or a quote, or nothing; says whether there is one of that name. */
  select(id) {
    return this.#guard((widget) => widget.select(id ?? undefined)) ?? false;
  }

  /** Shows the time from `start` to `end`, both EDTF. */
  show(start, end = start) {
    return this.#guard((widget) => widget.show(`${start}`, `${end}`));
  }

  /**
   * The dossier as text: at once in the project's own format, "json"; in any other a promise of it,
   * since what writes it may have to be loaded. `lost`, an array, takes in what the format cannot
   * carry. Throws at once where there is no such format.
   */
  export(format = "json", lost = undefined) {
    if (!this.#whole) return undefined;
    return this.#guard((widget) => {
      const own = widget.export(`${format}`);
      return `${format}` === "json" ? own : write(own, `${format}`, lost);
    });
  }

  #promise() {
    this.#ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // Who does not ask for the promise hears of a failure by the event.
    this.#ready.catch(() => {});
  }

  #state(state) {
    this.dataset.state = state;
    const states = this.#internals?.states;
    try {
      states?.clear();
      states?.add(state);
    } catch {
      states?.add(`--${state}`); // Chromium before 125
    }
  }

  #clear() {
    this.#turn += 1;
    this.#loading?.abort();
    this.#loading = undefined;
    this.#parts?.abort();
    this.#parts = undefined;
    this.#whole = false;
    const widget = this.#widget;
    this.#widget = undefined;
    widget?.free();
    this.#panel?.remove();
    this.#root.replaceChildren(this.#fallback);
  }

  async #load() {
    const settled = this.dataset.state === "ready" || this.dataset.state === "error";
    const focused = this.#root.activeElement !== null;
    this.#clear();
    if (settled) this.#promise();
    const turn = this.#turn;
    const loading = (this.#loading = new AbortController());
    this.#state("loading");
    const progress = new Progress(() => this.#language(), (line) => this.#root.prepend(line));
    loading.signal.addEventListener("abort", () => progress.spare());
    try {
      // The data first: it is on its way while the engine is unpacked.
      const [source, Widget] = await Promise.all([this.#data(loading.signal), engine()]);
      if (turn !== this.#turn) return;
      const problems = await this.#read(Widget, source, loading.signal, progress);
      if (turn !== this.#turn) return;
      progress.end();
      this.#loading = undefined;
      this.#whole = true;
      // The keyboard was on what is no longer there.
      if (focused && !this.#root.activeElement) this.#root.querySelector('[part~="search"]').focus({ preventScroll: true });
      this.#follow(source.base ?? document.baseURI);
      this.#state("ready");
      this.#tell("ready", { problems });
      this.#settle.resolve(this);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Shows the dossier that comes from a source, and gives its problems. */
  async #read(Widget, { stream = given(Widget.embedded()).stream, length, name }, signal, progress) {
    const how = {
      signal,
      // A fallback makes room for all at once, lest the page be short for a moment.
      early: this.#fallback.assignedElements().every(({ localName }) => localName === "script"),
      shown: () => this.#fallback.remove(),
      soon: () => progress.spare(),
      told: (bytes, rows) => progress.tell(length ? Math.min(bytes / length, 1) : undefined, rows),
      broken: ({ message }) => failure("network", `${name} broke off: ${message}`),
    };
    this.#widget = new Widget(this, this.#root);
    const foreign = await take(this.#widget, stream, how);
    if (foreign === undefined) return this.#widget.problems();
    const { dossier, dropped, problems } = await read(foreign);
    signal.throwIfAborted();
    // What is wrong in the translation was wrong in the text, and is told where it stands there.
    this.#widget.free();
    this.#root.replaceChildren(this.#fallback);
    this.#widget = new Widget(this, this.#root);
    await take(this.#widget, given(dossier).stream, { ...how, dropped, told: () => {} });
    return problems;
  }

  /** Fetches parts as they are wanted, where the dossier has any. */
  #follow(base) {
    if (!this.#guard((widget) => widget.wanted())) return;
    const parts = (this.#parts = new AbortController());
    const look = follow(base, parts.signal, (run) => this.#guard(run));
    this.addEventListener("quote-timeline-range", look, { signal: parts.signal });
    look();
  }

  #language() {
    return this.closest("[lang]")?.lang;
  }

  /** Runs something of the engine; a trap there becomes an error panel, never a broken page. */
  #guard(run) {
    if (!this.#widget) return undefined;
    try {
      return run(this.#widget);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#fail(failure("crash", error.message));
      return undefined;
    }
  }

  #fail(error) {
    const { code = "crash" } = error;
    // Only what is wrong in the data has a place there; in WebKit every Error has one, of a script.
    const { line, column } = error instanceof Error ? {} : error;
    const where = line ? `line ${line}, column ${column}: ` : "";
    const message = where + (error.message ?? error);
    const problems = line ? [error] : [];
    const focused = this.#root.activeElement !== null;
    // After a trap the engine's memory is not to be trusted: it is left, not freed.
    if (code === "crash") this.#widget = undefined;
    this.#clear();
    this.#failure = { code, message };
    this.#say();
    if (focused) this.#panel.querySelector("button").focus({ preventScroll: true });
    this.#state("error");
    this.#settle.reject(failure(code, message));
    this.#tell("error", { code, message, problems });
  }

  /** Says what failed, in the language that is wanted now. */
  #say() {
    this.#panel?.remove();
    this.#panel = panel(this.#failure, this.#language(), () => this.#load());
    this.#root.prepend(this.#panel);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`quote-timeline-${name}`, { detail, bubbles: true, composed: true }));
  }

  /** Where the dossier's bytes come from: a stream, how many they are and what it is called, where that is known. */
  async #data(signal) {
    if (this.#given !== undefined) {
      return given(typeof this.#given === "string" ? this.#given : JSON.stringify(this.#given));
    }
    const src = this.getAttribute("src");
    if (src !== null) return fetched(src, signal);
    await parsed(this);
    const script = this.querySelector(':scope > script:is([type="application/json"], [type="text/csv"])');
    // Without one the engine shows its own.
    return script ? given(script.textContent) : {};
  }
}

/** The texts of a key in a row; a line each, so without breaks of their own. */
function texts(value) {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === "object") return FORMS.map((form) => value[form] ?? value.other);
  return [`${value}`.replaceAll(/[\t\n\r]/g, " ")];
}

/** A text that is there, as one that comes. */
function given(text) {
  const blob = new Blob([text]);
  return { stream: blob.stream(), length: blob.size };
}

async function fetched(src, signal) {
  let response;
  try {
    response = await fetch(src, { signal });
  } catch (cause) {
    throw failure("network", `${src} could not be fetched: ${cause.message}`);
  }
  if (!response.ok) throw failure("network", `${src} could not be fetched: the server answered ${response.status}`);
  const { body, headers } = response;
  // Of a body that was packed, the length is told packed.
  const length = headers.has("content-encoding") ? 0 : Number(headers.get("content-length"));
  return { stream: body ?? given("").stream, length, name: src, base: response.url };
}

/** Waits until the parser has read the element's children. */
async function parsed(element) {
  for (let node = element; node; node = node.parentNode) {
    if (node.nextSibling) return;
  }
  if (document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
}
