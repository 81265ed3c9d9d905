// A narrow widget: the timeline stands on end, filters open in a sheet, the page keeps its scrolling.
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, engine, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const PHONE = { width: 360, height: 740 };

const rows = (page) => widget(page).timeline.locator("ol > li");

test("below 600 pixels time runs down, in order; above, across", async (t) => {
  const page = await openReady(t, HOST, PHONE);
  const { timeline, part } = widget(page);
  assert.ok(await rows(page).first().isVisible());
  assert.ok(!(await part("axis").isVisible()), "no axis beside it");
  const tops = await timeline.locator("ol > li").evaluateAll((all) => all.map((own) => own.getBoundingClientRect().top));
  assert.deepEqual(tops, tops.toSorted((one, other) => one - other));
  await page.setViewportSize({ width: 900, height: 740 });
  await part("axis").waitFor();
  await becomes(() => rows(page).count(), 0);
});

test("titles are whole on a phone, and rows large enough for a thumb", async (t) => {
  const page = await openReady(t, HOST, PHONE);
  const bad = await widget(page).timeline.locator("ol button").evaluateAll((all) =>
    all
      .filter((own) => own.scrollWidth > own.clientWidth || own.getBoundingClientRect().height < 44)
      .map((own) => own.textContent),
  );
  assert.deepEqual(bad, []);
});

test("a group opens, and going back brings it again", async (t) => {
  const page = await openReady(t, HOST, PHONE);
  const groups = widget(page).timeline.locator('ol [data-action="open-cluster"]');
  const count = await groups.count();
  assert.ok(count > 0);
  const events = await listen(page, ["range"]);
  await groups.first().click();
  await becomes(() => events.last("range"), Boolean);
  await widget(page).button("Back to what was shown before").click();
  await becomes(() => groups.count(), count);
});

test("arrow keys go down the rows and on in time", async (t) => {
  const page = await openReady(t, HOST, PHONE);
  await widget(page).root.evaluate((own) => own.show("2023-01", "2023-06"));
  await becomes(() => rows(page).count(), (count) => count > 0 && count < 8);
  const stops = widget(page).timeline.locator('ol [tabindex="0"]');
  assert.equal(await stops.count(), 1);
  await stops.focus();
  const events = await listen(page, ["range"]);
  const focused = () => page.evaluate(() => document.querySelector("quote-timeline").shadowRoot.activeElement?.textContent);
  const first = await focused();
  await page.keyboard.press("ArrowDown");
  await becomes(focused, (own) => own && own !== first);
  for (let step = 0; step < 8 && !(await events.last("range")); step += 1) await page.keyboard.press("ArrowDown");
  const range = await becomes(() => events.last("range"), Boolean, "it went on in time");
  assert.ok(range.start > "2023-01-01");
  await becomes(focused, Boolean, "the keyboard is on a row still");
});

test("what is chosen keeps chosen from one layout to the other", async (t) => {
  const page = await openReady(t, HOST, PHONE);
  const { mark, chosen } = widget(page);
  await widget(page).root.evaluate((own) => own.select("paris-event"));
  await becomes(chosen, ["paris-event"]);
  await page.setViewportSize({ width: 1000, height: 740 });
  await becomes(chosen, ["paris-event"]);
  await mark("paris-event").waitFor();
});

test("what is chosen by a tap is brought into sight, what a script chooses is not", async (t) => {
  const page = await openReady(t, HOST, PHONE);
  await widget(page).root.evaluate((own) => own.select("paris-event"));
  await becomes(widget(page).chosen, ["paris-event"]);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await widget(page).timeline.locator("ol [part~=event]").first().click();
  await becomes(() => widget(page).viewer.evaluate((own) => own.getBoundingClientRect().top < innerHeight * 0.6), true);
});

test("filters open in a sheet, count themselves, and give the focus back", async (t) => {
  const page = await openReady(t, HOST, PHONE);
  const { part, listed } = widget(page);
  const filters = part("filter");
  assert.ok(!(await filters.first().isVisible()));
  const button = widget(page).root.getByRole("button", { name: /^Filters/ });
  await button.click();
  await filters.first().waitFor();
  const gaps = await filters.evaluateAll((fields) => fields.map((own) => own.closest("label").getBoundingClientRect().height - own.getBoundingClientRect().height));
  assert.ok(gaps.every((gap) => gap < 44), `as high as what is in it: ${gaps}`);
  const all = (await listed()).length;
  await filters.first().selectOption({ index: 1 });
  await becomes(async () => (await listed()).length, (count) => count > 0 && count < all);
  await becomes(() => button.textContent(), "Filters (1)");
  await page.keyboard.press("Escape");
  await filters.first().waitFor({ state: "hidden" });
  await page.setViewportSize({ width: 900, height: 740 });
  await filters.first().waitFor();
  assert.ok(!(await button.isVisible()), "beside the search there is room for them");
});

// Touches are sent by Chromium's own protocol.
if (engine === "chromium") {
  const TALL = '<meta name="viewport" content="width=device-width"><script src="/pkg/quote-timeline.js" data-embed></script><div style="height: 3000px"></div>';

  const swipe = async (page, fingers) => {
    const session = await page.context().newCDPSession(page);
    const send = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await send("touchStart", fingers.map(([from]) => from));
    for (let step = 1; step <= 8; step += 1) {
      await send("touchMove", fingers.map(([from, to]) => from.map((own, axis) => own + ((to[axis] - own) * step) / 8)));
    }
    await send("touchEnd", []);
  };

  const middle = async (page) => {
    const { x, y, width, height } = await widget(page).timeline.locator("ol").boundingBox();
    return [x + width / 2, y + Math.min(height / 2, 200)];
  };

  for (const [name, size] of [["on end", PHONE], ["across", { width: 800, height: 900 }]]) {
    test(`a finger moved up or down scrolls the page, sideways moves in time, two zoom: ${name}`, async (t) => {
      const page = await openReady(t, TALL, { ...size, hasTouch: true });
      await widget(page).root.evaluate((own) => own.show("2023-06", "2024-03"));
      const box = await widget(page).part("overview").boundingBox();
      const at = name === "across" ? [box.x + 300, box.y - 150] : await middle(page);
      const [x, y] = at;
      const events = await listen(page, ["range"]);
      await swipe(page, [[[x, y], [x - 120, y + 3]]]);
      const moved = await becomes(() => events.last("range"), Boolean);
      assert.ok(moved.start > "2023-06-01", "later");
      assert.equal(await page.evaluate(() => scrollY), 0);
      await events.forget();
      await swipe(page, [[[x - 20, y], [x - 120, y]], [[x + 20, y], [x + 120, y]]]);
      const near = await becomes(() => events.last("range"), Boolean);
      const days = ({ start, end }) => (Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10))) / 86_400_000;
      await becomes(async () => days(await events.last("range")), (span) => span < days(moved) * 0.6, "two fingers apart enlarge");
      assert.ok(near);
      await events.forget();
      await swipe(page, [[[x, y], [x + 4, y - 120]]]);
      await becomes(() => page.evaluate(() => scrollY), (scrolled) => scrolled > 40, "the page scrolled");
      assert.deepEqual(await events.all(), [], "time stood");
    });
  }
}
