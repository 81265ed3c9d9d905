// A dossier that takes long to arrive: seen before its end, used meanwhile, given up cleanly.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, becomes, open, testIn } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const COUNT = 100_000;
const day = (number) => new Date(Date.UTC(1900, 0, 1) + (number % 36_000) * 86_400_000).toISOString().slice(0, 10);
const event = (number) => `{"id":"event-${number}","date":"${day(number)}","title":"Event ${number}"}`;
const events = (from, to) => Array.from({ length: to - from }, (_, place) => event(from + place)).join(",");
const START = `{"languages":["fr","en"],"events":[${events(0, 400)}`;
const REST = `,${events(400, COUNT)}],"quotes":[{"id":"last","date":"1950-01-01","readings":[{"language":"en","text":"At last"}]}],"title":"Slow"}`;

/** Answers with the start of a dossier; the rest comes when it is released, or never. */
function slow() {
  let released;
  let left;
  const held = new Promise((release) => (released = release));
  const gone = new Promise((leave) => (left = leave));
  const answer = async (_, response) => {
    response.on("close", () => left(response.writableFinished));
    response.writeHead(200, { "Content-Type": "application/json" }).write(START);
    const rest = await held;
    if (rest === undefined) response.destroy();
    else response.end(rest);
  };
  return { answer, release: () => released(REST), breakOff: () => released(undefined), gone };
}

const PAGE = `<quote-timeline src="/slow.json" selected="event-99999"><p id="fallback">What matters</p></quote-timeline>${SCRIPT}`;
const counts = (page) => () => widget(page).part("status").last().innerText();

test("the first screen is there before the end, answers, and goes on with the whole", async (t) => {
  const { answer, release } = slow();
  const page = await open(t, PAGE.replace(' selected="event-99999"', ""), { files: { "/slow.json": answer } });
  const own = widget(page);
  await own.timeline.locator("[part~=event], [part~=cluster]").first().waitFor();
  assert.equal(await own.root.getAttribute("data-state"), "loading");
  assert.ok(!(await page.locator("#fallback").isVisible()), "the widget is in its place");
  await own.root.getByRole("progressbar").waitFor();
  assert.match(await own.part("progress").innerText(), /400\s+rows read/);
  assert.equal(await page.evaluate(() => document.querySelector("quote-timeline").dossier), undefined);
  await own.search.fill("event 39");
  await becomes(counts(page), (text) => /^14\s+events/.test(text));
  await own.timeline.locator("[part~=event]").first().click();
  const [chosen] = await becomes(own.chosen, (all) => all.length === 1);
  release();
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  assert.equal(await own.root.getByRole("progressbar").count(), 0);
  assert.deepEqual(await own.chosen(), [chosen], "the choice stays");
  assert.equal(await own.search.inputValue(), "event 39", "and what was typed");
  await own.search.fill("");
  await becomes(counts(page), (text) => /^100000\s+events, 1\s+quote/.test(text));
  assert.match(await own.text(), /Slow/);
  assert.equal(await page.evaluate(() => document.querySelector("quote-timeline").dossier.events.length), COUNT);
});

test("what the page wants chosen is chosen when it has come", async (t) => {
  const { answer, release } = slow();
  const page = await open(t, PAGE, { files: { "/slow.json": answer } });
  const own = widget(page);
  await own.timeline.locator("[part~=event], [part~=cluster]").first().waitFor();
  const events = await listen(page, ["select", "ready"]);
  release();
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  assert.deepEqual(await events.last("select"), { id: "event-99999", kind: "event" });
});

test("an element that is taken away asks for no more", async (t) => {
  const { answer, gone } = slow();
  const page = await open(t, PAGE, { files: { "/slow.json": answer }, expected: /failed: .*slow/ });
  await widget(page).timeline.locator("[part~=event], [part~=cluster]").first().waitFor();
  await page.evaluate(() => document.querySelector("quote-timeline").remove());
  assert.equal(await gone, false, "the answer is broken off");
});

test("another address breaks the first off", async (t) => {
  const { answer, gone } = slow();
  const files = { "/slow.json": answer, "/other.json": `{"title":"Other","events":[${event(1)}]}` };
  const page = await open(t, PAGE, { files, expected: /failed: .*slow/ });
  await widget(page).timeline.locator("[part~=event], [part~=cluster]").first().waitFor();
  await page.evaluate(() => document.querySelector("quote-timeline").setAttribute("src", "/other.json"));
  assert.equal(await gone, false);
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  assert.match(await widget(page).text(), /Other/);
});

// WebKitGTK takes such data for whole.
testIn("chromium", "firefox")("data that break off in the middle: an error that says so, and the fallback", async (t) => {
  const { answer, breakOff } = slow();
  const page = await open(t, PAGE, { files: { "/slow.json": answer }, expected: /slow\.json|ERR_INCOMPLETE|ERR_EMPTY/ });
  const own = widget(page);
  await own.timeline.locator("[part~=event], [part~=cluster]").first().waitFor();
  const heard = await listen(page, ["error"]);
  breakOff();
  const { code, message } = await becomes(() => heard.last("error"), Boolean);
  assert.equal(code, "network");
  assert.match(message, /slow\.json broke off/);
  assert.ok(await page.locator("#fallback").isVisible());
  assert.equal(await own.timeline.count(), 0, "half a dossier is not shown");
});
