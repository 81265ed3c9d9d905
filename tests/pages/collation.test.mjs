// Every wording compared: what differs is marked and said, the base can be chosen, three readings or more stand
// in one table, and whose translation it is stands on the screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { becomes, openReady } from "./browser.mjs";
import { arabic, german, japanese } from "./pairs.mjs";
import { widget } from "./widget.mjs";

const AFFAIR = '<script src="/pkg/quote-timeline.js"></script><quote-timeline view="quotes"></quote-timeline>';

/** A page that shows a dossier of its own. */
const pageOf = (dossier) =>
  `<script src="/pkg/quote-timeline.js"></script><quote-timeline view="quotes">` +
  `<script type="application/json">${JSON.stringify(dossier)}</script></quote-timeline>`;

/** A reading of a quote, by its number, and one language of it. */
const reading = (page, id, number) => widget(page).quote(id).locator('[part~="reading"]').nth(number);
const side = (page, id, number, language) => reading(page, id, number).locator(`blockquote[lang="${language}"]`);

/** What a side marks: `[element, words, what the base has]`. */
const marks = (locator) =>
  locator.evaluate((own) => {
    const found = [];
    let instead = "";
    for (const node of own.querySelectorAll("ins, del")) {
      if (node.localName === "del") {
        instead = node.dataset.words;
        if (node.nextElementSibling?.localName !== "ins") found.push(["omitted", "", instead]), (instead = "");
      } else if (node.hasAttribute("data-first")) {
        found.push([node.className, node.textContent, instead]);
        instead = "";
      } else {
        found.at(-1)[1] += node.textContent;
      }
    }
    return found;
  });

test("the drifts of the affair are marked word by word", async (t) => {
  const page = await openReady(t, AFFAIR);
  assert.deepEqual(await marks(side(page, "aim-not-to-abandon", 2, "fr")), [["changed", "L'objectif", "Le but"]]);
  assert.deepEqual(await marks(side(page, "aim-not-to-abandon", 2, "en")), [["changed", "objective", "aim"]]);
  assert.deepEqual((await marks(side(page, "commercial-activity", 2, "fr"))).slice(0, 2), [
    ["changed", "les recherches coûteuses nécessaires", "la recherche coûteuse nécessaire"],
    ["added", "nouveaux", ""],
  ]);
  assert.deepEqual(await marks(side(page, "two-ranges", 3, "fr")), [
    ["omitted", "", "Et"],
    ["changed", "à travailler sur les", "d’avoir"],
    ["changed", "pistes", "gammes"],
  ]);
  const hood = await marks(side(page, "open-the-hood", 1, "fr"));
  assert.ok(hood.some(([kind, words, base]) => kind === "changed" && words.includes("regarder sous") && base.includes("ouvrir")));
  assert.ok(hood.some(([kind, words]) => kind === "moved" && words === "Cette technologie"));
});

test("what differs is marked by shape, and the words stay the article's alone", async (t) => {
  const page = await openReady(t, AFFAIR);
  const words = side(page, "aim-not-to-abandon", 2, "fr");
  assert.equal((await words.innerText()).replace(/\s/g, ""), "«L'objectifn'estpasd'abandonnerl'opensource»");
  const shapes = await words.locator("..").evaluate((cell) => {
    const of = (selector) => getComputedStyle(cell.querySelector(selector));
    return {
      line: of("ins").borderBlockEndStyle,
      struck: getComputedStyle(cell.querySelector("del"), "::before").textDecorationLine,
      beside: of("blockquote").borderBlockEndStyle,
    };
  });
  assert.deepEqual(shapes, { line: "solid", struck: "line-through", beside: "none" });
  // The four kinds have a line of their own each, and a legend that shows them.
  const legend = widget(page).quote("aim-not-to-abandon").locator(".legend");
  assert.match(await legend.innerText(), /substitution.*addition.*omission.*transposition/s);
  const styles = await legend.locator("ins").evaluateAll((all) => all.map((own) => getComputedStyle(own).borderBlockEndStyle));
  assert.deepEqual(styles, ["solid", "dotted", "dashed"]);
});

test("a screen reader hears each difference once, after the words", async (t) => {
  const page = await openReady(t, AFFAIR);
  const said = reading(page, "commercial-activity", 2).getByRole("list", { name: "Differences from the base text" }).first();
  assert.deepEqual(await said.getByRole("listitem").allInnerTexts(), [
    "«\u202Fles recherches coûteuses nécessaires\u202F» instead of «\u202Fla recherche coûteuse nécessaire\u202F»",
    "«\u202Fnouveaux\u202F» added",
    "omitted: «\u202FEt nous continuerons d’avoir deux gammes\u202F»",
  ]);
  // What is drawn beside the words is silent.
  const tree = await side(page, "commercial-activity", 2, "fr").ariaSnapshot();
  assert.ok(!tree.includes("la recherche coûteuse"), tree);
});

