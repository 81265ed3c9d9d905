// A third language by a table, and an interface from right to left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";

const GERMAN = {
  search: "Suche",
  search_hint: "Ein Wort, einen Namen suchen …",
  all_speakers: "Alle Stimmen",
  zoom_in: "Vergrößern",
  zoom_out: "Verkleinern",
  earlier: "Früher",
  later: "Später",
  fit: "Alles zeigen",
  event_count: { one: "Ereignis", other: "Ereignisse" },
  quote_count: { one: "Zitat", other: "Zitate" },
  article_count: { one: "Artikel", other: "Artikel" },
  statuses: ["Original", "Übersetzung", "Rückübersetzung", "Umschreibung", "Auszug"],
  quotation_marks: ["„", "“"],
};

/** As far as the tests read it. */
const ARABIC = {
  search: "بحث",
  zoom_in: "تكبير",
  zoom_out: "تصغير",
  earlier: "أقدم",
  later: "أحدث",
  fit: "عرض الكل",
  back: "رجوع",
  events: "الأحداث",
  event_count: { zero: "حدث", one: "حدث", two: "حدثان", few: "أحداث", many: "حدثًا", other: "حدث" },
};

const add = (page, tag, table) =>
  page.evaluate(([tag, table]) => customElements.get("quote-timeline").addLanguage(tag, table), [tag, table]);

test("a language is added by a table, while a widget is open", async (t) => {
  const page = await openReady(t, HOST);
  await widget(page).root.evaluate((own) => own.setAttribute("lang", "de"));
  await widget(page).button("Zoom in").waitFor();
  const problems = await add(page, "de", { ...GERMAN, serach: "Suche", copy_as: ["Als Text kopieren"] });
  await widget(page).button("Vergrößern").waitFor();
  assert.ok(problems.includes("serach: there is no such key"));
  assert.ok(problems.includes("copy_as: 3 texts are wanted"));
  assert.ok(problems.includes("clear: missing; it is said in English"));
  assert.ok(!problems.some((own) => own.startsWith("search:")));
  assert.match(await widget(page).status.textContent(), /25\u00a0Ereignisse, 30\u00a0Zitate, 5\u00a0Artikel/);
  assert.equal(await widget(page).root.evaluate((own) => own.shadowRoot.querySelector(".root").lang), "de");
  const months = await widget(page).part("axis").textContent();
  assert.match(months, /Okt|Juli|Jan/, "months by the browser");
});

test("a widget that comes later speaks it too, and others do not", async (t) => {
  const page = await openReady(t, HOST);
  await add(page, "de", GERMAN);
  await page.evaluate(() => {
    const german = document.createElement("quote-timeline");
    german.lang = "de-AT";
    document.body.append(german);
    return german.ready;
  });
  await page.getByRole("button", { name: "Vergrößern" }).waitFor();
  await widget(page).button("Zoom in").waitFor();
});

test("plural forms go by the rules of the language", async (t) => {
  const page = await openReady(t, HOST);
  await add(page, "ar", ARABIC);
  await widget(page).root.evaluate((own) => {
    own.lang = "ar";
    own.dossier = { events: ["2024-01-01", "2024-02-01"].map((date, place) => ({ id: `e${place}`, date, title: "E" })) };
    return own.ready;
  });
  await becomes(() => widget(page).status.textContent(), (text) => text.includes("2\u00a0حدثان"));
});

for (const width of [1000, 360]) {
  test(`in a language written from right to left everything is mirrored, ${width} pixels`, async (t) => {
    const page = await openReady(t, HOST, { width });
    await add(page, "ar", ARABIC);
    const { root, timeline, button, toolbar } = widget(page);
    await root.evaluate((own) => own.setAttribute("lang", "ar"));
    await button("تكبير").waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no overflow");
    const left = (locator) => locator.boundingBox().then(({ x }) => x);
    const [search, frame] = await Promise.all([widget(page).search.boundingBox(), toolbar.boundingBox()]);
    assert.ok(search.x + search.width > frame.x + frame.width - 40, "the search begins at the right");
    if (width < 600) return;
    const [first, last] = [timeline.locator('[data-id="chatgpt"], [part~=event]').first(), timeline.locator('[data-band="event"] [part~=event]').last()];
    assert.ok((await left(first)) > (await left(last)), "time runs from right to left");
    assert.ok((await left(button("أقدم"))) > (await left(button("أحدث"))), "what is earlier is to the right");
    // Keys follow the eye.
    await timeline.locator('[data-band] [tabindex="0"]').focus();
    await page.keyboard.press("Home");
    const place = () => page.evaluate(() => Number(document.querySelector("quote-timeline").shadowRoot.activeElement.closest("li")?.ariaPosInSet));
    await becomes(place, 1);
    await page.keyboard.press("ArrowLeft");
    await becomes(place, 2, "left is later");
    // The hand holds what it holds.
    await root.evaluate((own) => own.show("2023-06", "2024-02"));
    const events = await listen(page, ["range"]);
    const strip = await widget(page).part("axis").boundingBox();
    await page.mouse.move(strip.x + 300, strip.y - 10);
    await page.mouse.down();
    await page.mouse.move(strip.x + 450, strip.y - 10, { steps: 5 });
    await page.mouse.up();
    const { start } = await becomes(() => events.last("range"), Boolean);
    assert.ok(start > "2023-06-01", "drawn to the right shows what is later");
  });
}

test("the interface turns back with its language", async (t) => {
  const page = await openReady(t, HOST);
  await add(page, "ar", ARABIC);
  const { root, button } = widget(page);
  await root.evaluate((own) => own.setAttribute("lang", "ar"));
  await button("تكبير").waitFor();
  await root.evaluate((own) => own.setAttribute("lang", "fr"));
  await button("Agrandir").waitFor();
  assert.equal(await root.evaluate((own) => getComputedStyle(own.shadowRoot.querySelector(".root")).direction), "ltr");
});
