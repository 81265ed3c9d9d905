// What axe finds in each state, and what a keyboard and a screen reader need.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { becomes, open, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Violations that axe calls serious or critical, each with where it is. */
async function violations(page, within = "quote-timeline") {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate((within) => window.axe.run(within), within);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(" ")}: ${failureSummary}`));
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing serious, ${colorScheme}`, async (t) => {
    const page = await openReady(t, "/www/hosts/script-tag-alone.html", { colorScheme });
    assert.deepEqual(await violations(page), []);
  });
  test(`axe finds nothing serious on the demonstration page, ${colorScheme}`, async (t) => {
    const page = await openReady(t, "/www/", { colorScheme });
    assert.deepEqual(await violations(page, "html"), []);
  });
}

test("axe finds nothing serious with an event chosen, a filter set and words found", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  const { root, chosen, search } = widget(page);
  await root.evaluate((own) => own.select("paris-event"));
  await becomes(chosen, ["paris-event"]);
  assert.deepEqual(await violations(page), []);
  await search.fill("open source");
  await becomes(() => root.locator("mark").count(), (count) => count > 0);
  assert.deepEqual(await violations(page), []);
});

test("axe finds nothing serious in a phone's column", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html", { width: 360 });
  assert.deepEqual(await violations(page), []);
});

test("axe finds nothing serious in the error panel", async (t) => {
  const page = await open(t, "/www/hosts/broken.html", { expected: /404/ });
  await page.locator("quote-timeline[data-state=error]").waitFor();
  assert.deepEqual(await violations(page), []);
});

test("every text says its language", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  const languages = await widget(page).root.evaluate((own) => {
    const of = (part) => [...own.shadowRoot.querySelectorAll(`[part~="${part}"]`)].map((node) => node.closest("[lang]")?.lang);
    return { original: [...new Set(of("original"))], translation: [...new Set(of("translation"))], toolbar: of("toolbar") };
  });
  assert.deepEqual(languages, { original: ["fr"], translation: ["en"], toolbar: ["en"] });
});

test("Tab goes through the widget and out again", async (t) => {
  const page = await openReady(t, '<script src="/pkg/quote-timeline.js" data-embed data-selected="paris-event"></script><button id="after">After</button>');
  await widget(page).search.focus();
  const inside = () => page.evaluate(() => document.activeElement.localName);
  let stops = 0;
  while ((await inside()) === "quote-timeline") {
    await page.keyboard.press("Tab");
    stops += 1;
    assert.ok(stops < 120, "the keyboard is caught");
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "after");
});

test("what has the focus can be seen", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  await widget(page).search.focus();
  const unseen = [];
  for (let stop = 0; stop < 14; stop += 1) {
    await page.keyboard.press("Tab");
    const look = await page.evaluate(() => {
      const node = document.querySelector("quote-timeline").shadowRoot.activeElement;
      if (!node) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      return { name: node.textContent.slice(0, 30), seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
    });
    if (look && !look.seen) unseen.push(look.name);
  }
  assert.deepEqual(unseen, []);
});
