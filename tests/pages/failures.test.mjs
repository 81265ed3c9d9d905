// The fallback: there before the script, there when it fails, gone when the widget is ready.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, affair, becomes, open, openReady, testIn } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const FALLBACK = "<quote-timeline><p id=\"fallback\">What matters</p></quote-timeline>";
const visible = (page) => () => page.locator("#fallback").isVisible();

// Scripts of the driver's wait in the page, and Firefox without JavaScript calls nobody back.
testIn("chromium", "webkitgtk")("without JavaScript the fallback is read", async (t) => {
  const page = await open(t, "/www/", { javaScriptEnabled: false });
  assert.ok(await page.getByText("12 mars 2024.").isVisible());
});

test("the fallback is shown until the widget is ready, then not", async (t) => {
  const page = await open(t, FALLBACK);
  assert.ok(await page.locator("#fallback").isVisible());
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/held.json", async (route) => {
    await held;
    await route.fulfill({ path: new URL("../../data/affair.json", import.meta.url).pathname });
  });
  await page.evaluate(() => {
    document.querySelector("quote-timeline").setAttribute("src", "/held.json");
    const script = document.createElement("script");
    script.src = "/pkg/quote-timeline.js";
    document.body.append(script);
  });
  await page.locator("quote-timeline[data-state=loading]").waitFor();
  assert.ok(await page.locator("#fallback").isVisible(), "while loading");
  release();
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  assert.ok(!(await page.locator("#fallback").isVisible()));
  assert.equal(await widget(page).quotes.count(), affair.quotes.length);
});

test("an address that leads nowhere: an error panel, and the fallback below it", async (t) => {
  const page = await open(t, "/www/hosts/broken.html", { expected: /404/ });
  await page.locator("quote-timeline[data-state=error]").waitFor();
  const { part, root } = widget(page);
  const panel = root.getByRole("alert");
  assert.match(await panel.innerText(), /could not be shown/);
  assert.match(await panel.innerText(), /missing\.json/);
  assert.equal(await part("error").count(), 1);
  assert.ok(await page.getByText("What a reader needs").isVisible());
  assert.ok(await root.evaluate((own) => own.matches(":state(error)")));
});

test("the error is told and ready rejects; trying again succeeds when the file is there", async (t) => {
  const answers = [404, 200];
  const page = await open(t, `<quote-timeline>${"<p>Below</p>"}</quote-timeline>${SCRIPT}`, { expected: /404/ });
  await widget(page).quotes.first().waitFor();
  await page.route("**/later.json", (route) => {
    const status = answers.shift();
    return route.fulfill({ status, contentType: "application/json", body: '{"languages": ["fr", "en"], "title": "Late", "articles": []}' });
  });
  const events = await listen(page);
  const rejected = await page.evaluate(() => {
    const own = document.querySelector("quote-timeline");
    own.setAttribute("src", "/later.json");
    return own.ready.then(() => null, (error) => error.message);
  });
  assert.match(rejected, /404/);
  const { code, message, problems } = await events.last("error");
  assert.equal(code, "network");
  assert.match(message, /later\.json/);
  assert.deepEqual(problems, []);
  await widget(page).part("error").getByRole("button").click();
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  assert.match(await widget(page).text(), /Late/);
});

test("text that is no JSON: code, line and column", async (t) => {
  const page = await openReady(t, `${FALLBACK}${SCRIPT}`);
  const events = await listen(page);
  await page.evaluate(() => void (document.querySelector("quote-timeline").dossier = '{\n  "title": oops\n}'));
  const { code, problems } = await becomes(() => events.last("error"), Boolean);
  assert.equal(code, "syntax");
  assert.deepEqual([problems[0].line, problems[0].column], [2, 12]);
  await becomes(visible(page), true, "the fallback is back");
  assert.match(await widget(page).part("error").innerText(), /line 2/);
});

test("text that is JSON but no dossier", async (t) => {
  const page = await openReady(t, `${FALLBACK}${SCRIPT}`);
  const events = await listen(page);
  await page.evaluate(() => void (document.querySelector("quote-timeline").dossier = "[1, 2]"));
  assert.equal((await becomes(() => events.last("error"), Boolean)).code, "format");
  await becomes(visible(page), true);
  await page.evaluate(() => void (document.querySelector("quote-timeline").dossier = { languages: ["fr", "en"], title: "Good", articles: [] }));
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  assert.equal(await widget(page).part("error").count(), 0, "the panel is gone");
});

test("the panel speaks the language of the page", async (t) => {
  const page = await open(t, `<quote-timeline src="/none.json"></quote-timeline>${SCRIPT}`, { lang: "fr", expected: /404/ });
  await becomes(() => widget(page).part("error").innerText(), (text) => /La chronologie n’a pas pu/.test(text));
});

test("an engine that cannot start says so", async (t) => {
  const page = await open(t, `${FALLBACK}${SCRIPT}`, {
    init: () => {
      WebAssembly.instantiate = () => Promise.reject(new Error("refused"));
      WebAssembly.instantiateStreaming = undefined;
    },
    expected: /refused/,
  });
  await page.locator("quote-timeline[data-state=error]").waitFor();
  assert.match(await widget(page).part("error").innerText(), /browser could not start/);
  assert.ok(await page.locator("#fallback").isVisible());
});
