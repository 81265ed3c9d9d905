// The attributes of the element, from the start and changed later.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, affair, becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = `<quote-timeline></quote-timeline>${SCRIPT}`;
const set = (page, name, value) =>
  page.locator("quote-timeline").evaluate((own, [name, value]) => own.setAttribute(name, value), [name, value]);

/** Whether the toolbar's text is lighter than what is behind it. */
const isDark = (page) =>
  widget(page).search.evaluate((own) => {
    const lightness = (colour) => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part);
    };
    const { color, backgroundColor } = getComputedStyle(own);
    return lightness(color) > lightness(backgroundColor);
  });

for (const colorScheme of ["light", "dark"]) {
  test(`theme: auto follows a reader's ${colorScheme} system, the others do not`, async (t) => {
    const page = await openReady(t, HOST, { colorScheme });
    assert.equal(await isDark(page), colorScheme === "dark");
    await set(page, "theme", "dark");
    await becomes(() => isDark(page), true);
    await set(page, "theme", "light");
    await becomes(() => isDark(page), false);
    await set(page, "theme", "auto");
    await becomes(() => isDark(page), colorScheme === "dark");
  });
}

test("view: one part or both", async (t) => {
  const page = await openReady(t, HOST);
  const { timeline, viewer } = widget(page);
  const seen = async () => [await timeline.isVisible(), await viewer.isVisible()];
  for (const [view, wanted] of [["timeline", [true, false]], ["quotes", [false, true]], ["both", [true, true]]]) {
    await set(page, "view", view);
    await becomes(seen, wanted, view);
  }
});

test("view=quotes from the start, then both: the timeline has its width", async (t) => {
  const page = await openReady(t, `<quote-timeline view="quotes"></quote-timeline>${SCRIPT}`);
  await set(page, "view", "both");
  const { timeline, root } = widget(page);
  await becomes(async () => (await timeline.boundingBox())?.width > 600, true);
  await becomes(async () => {
    const right = await timeline.locator('[part~="event"]').evaluateAll((all) => Math.max(...all.map((own) => own.getBoundingClientRect().left)));
    const { x, width } = await root.boundingBox();
    return right > x + width * 0.7;
  }, true, "events stand along the whole of it");
});

test("languages: the left and the right column", async (t) => {
  const page = await openReady(t, HOST);
  const sides = () =>
    widget(page).quotes.first().evaluate((quote) => {
      const [reading] = quote.querySelectorAll('[part~="reading"]');
      const left = (part) => reading.querySelector(`[part~="${part}"]`).getBoundingClientRect().left;
      return left("original") < left("translation") ? "fr en" : "en fr";
    });
  assert.equal(await sides(), "fr en");
  await set(page, "languages", "en fr");
  await becomes(sides, "en fr");
  await set(page, "languages", "fr en");
  await becomes(sides, "fr en");
});

test("lang: the language of the interface", async (t) => {
  const page = await openReady(t, HOST);
  const { status, search } = widget(page);
  assert.match(await status.innerText(), /events/);
  await set(page, "lang", "fr");
  await becomes(() => status.innerText(), (text) => /25\sévénements, 30\scitations/.test(text));
  assert.equal(await search.getAttribute("aria-label"), "Rechercher");
  await set(page, "lang", "en");
  await becomes(() => status.innerText(), (text) => /25\sevents/.test(text));
});

test("lang: else that of the nearest ancestor, regions and all", async (t) => {
  const page = await openReady(t, `<div lang="fr-CA"><p><quote-timeline></quote-timeline></div>${SCRIPT}`);
  assert.match(await widget(page).status.innerText(), /événements/);
});

test("lang changed: what the reader chose and typed stays", async (t) => {
  const page = await openReady(t, HOST);
  await widget(page).search.fill("Ferrari");
  await becomes(() => widget(page).quotes.count(), (count) => count < affair.quotes.length);
  const before = await widget(page).listed();
  await set(page, "lang", "fr");
  await becomes(() => widget(page).status.innerText(), (text) => /citation/.test(text));
  assert.deepEqual(await widget(page).listed(), before);
  assert.equal(await widget(page).search.inputValue(), "Ferrari");
});

test("selected: an event or a quote, from the start and later", async (t) => {
  const page = await openReady(t, `<quote-timeline selected="paris-event"></quote-timeline>${SCRIPT}`);
  await becomes(widget(page).chosen, ["paris-event"]);
  await set(page, "selected", "grok-open-source");
  await becomes(widget(page).chosen, ["grok-open-source"]);
  await page.locator("quote-timeline").evaluate((own) => own.removeAttribute("selected"));
  await becomes(widget(page).chosen, []);
  await set(page, "selected", "no-such-thing");
  assert.deepEqual(await widget(page).chosen(), []);
});

test("permalinks: the page's fragment follows, and leads", async (t) => {
  const body = `<quote-timeline permalinks></quote-timeline>${SCRIPT}`;
  const page = await openReady(t, body);
  const length = await page.evaluate(() => history.length);
  await page.evaluate(() => document.querySelector("quote-timeline").select("paris-event"));
  await becomes(() => page.evaluate(() => location.hash), "#paris-event");
  assert.equal(await page.evaluate(() => history.length), length, "no step in the history");
  await page.reload();
  await becomes(widget(page).chosen, ["paris-event"], "the address leads to the event");
  await page.evaluate(() => document.querySelector("quote-timeline").select(null));
  await becomes(() => page.evaluate(() => location.hash), "");
});

test("permalinks: the query of the address stays", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html?page=2");
  await page.locator("quote-timeline").evaluate((own) => {
    own.setAttribute("permalinks", "");
    own.select("paris-event");
    own.select(null);
  });
  await becomes(() => page.evaluate(() => location.search + location.hash), "?page=2");
});

test("permalinks: a fragment of the page itself is left alone", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html#comments");
  await page.locator("quote-timeline").evaluate((own) => own.setAttribute("permalinks", ""));
  assert.equal(await page.evaluate(() => location.hash), "#comments");
  assert.deepEqual(await widget(page).chosen(), []);
});
