// Events and quotes are chosen by pointer and by keyboard, on the timeline and below it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { affair, becomes, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const quotesOf = (event) => affair.quotes.filter((quote) => quote.event === event).map((quote) => quote.id);
const sorted = (list) => [...list].sort();

/** Lists what is shown, sorted. */
const listed = (page) => async () => sorted(await widget(page).listed());

test("a click on an event shows its quotes and what is known of it", async (t) => {
  const page = await openReady(t, HOST);
  const { mark, viewer } = widget(page);
  await page.evaluate(() => document.querySelector("quote-timeline").show("2024-03-05", "2024-03-20"));
  await mark("paris-event").click();
  await becomes(listed(page), sorted(quotesOf("paris-event")), "the quotes of the event");
  await becomes(widget(page).chosen, ["paris-event"], "the event is marked");
  const { title, summary, sources } = affair.events.find((own) => own.id === "paris-event");
  const text = await viewer.innerText();
  for (const words of [title.en, summary.en, sources[0].words ?? ""]) assert.ok(text.includes(words), words);
});

test("every event shows exactly its quotes", async (t) => {
  const page = await openReady(t, HOST);
  for (const { id } of affair.events) {
    assert.equal(await page.evaluate((id) => document.querySelector("quote-timeline").select(id), id), true);
    await becomes(widget(page).chosen, [id], `${id} is marked on the timeline`);
    await becomes(listed(page), sorted(quotesOf(id)), `quotes of ${id}`);
  }
});

test("arrow keys reach every event in the order of time, and Enter chooses", async (t) => {
  const page = await openReady(t, HOST);
  const { timeline } = widget(page);
  await timeline.locator('[part~="event"][data-id][tabindex="0"]').first().focus();
  const focused = () => page.evaluate(() => document.querySelector("quote-timeline").shadowRoot.activeElement?.dataset.id);
  const first = affair.events[0].id;
  await page.keyboard.press("Home");
  await becomes(focused, first, "Home goes to the first event");
  const reached = [first];
  for (let step = 1; step < affair.events.length; step += 1) {
    await page.keyboard.press("ArrowRight");
    reached.push(await becomes(focused, (id) => id && id !== reached.at(-1), "the next event has the focus"));
  }
  assert.deepEqual(sorted(reached), sorted(affair.events.map((own) => own.id)));
  await page.keyboard.press("Home");
  await becomes(focused, first);
  await page.keyboard.press("End");
  await becomes(focused, reached.at(-1), "End goes to the last");
  await page.keyboard.press("ArrowLeft");
  await becomes(focused, reached.at(-2), "ArrowLeft goes back");
  const id = reached.at(-2);
  await page.keyboard.press("Enter");
  await becomes(widget(page).chosen, [id], "Enter chooses");
  await becomes(listed(page), sorted(quotesOf(id)));
  await page.keyboard.press("Escape");
  await becomes(widget(page).chosen, [], "Escape goes back");
  await becomes(() => widget(page).quotes.count(), affair.quotes.length);
});

test("a quote shows its place on the timeline", async (t) => {
  const page = await openReady(t, HOST);
  const events = await listen(page);
  for (const id of ["grok-open-source", "open-the-hood", "no-knowledge"]) {
    await widget(page).quote(id).getByRole("button").first().click();
    await becomes(widget(page).chosen, [id], `${id} is marked`);
    assert.deepEqual(await events.last("select"), { id, kind: "quote" });
    const [mark, stage] = await Promise.all([
      widget(page).mark(id).boundingBox(),
      widget(page).timeline.boundingBox(),
    ]);
    assert.ok(mark.x >= stage.x - 1 && mark.x < stage.x + stage.width, `${id} is in sight`);
  }
});

test("a quote on the timeline is brought into sight below", async (t) => {
  const page = await openReady(t, HOST);
  await page.evaluate(() => document.querySelector("quote-timeline").show("2024-03-10", "2024-03-13"));
  await widget(page).mark("grok-open-source").click();
  await becomes(async () => {
    const quote = await widget(page).quote("grok-open-source").boundingBox();
    const viewer = await widget(page).viewer.boundingBox();
    return quote.y >= viewer.y - 1 && quote.y < viewer.y + viewer.height;
  }, true, "the quote is in sight");
});

test("a click on a cluster shows something of what is in it", async (t) => {
  const page = await openReady(t, HOST);
  const { timeline } = widget(page);
  const clusters = timeline.getByRole("button", { name: /zoom in to see/ });
  assert.ok((await clusters.count()) > 0, "the affair is dense enough for clusters");
  const before = await timeline.locator('[part~="event"][data-id]').evaluateAll((all) => all.map((own) => own.dataset.id));
  await clusters.first().click();
  await becomes(
    () => timeline.locator('[part~="event"][data-id]').evaluateAll((all) => all.map((own) => own.dataset.id)),
    (now) => now.some((id) => !before.includes(id)),
    "something of the cluster can be read",
  );
});
