// HTML in the texts of a dossier: what is shown of it, and that nothing of it ever runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, becomes, open, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const dossier = (event, more = {}) => ({
  languages: ["fr", "en"],
  title: "Texts",
  articles: [],
  events: [{ id: "one", date: "2024-03-12", title: "One", ...event }],
  ...more,
});
const inline = (dossier, more = "") =>
  `<quote-timeline${more}><script type="application/json">${JSON.stringify(dossier).replaceAll("<", "\\u003c")}</script></quote-timeline>${SCRIPT}`;

const HOSTILE = `<p onclick="window.ran = 1">Before<script>window.ran = 2</script>
  <img src="/none.png" onerror="window.ran = 3" width="1">
  <a href="java&#10;script:window.ran = 4">a disguised link</a>
  <svg onload="window.ran = 5"><script>window.ran = 6</script></svg>
  <iframe src="javascript:window.ran = 7"></iframe>
  <style>* { display: none }</style><form action="/x"><input value="field"></form>after</p>`;

test("text with paragraphs, emphasis, links, lists and quotations", async (t) => {
  const text = `<p>A <b>strong</b> &amp; <I>slanted</I> word.<ul><li>one<li>two</ul>
    <blockquote>Said.</blockquote><a href="https://example.org/?a=1&amp;b=2">A page</a>`;
  const page = await openReady(t, inline(dossier({ text }), ' selected="one"'));
  const { viewer } = widget(page);
  assert.equal(await viewer.locator("strong", { hasText: "strong" }).count(), 1);
  assert.equal(await viewer.locator("em", { hasText: "slanted" }).count(), 1);
  assert.deepEqual(await viewer.getByRole("listitem").filter({ hasText: /^(one|two)$/ }).allInnerTexts(), ["one", "two"]);
  assert.equal(await viewer.getByRole("blockquote").innerText(), "Said.");
  const link = viewer.getByRole("link", { name: "A page" });
  assert.equal(await link.getAttribute("href"), "https://example.org/?a=1&b=2");
  assert.equal(await link.getAttribute("target"), null, "in the same tab");
  assert.match(await viewer.innerText(), /A strong & slanted word\./);
});

test("nothing in a text runs, and what is left out is reported", async (t) => {
  const page = await open(t, `<quote-timeline></quote-timeline>${SCRIPT}`);
  const events = await listen(page);
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  await events.forget();
  await page.evaluate((dossier) => void (document.querySelector("quote-timeline").dossier = dossier), dossier({ text: HOSTILE }));
  const { problems } = await becomes(() => events.last("ready"), Boolean);
  await page.evaluate(() => document.querySelector("quote-timeline").select("one"));
  const { viewer } = widget(page);
  await becomes(() => viewer.innerText(), (text) => /after/.test(text));
  assert.match(await viewer.innerText(), /Before a disguised link after/);
  await viewer.getByText("a disguised link").click();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await viewer.locator("script, style, iframe, form, input, svg, img, [onclick], [style*=display]").count(), 0);
  assert.deepEqual(problems.map(({ code, path }) => [code, path]), [["markup", "events[0].text"]]);
  assert.match(problems[0].message, /<script>, <img>, <a href="java/);
});

test("a strict policy with trusted types shows texts all the same", async (t) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";
  const page = await openReady(t, `<quote-timeline src="/own.json" selected="one"></quote-timeline>${SCRIPT}`, {
    head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    files: { "/own.json": JSON.stringify(dossier({ text: `${HOSTILE}<p><b>bold</b></p>`, media: { url: "/www/hosts/media/lengths.png", alt: "Four bars", caption: "A chart" } })) },
    // The policy forbids the page's icon and the picture; that is the host's wish.
    expected: /Content Security Policy|failed: /,
  });
  const { viewer } = widget(page);
  await becomes(() => viewer.innerText(), (text) => /bold/.test(text) && /Four bars\s+A chart/.test(text));
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

test("in a frame, links open a tab", async (t) => {
  const page = await open(t, '<iframe src="/framed.html" width="900" height="900"></iframe>', {
    files: { "/framed.html": `<!DOCTYPE html><html lang="en"><title>x</title>${inline(dossier({ text: "<a href='/www/'>there</a>" }), ' selected="one"')}` },
  });
  const link = page.frameLocator("iframe").getByRole("link", { name: "there" });
  await link.waitFor();
  assert.equal(await link.getAttribute("target"), "_blank");
  assert.equal(await link.getAttribute("rel"), "noopener");
});

test("words of the dossier's own stand in place of a date, and the date is still said", async (t) => {
  const page = await openReady(t, inline(dossier({ date_text: { en: "the night of the vote", fr: "la nuit du vote" } }), ' selected="one"'));
  const { viewer, mark } = widget(page);
  const words = viewer.getByText("the night of the vote");
  assert.equal(await words.getAttribute("title"), "12 March 2024");
  assert.match(await words.textContent(), /\(12 March 2024\)/);
  assert.match(await mark("one").getAttribute("aria-label"), /the night of the vote/);
});

test("words in a text are found", async (t) => {
  const second = { id: "two", date: "2025", title: "Two" };
  const one = dossier({ text: "<p>The caf&eacute; <b>clo</b>ses</p>" });
  one.events.push(second);
  const page = await openReady(t, inline(one));
  const { search, mark } = widget(page);
  await search.fill("cafe closes");
  await becomes(() => mark("two").count(), 0);
  assert.equal(await mark("one").count(), 1);
});

test("text of a language that runs from right to left does so", async (t) => {
  const page = await openReady(t, inline({ ...dossier({ text: { ar: "<p>نص <b>عربي</b></p>" } }), languages: ["ar", "en"] }, ' selected="one"'));
  const direction = await widget(page).viewer.getByText("عربي").evaluate((own) => getComputedStyle(own).direction);
  assert.equal(direction, "rtl");
});
