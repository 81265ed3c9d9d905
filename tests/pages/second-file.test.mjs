// The second file, which reads and writes the formats of others: asked for only when it is needed, and
// found wherever the first one may be.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { SCRIPT, becomes, open, openReady } from "./browser.mjs";
import { serve } from "./server.mjs";
import { listen, widget } from "./widget.mjs";

const NAME = "quote-timeline-formats.js";
const SHEET = "Year,Headline\n1999,One\n2000,Two\n";
const pkg = (name) => new URL(`../../pkg/${name}`, import.meta.url);
const ready = (page) => page.locator("quote-timeline[data-state=ready]").waitFor();

/** What the page asks for from now on of what reads other formats. */
function asked(page) {
  const urls = [];
  page.on("request", (request) => /formats/.test(request.url()) && urls.push(new URL(request.url()).pathname));
  return urls;
}

/** Shows a sheet in the element, and gives the titles that are then in it. */
async function shows(page, sheet = SHEET) {
  return page.evaluate(async (sheet) => {
    const own = document.querySelector("quote-timeline");
    own.dossier = sheet;
    await own.ready;
    return own.dossier.events.map(({ title }) => title);
  }, sheet);
}

/** Answers with a page that has this policy. */
const guarded = (policy, body) => (_, response) => {
  const head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title><link rel="icon" href="data:,"></head>';
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
  response.end(`${head}<body>${body}</body></html>`);
};

test("it is never asked for by the built-in affair, the project's own JSON and its export", async (t) => {
  const page = await open(t, "<p>Before</p>");
  const urls = asked(page);
  await page.setContent(`<quote-timeline></quote-timeline><quote-timeline src="/www/hosts/bridge.json"></quote-timeline>${SCRIPT}`);
  await becomes(() => page.locator("quote-timeline[data-state=ready]").count(), 2);
  await page.evaluate(async () => {
    const own = document.querySelector("quote-timeline");
    own.dossier = own.export("json");
    await own.ready;
    own.dossier = own.dossier;
    await own.ready;
  });
  assert.deepEqual(urls, []);
});

test("it is asked for once, by the first text in another form or the first export", async (t) => {
  const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}`);
  const urls = asked(page);
  const texts = await page.evaluate(() => {
    const own = document.querySelector("quote-timeline");
    return Promise.all([own.export("csv"), own.export("ris")]);
  });
  assert.match(texts[0], /^Year,/);
  assert.deepEqual(await shows(page), ["One", "Two"]);
  assert.deepEqual(urls, [`/pkg/${NAME}`]);
});

test("the fallback stays while it is on its way", async (t) => {
  const page = await open(t, `<quote-timeline><p id="fallback">What matters</p><script type="text/csv">${SHEET}</script></quote-timeline>`);
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(`**/${NAME}`, async (route) => {
    await held;
    await route.continue();
  });
  const request = page.waitForRequest(`**/${NAME}`);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.src = "/pkg/quote-timeline.js";
    document.body.append(script);
  });
  await request;
  assert.equal(await page.locator("quote-timeline").getAttribute("data-state"), "loading");
  assert.ok(await page.locator("#fallback").isVisible());
  release();
  await ready(page);
  assert.ok(!(await page.locator("#fallback").isVisible()));
});

test("what was set meanwhile is shown, not what it was loaded for", async (t) => {
  const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}`);
  const titles = await page.evaluate(async (sheet) => {
    const own = document.querySelector("quote-timeline");
    const ready = [];
    own.addEventListener("quote-timeline-ready", () => ready.push(own.dossier.title));
    own.dossier = sheet;
    await new Promise((done) => setTimeout(done));
    own.dossier = { languages: ["fr", "en"], title: "Later", articles: [] };
    await own.export("csv");
    await own.ready;
    return ready;
  }, SHEET);
  assert.deepEqual(titles, ["Later"]);
});

