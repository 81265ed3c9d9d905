// Permanent links: to an event, a quote, a comparison; with history, several widgets and frames.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, becomes, open, openReady, ready } from "./browser.mjs";
import { widget } from "./widget.mjs";

const ONE = `<quote-timeline permalinks></quote-timeline>${SCRIPT}`;
const TWO = `<quote-timeline id="left" permalinks></quote-timeline><quote-timeline id="right" permalinks></quote-timeline>${SCRIPT}`;
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

const hash = (page) => page.evaluate(() => location.hash);
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const of = (page, id) => widget(page, page.locator(`#${id}`));

test("what the reader chooses are steps; back and forward go along them", async (t) => {
  const page = await openReady(t, ONE);
  const { mark, chosen, root } = widget(page);
  await mark("mistral-founded").or(mark("chatgpt-launch")).first().waitFor();
  const ids = await root.locator('[aria-label="Events"] [part~="event"][data-id]').evaluateAll((all) => all.slice(0, 2).map((own) => own.dataset.id));
  await mark(ids[0]).click();
  await becomes(chosen, [ids[0]]);
  await mark(ids[1]).click();
  await becomes(() => hash(page), `#${ids[1]}`);
  await page.goBack();
  await becomes(chosen, [ids[0]], "back");
  assert.equal(await hash(page), `#${ids[0]}`);
  await page.goBack();
  await becomes(chosen, [], "back at the beginning");
  assert.equal(await hash(page), "");
  await page.goForward();
  await becomes(chosen, [ids[0]], "forward");
  await page.goForward();
  await becomes(chosen, [ids[1]], "forward again");
});

test("what a script chooses, and what a search takes away, is no step", async (t) => {
  const page = await openReady(t, ONE);
  const { root, search, chosen } = widget(page);
  const length = await page.evaluate(() => history.length);
  await root.evaluate((own) => own.select("paris-event"));
  await becomes(() => hash(page), "#paris-event");
  await search.fill("zzz");
  await becomes(chosen, []);
  await becomes(() => hash(page), "");
  assert.equal(await page.evaluate(() => history.length), length);
});

test("links and anchors of the page are the page's", async (t) => {
  const page = await openReady(t, `<a id="go" href="#comments">Comments</a><a id="in" href="#paris-event">Paris</a>${ONE}<h2 id="comments" style="margin-top:200vh">Comments</h2>`);
  const { chosen, root } = widget(page);
  await page.locator("#in").click();
  await becomes(chosen, ["paris-event"], "a link of the page leads into the widget");
  await page.locator("#go").click();
  await becomes(() => page.evaluate(() => scrollY > 500), true, "the page's own anchor is gone to");
  assert.equal(await hash(page), "#comments");
  assert.deepEqual(await chosen(), ["paris-event"], "what was chosen stays");
  await root.evaluate((own) => own.select(null));
  await becomes(chosen, []);
  assert.equal(await hash(page), "#comments", "the page's fragment is not taken away");
});

test("a link from elsewhere scrolls to the widget, as to any anchor", async (t) => {
  const page = await openReady(t, `<p style="height:300vh">Above</p>${ONE}`);
  await page.evaluate(() => void (location.hash = "paris-event"));
  await becomes(widget(page).chosen, ["paris-event"]);
  await becomes(() => page.evaluate(() => scrollY > 500), true);
});

test("a widget without permalinks never takes a fragment", async (t) => {
  const page = await open(t, "/www/hosts/script-tag-alone.html#paris-event");
  await ready(page);
  const { chosen, root } = widget(page);
  assert.deepEqual(await chosen(), []);
  await page.evaluate(() => void (location.hash = "grok-open-source"));
  await root.evaluate((own) => own.select("le-monde-interview"));
  await becomes(chosen, ["le-monde-interview"]);
  assert.equal(await hash(page), "#grok-open-source");
});

