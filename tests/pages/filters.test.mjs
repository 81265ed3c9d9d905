// Filters and search narrow the timeline and the quotes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { affair, becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const sorted = (list) => [...list].sort();
const listed = (page) => async () => sorted(await widget(page).listed());
const ids = (quotes) => sorted(quotes.map((quote) => quote.id));

/** Takes the option of a filter whose text begins so. */
async function choose(page, filter, beginning) {
  const box = widget(page).root.getByRole("combobox", { name: filter });
  const value = await box.evaluate(
    (own, beginning) => [...own.options].find((option) => option.textContent.startsWith(beginning)).value,
    beginning,
  );
  await box.selectOption(value);
}

test("by speaker", async (t) => {
  const page = await openReady(t, HOST);
  await choose(page, "Speaker", "Marina Ferrari");
  await becomes(listed(page), ids(affair.quotes.filter((own) => own.speaker === "marina-ferrari")));
  await widget(page).button("Clear filters").click();
  await becomes(() => widget(page).quotes.count(), affair.quotes.length, "cleared");
});

test("by outlet", async (t) => {
  const page = await openReady(t, HOST);
  await choose(page, "Outlet", "La Tribune");
  const printed = (quote) => quote.readings.some((reading) => reading.article === "la-tribune-2024-02");
  await becomes(listed(page), ids(affair.quotes.filter(printed)));
});

test("by subject", async (t) => {
  const page = await openReady(t, HOST);
  const all = await widget(page).listed();
  await choose(page, "Subject", "Elon Musk");
  const now = await becomes(() => widget(page).listed(), (list) => list.length < all.length, "fewer quotes");
  assert.ok(now.includes("grok-open-source"));
  const about = (quote) => quote.speaker === "elon-musk" || quote.entities?.includes("elon-musk");
  assert.deepEqual(sorted(now), ids(affair.quotes.filter(about)));
});

const SEARCHES = [
  ["societe", "societe ", "accents left out, in French"],
  ["ABANDONNER", "abandonner", "capitals, in French"],
  ["breeding ground", "breeding ground", "English words"],
  ["TRANSPARENT", "transparent", "a word of both languages"],
  ["europeen", "européen", "accents left out"],
];

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

for (const [typed, , what] of SEARCHES) {
  test(`search: ${what}`, async (t) => {
    const page = await openReady(t, HOST);
    const { search, root, quotes } = widget(page);
    await search.fill(typed);
    await becomes(() => quotes.count(), (count) => count < affair.quotes.length, "the list is narrowed");
    const words = plain(typed).split(" ");
    const texts = await quotes.evaluateAll((all) => all.map((own) => own.innerText));
    for (const text of texts) {
      for (const word of words) assert.ok(plain(text).includes(word), `“${word}” is in “${text}”`);
    }
    const marked = await root.locator("mark").allInnerTexts();
    if (texts.some((text) => plain(text).includes(plain(typed)))) assert.ok(marked.length > 0, "what was found is marked");
    for (const text of marked) assert.ok(words.some((word) => plain(text).includes(word) || word.includes(plain(text))), `“${text}” is marked`);
  });
}

test("what is found is marked in both languages", async (t) => {
  const page = await openReady(t, HOST);
  const { search, quote } = widget(page);
  await search.pressSequentially("ecosyst");
  await becomes(() => quote("open-source-ecosystem").locator('[part~="translation"] mark').first().isVisible(), true);
  const marks = (part) => quote("open-source-ecosystem").locator(`[part~="${part}"] mark`).allInnerTexts();
  // Each key draws the list anew.
  await becomes(() => marks("original"), (all) => all.some((text) => /écosyst/i.test(text)), "in French");
  await becomes(() => marks("translation"), (all) => all.some((text) => /ecosyst/i.test(text)), "in English");
});

test("a search without result says so and can be cleared", async (t) => {
  const page = await openReady(t, HOST);
  const { search, status, quotes } = widget(page);
  await search.fill("zzzz");
  await becomes(() => quotes.count(), 0);
  await becomes(() => status.innerText(), (text) => text.includes("Nothing matches."), "the status says so");
  await search.fill("");
  await becomes(() => quotes.count(), affair.quotes.length);
});

test("the count of what is shown is said to a screen reader", async (t) => {
  const page = await openReady(t, HOST);
  const { root } = widget(page);
  const status = root.getByRole("status");
  assert.match(await status.innerText(), /25\sevents, 30\squotes, 5\sarticles/);
  await choose(page, "Speaker", "Marina Ferrari");
  await becomes(() => status.innerText(), (text) => /8\squotes/.test(text), "8 quotes");
});

test("the timeline shows what the filter lets through, at its own place and under its own name", async (t) => {
  const page = await openReady(t, HOST);
  const { root, search } = widget(page);
  const labels = root.locator('[aria-label="Events"] [part~="event"][data-id]');
  const events = new Map(affair.events.map((own) => [own.id, own]));
  await search.fill("musk");
  const about = affair.events.filter((own) => /musk/i.test(JSON.stringify([own.title, own.summary])));
  assert.ok(about.length > 0 && about.length < affair.events.length);
  await becomes(
    async () => sorted(await labels.evaluateAll((all) => all.map((own) => own.dataset.id))),
    sorted(about.map((own) => own.id)),
    "only what was found",
  );
  for (const label of await labels.all()) {
    const { title } = events.get(await label.getAttribute("data-id"));
    assert.ok((await label.textContent()).startsWith(title.en));
  }
});