test("problems are those of the text that was given", async (t) => {
  const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}`);
  const events = await listen(page);
  await shows(page, 'Year,Headline,Text\n1999,One,"<script>no</script>"\n1999x,Two,\n');
  const { problems } = await events.last("ready");
  assert.deepEqual(problems.map(({ code, line, column }) => [code, line, column]), [["markup", 2, 3], ["date", 3, 1]]);
  assert.match(await widget(page).status.innerText(), /1.entry could not be read/);
});

for (const [name, policy, tag] of [
  ["a strict policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:", SCRIPT],
  ["Trusted Types", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'", SCRIPT],
  ["a policy of nonces", "default-src 'none'; script-src 'nonce-abc' 'wasm-unsafe-eval'; img-src data:", '<script nonce="abc" src="/pkg/quote-timeline.js"></script>'],
  ["a policy of nonces that are handed on", "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; img-src data:", '<script nonce="abc" src="/pkg/quote-timeline.js"></script>'],
]) {
  test(`under ${name}`, async (t) => {
    const page = await openReady(t, "/guarded.html", { files: { "/guarded.html": guarded(policy, `<quote-timeline></quote-timeline>${tag}`) } });
    assert.deepEqual(await shows(page), ["One", "Two"]);
  });
}

for (const [name, policy, nonce] of [
  ["", "img-src data:", ""],
  [", under a policy of nonces", "default-src 'none'; script-src 'nonce-abc' 'wasm-unsafe-eval'; img-src data:", ' nonce="abc"'],
  [", where Trusted Types are asked for", "require-trusted-types-for 'script'", ""],
]) {
  test(`from another host that allows nobody to read its files${name}`, async (t) => {
    const other = await serve(new Map());
    t.after(() => other.close());
    const tag = `<script${nonce} src="${other.origin}/pkg/quote-timeline.js"></script>`;
    const page = await openReady(t, "/apart.html", {
      expected: /^sent elsewhere/,
      files: { "/apart.html": guarded(policy, `<quote-timeline></quote-timeline>${tag}`) },
    });
    assert.deepEqual(await shows(page), ["One", "Two"]);
  });
}

test("from a disk", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "quote-timeline-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const name of ["quote-timeline.js", NAME]) await copyFile(pkg(name), join(folder, name));
  const html = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>T</title><quote-timeline></quote-timeline><script src="quote-timeline.js"></script>';
  await writeFile(join(folder, "page.html"), html);
  const page = await open(t, "<p>Before</p>", { expected: /file:/ });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  await page.goto(pathToFileURL(join(folder, "page.html")).href);
  await ready(page);
  assert.deepEqual(await shows(page), ["One", "Two"]);
  assert.deepEqual(said, []);
});

test("the module build loads its own", async (t) => {
  const page = await openReady(t, "/www/hosts/modules.html");
  const urls = asked(page);
  assert.deepEqual(await shows(page), ["One", "Two"]);
  assert.deepEqual(urls, ["/pkg/quote_timeline_formats.js", "/pkg/quote_timeline_formats_bg.wasm"]);
});

test("where it is missing, the panel says what must lie where; trying again succeeds when it is there", async (t) => {
  const script = await readFile(pkg("quote-timeline.js"));
  const page = await openReady(t, '<quote-timeline><p id="fallback">Below</p></quote-timeline><script src="/alone/quote-timeline.js"></script>', {
    expected: /404|failed|could not|MIME/,
    files: { "/alone/quote-timeline.js": script },
  });
  const events = await listen(page);
  const rejected = await page.evaluate(async (sheet) => {
    const own = document.querySelector("quote-timeline");
    own.dossier = sheet;
    return own.ready.then(() => null, ({ code, message }) => ({ code, message }));
  }, SHEET);
  assert.equal(rejected.code, "formats");
  assert.match(rejected.message, /quote-timeline-formats\.js could not be loaded from http:.*\/alone\/quote-timeline-formats\.js: it must lie beside quote-timeline\.js/);
  assert.equal((await events.last("error")).code, "formats");
  assert.match(await widget(page).part("error").innerText(), /the file that reads it could not be loaded/);
  assert.ok(await page.locator("#fallback").isVisible());
  await page.route("**/alone/quote-timeline-formats.js", async (route) => route.fulfill({ contentType: "text/javascript; charset=utf-8", body: await readFile(pkg(NAME)) }));
  await widget(page).part("error").getByRole("button").click();
  await ready(page);
  assert.match(await widget(page).text(), /One/);
});

test("where it is missing, an export rejects and the widget stays", async (t) => {
  const script = await readFile(pkg("quote-timeline.js"));
  const page = await openReady(t, '<quote-timeline></quote-timeline><script src="/alone/quote-timeline.js"></script>', {
    expected: /404|failed|MIME/,
    files: { "/alone/quote-timeline.js": script },
  });
  const [code, message] = await page.evaluate(() =>
    document.querySelector("quote-timeline").export("csv").then(() => [], (error) => [error.code, error.message]),
  );
  assert.equal(code, "formats");
  assert.match(message, /it must lie beside quote-timeline\.js/);
  assert.equal(await page.locator("quote-timeline").getAttribute("data-state"), "ready");
});