test("two widgets: each has its name in its links", async (t) => {
  const page = await openReady(t, TWO);
  const [left, right] = [of(page, "left"), of(page, "right")];
  await right.root.evaluate((own) => own.select("paris-event"));
  await becomes(() => hash(page), "#right:paris-event");
  assert.deepEqual(await left.chosen(), []);
  await left.root.evaluate((own) => own.select("grok-open-source"));
  await becomes(() => hash(page), "#left:grok-open-source");
  await page.reload();
  await ready(page);
  await becomes(left.chosen, ["grok-open-source"]);
  assert.deepEqual(await right.chosen(), []);
});

test("two widgets, one of them with permalinks: that one alone, without a name", async (t) => {
  const page = await openReady(t, TWO.replace(" permalinks", ""));
  await of(page, "right").root.evaluate((own) => own.select("paris-event"));
  await becomes(() => hash(page), "#paris-event");
  await of(page, "left").root.evaluate((own) => own.select("grok-open-source"));
  await becomes(of(page, "left").chosen, ["grok-open-source"]);
  assert.equal(await hash(page), "#paris-event");
});

test("a quote's link and an event's are copied", async (t) => {
  const page = await openReady(t, ONE, CLIPBOARD);
  const { quote, root, button } = widget(page);
  await quote("open-source-safe").getByRole("button", { name: "Cite" }).click();
  await button("Copy link").click();
  const address = page.url().split("#")[0];
  await becomes(() => copied(page), `${address}#open-source-safe`);
  await button("Copy as text").click();
  await becomes(() => copied(page), (text) => text.endsWith(`\nPermanent link: ${address}#open-source-safe`));
  await root.evaluate((own) => own.select("paris-event"));
  await button("Permanent link").click();
  await button("Copy link").click();
  await becomes(() => copied(page), `${address}#paris-event`);
});

test("a comparison has a link of its own, which leads back to it", async (t) => {
  const page = await openReady(t, ONE, CLIPBOARD);
  const base = "two-ranges~maddyness-2024-03-12";
  await page.evaluate((base) => void (location.hash = base), base);
  await becomes(widget(page).chosen, ["two-ranges"]);
  const { quote, button } = widget(page);
  await quote("two-ranges").getByRole("button", { name: "Cite" }).click();
  await button("Copy link").click();
  await becomes(() => copied(page), (link) => link.endsWith(`#${base}`));
  assert.equal(await hash(page), `#${base}`);
  const compared = quote("two-ranges").getByRole("combobox", { name: "Compared with" });
  assert.equal(await compared.inputValue(), "1", "the base is the one that the address names");
  await compared.selectOption("2");
  await becomes(() => hash(page), "#two-ranges~3", "the address follows the reader's choice");
});

test("in a frame the frame's own address leads there, and the page's is left alone", async (t) => {
  const files = { "/frame.html": `<!DOCTYPE html><meta charset="utf-8"><html lang="en"><body>${ONE}` };
  const page = await open(t, `<p>Page</p><div style="height:200vh"></div><iframe width="900" height="700" src="/frame.html#paris-event"></iframe>`, { files });
  const root = page.frameLocator("iframe").locator("quote-timeline[data-state=ready]");
  await root.waitFor();
  const inside = widget(page, root);
  await becomes(inside.chosen, ["paris-event"]);
  assert.equal(await page.evaluate(() => scrollY), 0, "the page does not jump to the frame");
  await root.evaluate((own) => own.select("grok-open-source"));
  await becomes(() => page.frames()[1].evaluate(() => location.hash), "#grok-open-source");
  assert.equal(await hash(page), "");
});

test("after the attribute, or the widget, is gone nothing is heard", async (t) => {
  const page = await openReady(t, TWO);
  const [left, right] = [of(page, "left"), of(page, "right")];
  await left.root.evaluate((own) => own.removeAttribute("permalinks"));
  await right.root.evaluate((own) => own.remove());
  await page.evaluate(() => void (location.hash = "paris-event"));
  await left.root.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.deepEqual(await left.chosen(), []);
});
