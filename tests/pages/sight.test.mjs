// Out of sight the timeline is not drawn; whoever comes back to it sees what there is now.
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const FAR = '<div style="height: 4000px"></div>';
const WIDGET = (id) => `<quote-timeline id="${id}"></quote-timeline>`;
const SCRIPT = '<script src="/pkg/quote-timeline.js"></script>';
const EVENT = "paris-event";

/** Opens a page with one widget at its top and one far below; what the browser tells of sight has come. */
async function opened(t) {
  const page = await openReady(t, `${WIDGET("near")}${FAR}${WIDGET("far")}${FAR}${SCRIPT}`);
  await page.evaluate(async () => {
    const far = document.querySelector("#far");
    // Observers are told in the order in which they were made: this one after the widget's own.
    await new Promise((told) => new IntersectionObserver(told).observe(far));
    window.drawn = 0;
    const count = new MutationObserver((records) => (window.drawn += records.length));
    const timeline = far.shadowRoot.querySelector("[part~=timeline]");
    count.observe(timeline, { attributes: true, childList: true, characterData: true, subtree: true });
  });
  return page;
}

/** What is shown of time: the names and dates of what stands there, and the axis. */
const seen = (page, id) =>
  page.locator(`#${id}`).evaluate((own) => {
    const all = (selector) => [...own.shadowRoot.querySelectorAll(selector)];
    const at = (node) => Math.round(node.getBoundingClientRect().left);
    const texts = all("[part~=timeline] [data-id], [part~=axis] span").map((node) => `${node.ariaLabel ?? node.textContent} ${at(node)}`);
    // Ticks stand in the document in any order; where they are drawn is theirs.
    return [...texts.sort(), ...all("[aria-current=true]").map((node) => node.dataset.id)];
  });

/** Does the same to both widgets, and lets frames pass. */
const both = (page, act) =>
  page.evaluate(async (act) => {
    for (const own of document.querySelectorAll("quote-timeline")) own[act.name](...act.given);
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return window.drawn;
  }, act);

test("nothing is drawn while the timeline is out of sight, and all when it comes back", async (t) => {
  const page = await opened(t);
  const events = await listen(page, ["range"]);
  const first = await seen(page, "far");
  for (const given of [["2023-09-01", "2024-04-30"], ["2023", "2024"], ["2023-11-01", "2023-12-31"]]) {
    assert.equal(await both(page, { name: "show", given }), 0, "no node of it is touched");
  }
  assert.equal((await events.all()).length, 6, "the page is told all the same");
  const now = await seen(page, "near");
  assert.notDeepEqual(now, first);
  await page.locator("#far").scrollIntoViewIfNeeded();
  await becomes(() => seen(page, "far"), now, "what stands there now");
});

test("what is chosen out of sight can be read, found and said at once", async (t) => {
  const page = await opened(t);
  assert.ok((await seen(page, "far")).length > 10, "a timeline that was never in sight has its events");
  await both(page, { name: "select", given: [EVENT] });
  const far = widget(page, page.locator("#far"));
  const near = widget(page, page.locator("#near"));
  assert.deepEqual(await far.listed(), await near.listed());
  assert.equal(await far.viewer.innerText(), await near.viewer.innerText());
  assert.deepEqual(await far.chosen(), [EVENT]);
});

test("the keyboard goes along what there is now, in sight or not", async (t) => {
  const page = await opened(t);
  const stay = (part) => page.locator(`#far [part~=${part}]`).evaluate((own) => own.focus({ preventScroll: true }));
  assert.equal(await both(page, { name: "show", given: ["2023-11-01", "2023-12-31"] }), 0);
  await stay("search");
  await becomes(() => seen(page, "far"), await seen(page, "near"), "the keyboard came into the widget");
  await both(page, { name: "show", given: ["2023", "2024"] });
  await becomes(() => seen(page, "far"), await seen(page, "near"), "and is in it");
  assert.equal(await page.evaluate(() => scrollY), 0, "it is out of sight still");
});

test("a widget that is taken away watches nothing any more", async (t) => {
  const init = () => {
    window.watching = new Set();
    window.IntersectionObserver = class extends IntersectionObserver {
      observe(node) {
        window.watching.add(this);
        super.observe(node);
      }
      disconnect() {
        window.watching.delete(this);
        super.disconnect();
      }
    };
  };
  const page = await openReady(t, `${WIDGET("near")}${SCRIPT}`, { init });
  await becomes(() => page.evaluate(() => window.watching.size), 1);
  await page.evaluate(() => document.querySelector("#near").remove());
  await becomes(() => page.evaluate(() => window.watching.size), 0);
});
