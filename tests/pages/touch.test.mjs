// Fingers: one up and down scrolls the page, one sideways moves the timeline, two zoom. As a screen feels them
// in Chromium alone, whose driver has some; as the page is told of them everywhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, openReady, testIn } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const TALL = '<p>Above</p><quote-timeline></quote-timeline><script src="/pkg/quote-timeline.js"></script><div style="height: 3000px"></div>';
const inChromium = testIn("chromium");

/** A page with the widget, the middle of its timeline, and fingers, each `{x, y}`, that go from place to place. */
async function touched(t) {
  const page = await openReady(t, TALL, { hasTouch: true, width: 1024, height: 800 });
  const { x, y, width, height } = await widget(page).root.evaluate((own) => {
    const { x, y, width, height } = own.shadowRoot.querySelector(".stage").getBoundingClientRect();
    return { x, y, width, height };
  });
  const session = await page.context().newCDPSession(page);
  const send = (type, fingers) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: fingers.map((own, id) => ({ ...own, id })) });
  /** Each finger goes by its `by`, in steps as fingers do. */
  const swipe = async (fingers) => {
    const at = (part) => fingers.map(({ from, by }) => ({ x: from.x + by.x * part, y: from.y + by.y * part }));
    await send("touchStart", at(0));
    for (let step = 1; step <= 10; step += 1) await send("touchMove", at(step / 10));
    await send("touchEnd", []);
  };
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  const middle = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  return { page, middle, swipe, scrolled, events: await listen(page, ["range", "select"]) };
}

const span = ({ start, end }) => Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10));

inChromium("a finger that goes up scrolls the page, and the timeline stays", async (t) => {
  const { middle, swipe, scrolled, events } = await touched(t);
  await swipe([{ from: middle, by: { x: 0, y: -200 } }]);
  await becomes(scrolled, (own) => own > 100, "the page scrolls");
  assert.deepEqual(await events.all(), []);
});

inChromium("a finger that goes sideways moves the timeline, and the page stays", async (t) => {
  const { page, middle, swipe, scrolled, events } = await touched(t);
  await page.evaluate(() => document.querySelector("quote-timeline").show("2023-09-01", "2024-04-30"));
  const before = await becomes(() => events.last("range"), Boolean);
  await events.forget();
  await swipe([{ from: middle, by: { x: 200, y: 0 } }]);
  const after = await becomes(() => events.last("range"), (own) => own && own.start < "2023-08-15", "it shows what was before");
  assert.ok(Math.abs(span(after) - span(before)) <= 2 * 86_400_000, "and as much of it");
  assert.equal(await scrolled(), 0);
  assert.equal(await events.last("select"), undefined, "nothing was chosen on the way");
});

// How they lie, and which way the second is from the first.
for (const [how, across, down] of [["side by side", 1, 0], ["one above the other", 0, 0.5], ["aslant", 0.7, 0.5]]) {
  inChromium(`two fingers, ${how}, that part zoom in around them; the page is as large as before`, async (t) => {
    const { page, middle, swipe, scrolled, events } = await touched(t);
    await page.evaluate(() => document.querySelector("quote-timeline").show("2023-09-01", "2024-04-30"));
    const before = await becomes(() => events.last("range"), Boolean);
    await events.forget();
    const along = (px) => ({ x: px * across, y: px * down });
    const from = (px) => ({ x: middle.x + px * across, y: middle.y + px * down });
    await swipe([-1, 1].map((side) => ({ from: from(side * 60), by: along(side * 120) })));
    await becomes(() => events.last("range"), (own) => own && span(own) < span(before) / 2, "a third of it is shown");
    const { start, end } = await events.last("range");
    assert.ok(start > before.start && end < before.end, "around the fingers");
    assert.equal(await page.evaluate(() => visualViewport.scale), 1);
    assert.equal(await scrolled(), 0);
  });
}

test("two pointers that come closer zoom out, one of them pans on alone", async (t) => {
  const page = await openReady(t, TALL);
  const events = await listen(page, ["range"]);
  await page.evaluate(() => document.querySelector("quote-timeline").show("2023-09-01", "2024-04-30"));
  const before = await becomes(() => events.last("range"), Boolean);
  await events.forget();
  const ranges = await page.evaluate(() => {
    const stage = document.querySelector("quote-timeline").shadowRoot.querySelector(".stage");
    const { left, top, width, height } = stage.getBoundingClientRect();
    const tell = (type, pointerId, x) =>
      stage.dispatchEvent(new PointerEvent(type, {
        pointerId, pointerType: "touch", isPrimary: pointerId === 11, bubbles: true, composed: true, cancelable: true,
        clientX: left + width / 2 + x, clientY: top + height / 2, buttons: Number(type !== "pointerup"),
      }));
    const last = () => window.heard.at(-1)?.[1];
    tell("pointerdown", 11, -200);
    tell("pointerdown", 12, 200);
    for (const x of [180, 150, 120, 100]) {
      tell("pointermove", 11, -x);
      tell("pointermove", 12, x);
    }
    const closer = last();
    tell("pointerup", 12, 100);
    tell("pointermove", 11, -40);
    const panned = last();
    tell("pointerup", 11, -40);
    return [closer, panned];
  });
  const [closer, panned] = ranges.map(span);
  assert.ok(Math.abs(closer / span(before) - 2) < 0.1, `half as close, twice as much: ${JSON.stringify(ranges)}`);
  assert.ok(Math.abs(panned - closer) <= 2 * 86_400_000, "as much as before");
  assert.ok(ranges[1].start < ranges[0].start, "what was before");
});
