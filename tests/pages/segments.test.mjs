// Pointing at a stretch of a quote, or focusing it, lights its counterpart in the other language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

/** Segments of one side of the first reading of a quote. */
function segments(page, id, part) {
  return widget(page).quote(id).locator('[part~="reading"]').first().locator(`[part~="${part}"] [data-seg]`);
}

const look = (segment) =>
  segment.evaluate((own) => `${getComputedStyle(own).backgroundColor} ${getComputedStyle(own).boxShadow}`);

/** The segments of a side that look otherwise than at rest. */
function lit(page, id, part, rest) {
  return segments(page, id, part).evaluateAll(
    (all, rest) =>
      all.filter((own) => getComputedStyle(own).boxShadow !== rest).map((own) => own.textContent.trim()),
    rest,
  );
}

test("pointing at a segment lights its counterpart", async (t) => {
  const page = await openReady(t, "/www/hosts/from-src.html");
  const id = "until-summer";
  const [first] = await segments(page, id, "original").all();
  const rest = await first.evaluate((own) => getComputedStyle(own).boxShadow);
  const before = await look(first);
  await first.hover();
  await becomes(() => lit(page, id, "original", rest), ["Bis zum Sommer"]);
  await becomes(() => lit(page, id, "translation", rest), ["until summer."], "crossed, as the data say");
  assert.notEqual(await look(first), before);
  await segments(page, id, "translation").first().hover();
  await becomes(() => lit(page, id, "original", rest), ["bleibt sie"], "from the other side");
  await widget(page).search.hover();
  await becomes(() => lit(page, id, "original", rest), [], "and goes out");
});

test("arrow keys go from segment to segment and light both sides", async (t) => {
  const page = await openReady(t, "/www/hosts/from-src.html");
  const id = "until-summer";
  const first = segments(page, id, "original").first();
  const rest = await first.evaluate((own) => getComputedStyle(own).boxShadow);
  assert.equal(await first.getAttribute("tabindex"), "0", "reached by Tab");
  await first.focus();
  await becomes(() => lit(page, id, "translation", rest), ["until summer."]);
  await page.keyboard.press("ArrowRight");
  await becomes(() => lit(page, id, "translation", rest), ["It will stay"]);
  await page.keyboard.press("ArrowLeft");
  await becomes(() => lit(page, id, "original", rest), ["Bis zum Sommer"]);
});
