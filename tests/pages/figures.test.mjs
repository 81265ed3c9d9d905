// Figures: what articles give for a number, side by side, and where it shows that they differ.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, affair, becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const figure = (page, id) => widget(page).root.locator(`[part~="figure"][data-id="${id}"]`);
const DISPUTED = ["microsoft-investment", "new-round-prospect"];

test("values stand side by side in digits, with their units, and words as printed", async (t) => {
  const page = await openReady(t, HOST);
  const stake = figure(page, "microsoft-stake");
  assert.deepEqual(await stake.locator(".amount").allTextContents(), ["15,000,000 EUR", "16,000,000 USD"]);
  const text = await stake.innerText();
  for (const words of ["15 millions d'euros", "16 millions de dollars", "different figures", "different units", "La Tribune", "Maddyness"]) {
    assert.ok(text.includes(words), words);
  }
  assert.equal(await stake.locator(".bar").count(), 0, "euros are not drawn against dollars");
});

test("one unit: bars as long as the numbers are large", async (t) => {
  const page = await openReady(t, HOST);
  const bars = await figure(page, "mistral-valuation").locator(".bar span").evaluateAll((all) =>
    all.map((own) => own.getBoundingClientRect().width / own.parentElement.getBoundingClientRect().width),
  );
  assert.deepEqual(bars.map((own) => Math.round(own * 100)), [40, 40, 100]);
  assert.match(await figure(page, "mistral-valuation").innerText(), /×\s2\.5 from lowest to highest/);
});

test("one article alone disputes nothing", async (t) => {
  const page = await openReady(t, HOST);
  assert.match(await figure(page, "round-amount").innerText(), /one article only/);
});

test("in French, digits and words are French", async (t) => {
  const page = await openReady(t, `<quote-timeline lang="fr"></quote-timeline>${SCRIPT}`);
  const text = await figure(page, "mistral-valuation").innerText();
  assert.match(text, /5\u202f000\u202f000\u202f000/);
  assert.match(text, /×\s2,5 du plus bas au plus haut/);
});

test("an event with a disputed figure says so on the timeline, and leads to it", async (t) => {
  const page = await openReady(t, HOST);
  const { mark, timeline } = widget(page);
  const marked = timeline.locator('[part~="event"][data-id]').filter({ hasText: "≠" });
  await page.evaluate(() => document.querySelector("quote-timeline").show("2024-04-01", "2024-04-30"));
  await becomes(() => marked.count(), Boolean, "one of April's is disputed");
  const names = await marked.evaluateAll((all) => all.map((own) => own.dataset.id).sort());
  assert.ok(names.length > 0 && names.every((id) => DISPUTED.includes(id)), `${names}`);
  await page.evaluate(() => document.querySelector("quote-timeline").select("new-round-prospect"));
  const own = mark("new-round-prospect");
  await becomes(() => own.getAttribute("aria-current"), "true");
  assert.match(await own.getAttribute("aria-label"), /the articles give different figures/, "a screen reader hears it");
  assert.match(await own.getAttribute("title"), /different figures/);
  await own.click();
  const shown = figure(page, "mistral-valuation");
  await becomes(() => shown.count(), 1);
  await becomes(() => shown.evaluate((node) => {
    const [inner, outer] = [node, node.closest('[part~="quotes"]')].map((own) => own.getBoundingClientRect());
    return inner.top >= outer.top && inner.top < outer.bottom;
  }), true, "in sight");
});

test("from a figure to its event, by keyboard", async (t) => {
  const page = await openReady(t, HOST);
  const event = affair.events.find((own) => own.id === "microsoft-investment");
  const way = figure(page, "microsoft-stake").getByRole("button", { name: event.title.en });
  await way.focus();
  await page.keyboard.press("Enter");
  await becomes(widget(page).chosen, ["microsoft-investment"]);
  assert.ok(await page.evaluate(() => !!document.querySelector("quote-timeline").shadowRoot.activeElement), "the keyboard is still inside");
});

test("figures are at their entity", async (t) => {
  const page = await openReady(t, HOST);
  const box = widget(page).root.getByRole("combobox", { name: "Subject" });
  await box.selectOption({ label: "Microsoft" });
  await becomes(() => figure(page, "microsoft-stake").count(), 1);
});

for (const width of [320, 1280]) {
  test(`numbers are not cut off at ${width} px`, async (t) => {
    const page = await openReady(t, HOST, { width });
    const wider = await widget(page).part("figure").evaluateAll((all) =>
      all.flatMap((own) => [...own.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > own.getBoundingClientRect().right + 1).map((node) => node.textContent)),
    );
    assert.deepEqual(wider, []);
  });
}