test("the earliest original is the base, and the reader can choose another", async (t) => {
  const page = await openReady(t, AFFAIR);
  const quote = widget(page).quote("commercial-activity");
  const based = () =>
    quote.locator('[part~="reading"]').evaluateAll((all) => all.findIndex((own) => own.querySelector(".base-tag")));
  assert.equal(await based(), 1, "the press review of 28 February");
  const choice = quote.getByLabel("Compared with");
  await choice.selectOption({ index: 2 });
  await becomes(based, 2);
  assert.deepEqual((await marks(side(page, "commercial-activity", 0, "fr")))[0], [
    "changed",
    "la recherche coûteuse nécessaire",
    "les recherches coûteuses nécessaires",
  ]);
  assert.ok(await choice.evaluate((own) => own.getRootNode().activeElement === own || own.isConnected), "the control stays");
});

test("typography counts only when asked for", async (t) => {
  const page = await openReady(t, AFFAIR);
  const own = side(page, "commercial-activity", 0, "fr");
  const apostrophes = async () => (await marks(own)).filter(([, words]) => words.startsWith("L'"));
  assert.deepEqual(await apostrophes(), []);
  await widget(page).root.getByRole("checkbox", { name: "Typography counts" }).check();
  await becomes(async () => (await apostrophes()).length, 1);
  assert.match(await reading(page, "commercial-activity", 0).innerText(), /keeps 68% of the base/, "the words are kept all the same");
});

test("a figure says how much of the base a reading keeps", async (t) => {
  const page = await openReady(t, AFFAIR);
  const kept = (number) => reading(page, "aim-not-to-abandon", number).locator(".kept").first().innerText();
  assert.equal(await kept(2), "keeps 80% of the base");
  assert.equal(await kept(1), "keeps 30% of the base");
  assert.equal(await kept(4), "in other words");
});

test("each reading links to its article and draws its descent", async (t) => {
  const page = await openReady(t, AFFAIR);
  const own = reading(page, "commercial-activity", 2);
  assert.match(await own.locator("a.outlet").getAttribute("href"), /^https:/);
  const path = own.getByRole("list", { name: "Path" });
  assert.deepEqual(await path.getByRole("listitem").allInnerTexts(), [
    "Arthur Mensch",
    "interview with Le Monde",
    "agency dispatch in English (inferred from the text)",
    "agency copy",
  ]);
});

test("three readings or more stand in one table, a column per place", async (t) => {
  const page = await openReady(t, AFFAIR);
  const table = widget(page).quote("commercial-activity").getByRole("table").first();
  const rows = await table.getByRole("row").evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())),
  );
  assert.deepEqual(rows.map(([witness]) => witness), ["press review base text", "Maddyness original", "agency copy back-translation"]);
  const column = rows[0].indexOf("la recherche coûteuse nécessaire");
  assert.deepEqual(rows.map((row) => row[column]), [
    "la recherche coûteuse nécessaire",
    "la recherche coûteuse nécessaire",
    "les recherches coûteuses nécessaires",
  ]);
  assert.equal(new Set(rows.map((row) => row.length)).size, 1);
  assert.equal(await widget(page).quote("open-the-hood").getByRole("table").count(), 0, "two are compared in their words");
});

test("a wide table scrolls by keyboard, with its witnesses in sight", async (t) => {
  const page = await openReady(t, AFFAIR, { width: 660 });
  const region = widget(page).quote("aim-not-to-abandon").getByRole("group", { name: "Word by word: French" });
  await region.focus();
  const witness = region.getByRole("rowheader").first();
  const before = await witness.boundingBox();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await becomes(() => region.evaluate((own) => own.scrollLeft), (left) => left > 0);
  const after = await witness.boundingBox();
  assert.ok(Math.abs(after.x - before.x) <= 1);
});

