// Nothing sticks out, from a small phone to a wide screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openReady, testIn } from "./browser.mjs";
import { widget } from "./widget.mjs";

const PAGES = ["/www/", "/www/hosts/script-tag-alone.html", "/www/hosts/narrow.html", "/www/hosts/dark.html"];

for (const width of [320, 360, 768, 1280]) {
  test(`no sideways scrolling at ${width} pixels`, async (t) => {
    for (const path of PAGES) {
      const page = await openReady(t, path, { width });
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await overflow()) <= 0, `${path}: ${await overflow()} pixels too wide`);
      const { viewer, root } = widget(page);
      assert.ok(await viewer.evaluate((own) => own.scrollWidth <= own.clientWidth), `${path}: the quotes scroll sideways`);
      await root.evaluate((own) => own.select("paris-event"));
      assert.ok((await overflow()) <= 0, `${path}, an event chosen`);
    }
  });
}

test("in a narrow column the translation stands below the original", async (t) => {
  const page = await openReady(t, "/www/hosts/narrow.html");
  const reading = widget(page).part("reading").first();
  const [original, translation] = await Promise.all(
    ["original", "translation"].map((part) => reading.locator(`[part~="${part}"]`).boundingBox()),
  );
  assert.ok(translation.y >= original.y + original.height);
});

test("buttons and fields are large enough for a finger", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html", { width: 360 });
  const small = await widget(page).root.evaluate((own) =>
    [...own.shadowRoot.querySelectorAll("button, select, input")]
      .map((node) => [node, node.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 20))
      .map(([node, box]) => `${node.textContent.slice(0, 30)}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
  );
  assert.deepEqual(small, []);
});

// What the others print is read in print.test.mjs.
// Only there the screen shows what is for paper.
testIn("chromium")("on paper nothing scrolls and no control is printed", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  await page.emulateMedia({ media: "print" });
  const { viewer, toolbar } = widget(page);
  assert.ok(!(await toolbar.isVisible()));
  assert.ok(await viewer.evaluate((own) => own.scrollHeight <= own.clientHeight + 1), "every quote is printed");
  const sizes = await viewer.evaluate((own) => [...own.querySelectorAll('[part~="original"], [part~="translation"]')].map((node) => getComputedStyle(node).fontSize));
  assert.ok(sizes.length > 80);
  assert.deepEqual([...new Set(sizes)].map(parseFloat).map(Math.round), [13], "ten points, whosever words they are");
});

test("a title that reaches the right edge is shortened, not cut", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html", { width: 768 });
  const { root, timeline } = widget(page);
  await root.evaluate((own) => own.show("2022-10", "2024-03-20"));
  // The labels of March stand at the edge then.
  await page.waitForFunction(() => {
    const root = document.querySelector("quote-timeline").shadowRoot;
    const stage = root.querySelector('[part~="axis"]').getBoundingClientRect();
    const labels = [...root.querySelectorAll('[part~="timeline"] [part~="event"]')].map((own) => own.getBoundingClientRect());
    const seen = labels.filter((own) => own.left < stage.right - 24 && own.right > stage.left);
    return seen.length > 3 && seen.some((own) => own.right > stage.right - 60) && seen.every((own) => own.right <= stage.right + 1);
  });
  assert.ok(await timeline.isVisible());
});

test("quotation marks are seen, and nothing lies over a quote's button", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  const { viewer, part } = widget(page);
  const outside = await viewer.evaluate((own) => {
    const { left, right } = own.getBoundingClientRect();
    return [...own.querySelectorAll(".guillemet")].filter((mark) => {
      const box = mark.getBoundingClientRect();
      return box.width < 2 || box.left < left || box.right > right;
    }).length;
  });
  assert.equal(outside, 0);
  const button = part("quote").first().locator("[data-action=cite]");
  const met = await button.evaluate((own) => {
    own.scrollIntoView({ block: "center" });
    const { x, y, width, height } = own.getBoundingClientRect();
    return [2, width / 2, width - 2].map((along) => own.getRootNode().elementFromPoint(x + along, y + height / 2) === own);
  });
  assert.deepEqual(met, [true, true, true], "from its one end to the other");
});
