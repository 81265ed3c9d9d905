// A browser for one test file, and pages that fail the test when anything goes wrong in them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import { engine, launch } from "./engines.mjs";
import { serve } from "./server.mjs";

export { engine, testIn } from "./engines.mjs";

/** Milliseconds to wait for a state. Long, for machines that are busy; a state ends the wait. */
const PATIENCE = 30_000;

const pages = new Map();
let browser;
let server;

before(async () => {
  browser = await launch(engine);
  server = await serve(pages, browser.watch);
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** The affair as it is in the repository. */
export const affair = JSON.parse(await readFile(new URL("../../data/affair.json", import.meta.url), "utf8"));

/** The script tag, from a page at the root of the server. */
export const SCRIPT = '<script src="/pkg/quote-timeline.js"></script>';

/**
 * Opens a page: a path of the repository, or HTML (what is in the body). Errors on its console,
 * errors that nobody caught and requests that failed fail the test, unless `expected` matches one.
 * A `lang` of the page, more for its `head`, the window's `width` and `height`, `files` that the server
 * has besides, a script to `init` the page and further options of the browser's context may be given.
 */
export async function open(t, what, options = {}) {
  const { expected, lang = "en", head = "", width = 1280, height = 900, files = {}, init, ...context } = options;
  for (const [path, content] of Object.entries(files)) pages.set(path, content);
  const path = what.startsWith("/") ? what : "/test.html";
  if (path === "/test.html") pages.set(path, document(lang, head, what));
  const opened = await browser.newContext({ viewport: { width, height }, locale: "en-GB", ...context });
  const page = await opened.newPage();
  page.setDefaultTimeout(PATIENCE);
  const wrong = watch(page, expected);
  if (init) await page.addInitScript(init);
  await page.goto(server.origin + path, { waitUntil: "load" });
  t.after(async () => {
    await opened.close();
    assert.deepEqual(wrong, [], "the page had errors");
  });
  return page;
}

function document(lang, head, body) {
  const icon = '<link rel="icon" href="data:,">';
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>Test</title>${icon}${head}</head><body>${body}</body></html>`;
}

function watch(page, expected) {
  const wrong = [];
  const note = (text) => {
    if (!expected?.test(text)) wrong.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      note(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => note(`uncaught: ${error.message}`));
  // One whose answer nobody reads to its end fails too, but it was answered.
  const answered = new Set();
  page.on("requestfailed", (request) => answered.has(request) || note(`failed: ${request.url()}`));
  page.on("response", (response) => {
    answered.add(response.request());
    if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== server.origin) note(`sent elsewhere: ${request.url()}`);
  });
  return wrong;
}

/** Opens a page and waits for its widgets. */
export async function openReady(t, what, options) {
  const page = await open(t, what, options);
  await ready(page);
  return page;
}

/** Waits until every widget of the page is shown. */
export async function ready(page) {
  await page.locator("quote-timeline[data-state=ready]").first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("quote-timeline")].every((own) => own.dataset.state === "ready"),
  );
}

/** Waits until `read` gives what is wanted; what it gave last is in the message otherwise. */
export async function becomes(read, wanted, message) {
  const end = performance.now() + PATIENCE;
  let last;
  do {
    last = await read();
    const fits = typeof wanted === "function" ? wanted(last) : equal(last, wanted);
    if (fits) return last;
    await new Promise((later) => setTimeout(later, 20));
  } while (performance.now() < end);
  if (typeof wanted === "function") assert.fail(`${message ?? wanted}: it is ${JSON.stringify(last)}`);
  assert.deepEqual(last, wanted, message);
  return last;
}

function equal(one, other) {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}