test("on a phone a table folds into a stack, and nothing sticks out", async (t) => {
  const page = await openReady(t, AFFAIR, { width: 360 });
  const region = widget(page).quote("aim-not-to-abandon").getByRole("group", { name: /Word by word/ }).first();
  assert.ok(await region.evaluate((own) => own.scrollWidth <= own.clientWidth + 1));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test("whose translation it is, and from which language, is always on the screen", async (t) => {
  const page = await openReady(t, AFFAIR);
  for (const own of await widget(page).part("translation").all()) {
    assert.match(await own.locator("..").innerText(), /^translated from French by the makers of this dossier, Quote Timeline/);
  }
  const machine = await openReady(t, pageOf(german));
  const texts = await widget(machine).part("translation").locator("..").allInnerTexts();
  assert.match(texts[0], /^translated from German by Tom Reed/);
  assert.match(texts[1], /^translated from German by a machine, Example Translate/);
  assert.match(texts[2], /^translated from English by The Wire/);
});

test("the original is first in the eye, whichever column it is in", async (t) => {
  for (const languages of ["fr en", "en fr"]) {
    const page = await openReady(t, AFFAIR.replace("view=", `languages="${languages}" view=`));
    const size = (part) =>
      widget(page).part(part).first().evaluate((own) => Number.parseFloat(getComputedStyle(own).fontSize));
    assert.ok((await size("original")) > (await size("translation")), languages);
    const label = await widget(page).part("original").first().locator("..").innerText();
    assert.match(label, /^Original · French/);
  }
});

test("a reader can show original, translation or both", async (t) => {
  const page = await openReady(t, AFFAIR);
  const { root, part } = widget(page);
  const seen = async () => [await part("original").first().isVisible(), await part("translation").first().isVisible()];
  assert.deepEqual(await seen(), [true, true]);
  await root.getByRole("radio", { name: "Original" }).check();
  await becomes(seen, [true, false]);
  await page.keyboard.press("ArrowRight");
  await becomes(seen, [false, true], "by arrow keys too");
  await root.getByRole("radio", { name: "Both" }).check();
  await becomes(seen, [true, true]);
});

test("texts in one piece are aligned automatically, say so, and stay level", async (t) => {
  for (const [dossier, from, to] of [[german, "de", "en"], [arabic, "ar", "fr"], [japanese, "ja", "en"]]) {
    const page = await openReady(t, pageOf(dossier));
    const own = reading(page, "quote", 0);
    assert.match(await own.innerText(), /aligned automatically/, from);
    const tops = (language) =>
      side(page, "quote", 0, language).locator(".row").evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().top)));
    const [one, other] = [await tops(from), await tops(to)];
    assert.equal(one.length, 3, from);
    assert.deepEqual(one, other, `${from}: rows are level`);
    const segment = side(page, "quote", 0, from).locator("[data-seg]");
    await segment.first().focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await segment.nth(1).evaluate((node) => node.getRootNode().activeElement === node), true, "keys go on");
    assert.doesNotMatch(await reading(page, "quote", 1).innerText(), /automatically/, "one sentence is not worth it");
  }
});

test("other pairs of languages: words, directions, no spaces", async (t) => {
  const words = async (dossier, number, language) => {
    const page = await openReady(t, pageOf(dossier));
    return marks(side(page, "quote", number, language));
  };
  assert.deepEqual((await words(german, 1, "de"))[0], ["changed", "Quellcode", "Quelltext"]);
  assert.deepEqual((await words(german, 2, "en"))[0], ["changed", "will not abandon", "are not giving up"]);
  const japaneseMarks = await words(japanese, 1, "ja");
  assert.ok(japaneseMarks.some(([kind, own, base]) => kind === "changed" && own.includes("捨") && base.includes("や")), JSON.stringify(japaneseMarks));
  const arabicMarks = await words(arabic, 1, "ar");
  assert.deepEqual(arabicMarks[0], ["changed", "الغاية ليست", "الهدف ليس"]);
  const page = await openReady(t, pageOf(arabic));
  const own = side(page, "quote", 1, "ar");
  assert.equal(await own.evaluate((node) => getComputedStyle(node).direction), "rtl");
  assert.equal(await side(page, "quote", 1, "fr").evaluate((node) => getComputedStyle(node).direction), "ltr");
  const region = widget(page).quote("quote").getByRole("table").first();
  const [head, cell] = await Promise.all([region.getByRole("rowheader").first().boundingBox(), region.getByRole("cell").first().boundingBox()]);
  assert.ok(head.x > cell.x, "an Arabic table begins on the right");
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in comparisons, ${colorScheme}`, async (t) => {
    for (const [dossier, width] of [[german, 1280], [arabic, 360]]) {
      const page = await openReady(t, pageOf(dossier), { colorScheme, width });
      assert.deepEqual(await violations(page), []);
    }
  });
}
