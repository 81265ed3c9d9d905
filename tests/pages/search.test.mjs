// Search: what it finds, marks, counts and says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, affair, becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const marks = (page, within = "") => widget(page).root.locator(`${within} mark`).allInnerTexts();
const spoken = (page) => widget(page).root.locator('[role="status"].status .hidden').textContent();

test("one way of writing finds every other: elision, apostrophes, hyphens, spaces", async (t) => {
  const page = await openReady(t, HOST);
  const { search, listed } = widget(page);
  let first;
  for (const typed of ["open-source", "l'open-source", "d’Open‑Source", "« l’open source »", '"OPEN\u202fSOURCE"']) {
    await search.fill("");
    await becomes(async () => (await listed()).length, affair.quotes.length);
    await search.fill(typed);
    const now = await becomes(listed, (list) => list.length < affair.quotes.length, typed);
    first ??= now;
    assert.deepEqual(now, first, typed);
  }
  assert.ok((await marks(page, '[part~="original"]')).includes("open source"));
  assert.ok((await marks(page, '[part~="translation"]')).some((text) => /open-source/i.test(text)));
});

test("words may be spread over a quote; a phrase may not", async (t) => {
  const page = await openReady(t, HOST);
  const { search, quotes, quote } = widget(page);
  await search.fill("demande nous commence");
  await becomes(() => quotes.count(), 1);
  assert.ok(await quote("started-open-source").isVisible());
  await search.fill("« demande nous »");
  await becomes(() => quotes.count(), 0);
});

test("what is found is marked on the timeline, in the heads and in the card of an event", async (t) => {
  const page = await openReady(t, HOST);
  const { search, root } = widget(page);
  await search.pressSequentially("musk");
  await becomes(() => marks(page, '[part~="timeline"]'), (all) => all.length > 0 && all.every((own) => own === "Musk"));
  assert.ok((await marks(page, '[part~="speaker"]')).includes("Musk"));
  await root.locator('[aria-label="Events"] [part~="event"][data-id]').first().click();
  await becomes(() => marks(page, ".event-card"), (all) => all.includes("Musk"), "in the card");
  assert.deepEqual(await marks(page, '[part~="toolbar"]'), [], "the words of the interface are not");
});

test("on the timeline a quote shows the words that were found, wherever they stand in it", async (t) => {
  const page = await openReady(t, HOST);
  const { search, root } = widget(page);
  const labels = root.locator('[aria-label="Quotes"] [part~="mark"][data-id]');
  for (const typed of ["demande", "breeding ground"]) {
    await search.fill(typed);
    await becomes(() => labels.locator("mark").count(), (count) => count > 0, typed);
    for (const label of await labels.all()) assert.ok((await label.locator("mark").count()) > 0, typed);
  }
});

test("articles and subjects are found, and lead on", async (t) => {
  const page = await openReady(t, HOST);
  const { search, status, root, quotes } = widget(page);
  await search.fill("big tech");
  await becomes(() => status.innerText(), (text) => /1\ssubject/.test(text), "an alias");
  await search.fill("maddyness");
  await becomes(() => status.innerText(), (text) => /3\sarticles/.test(text), "two of that outlet, and one whose note names it");
  assert.ok(await root.locator(".article mark").count() >= 2);
  await search.fill("Gafam");
  await root.getByRole("button", { name: "Gafam", exact: true }).click();
  await becomes(() => quotes.count(), (count) => count < affair.quotes.length);
});

test("the count is seen at once, and said once the typing rests", async (t) => {
  const page = await openReady(t, HOST);
  await page.clock.install();
  const { search, status } = widget(page);
  const before = await spoken(page);
  await search.pressSequentially("open", { delay: 0 });
  await page.clock.runFor(100);
  await becomes(() => status.innerText(), (text) => /9\squotes/.test(text) || /\d+\squotes/.test(text));
  assert.equal(await spoken(page), before, "nothing is said while one types");
  await page.clock.runFor(700);
  await becomes(() => spoken(page), (text) => text !== before && /quotes/.test(text), "then it is");
});

test("Escape, the button and the way back all show everything again, and the keyboard stays", async (t) => {
  const page = await openReady(t, HOST);
  const { search, quotes, button } = widget(page);
  const all = affair.quotes.length;
  const inField = () => search.evaluate((own) => own.getRootNode().activeElement === own && own.value === "");
  const ways = [
    () => page.keyboard.press("Escape"),
    () => button("Clear the search").click(),
    () => button("Show everything").click(),
    () => button("Clear filters").click(),
  ];
  for (const way of ways) {
    await search.fill("ferrari");
    await becomes(() => quotes.count(), (count) => count < all);
    await way();
    await becomes(() => quotes.count(), all, `${way}`);
    assert.ok(await inField(), `${way}`);
  }
});

test("nothing found: what to do is said, and done by one button", async (t) => {
  for (const [lang, hint, everything] of [["en", "Try fewer words", "Show everything"], ["fr", "Essayez moins de mots", "Tout afficher"]]) {
    const page = await openReady(t, `<quote-timeline lang="${lang}"></quote-timeline>${SCRIPT}`);
    const { search, viewer, quotes, button } = widget(page);
    await search.fill("zzzz");
    await becomes(() => viewer.innerText(), (text) => text.includes(hint));
    await button(everything).click();
    await becomes(() => quotes.count(), affair.quotes.length);
  }
});

test("nothing is cut off at 320 px", async (t) => {
  const page = await openReady(t, HOST, { width: 320 });
  const { search, root } = widget(page);
  await search.fill("open-source");
  await becomes(() => root.locator("mark").count(), (count) => count > 0);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  assert.ok((await widget(page).button("Clear the search").boundingBox()).width >= 24);
});
