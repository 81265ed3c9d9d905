// A dossier in several files: only what a stretch of time needs is fetched.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const [FIRST, YEARS, A_YEAR, A_ROOT] = [1900, 20, 600, 5];

const day = (year, number, of) => new Date(Date.UTC(year, 0, 1 + Math.floor((number * 364) / of))).toISOString().slice(0, 10);
const event = (year, number) => ({ id: `event-${year}-${number}`, date: day(year, number, A_YEAR), title: `Event ${number} of ${year}` });
const years = Array.from({ length: YEARS }, (_, number) => FIRST + number);

/** A root with a few events of each year, and a file with the others of each. `answer` may answer in a file's stead. */
function corpus(answer = () => false) {
  const asked = [];
  const files = {
    "/corpus/index.json": JSON.stringify({
      title: "Twenty years",
      events: years.flatMap((year) => Array.from({ length: A_ROOT }, (_, number) => event(year, number * 100))),
      parts: years.map((year) => ({
        src: `years/${year}.json`,
        start: `${year}-01-01`,
        end: `${year}-12-31`,
        events: Array.from({ length: 5 }, () => (A_YEAR - A_ROOT) / 5),
      })),
    }),
  };
  for (const year of years) {
    const own = Array.from({ length: A_YEAR }, (_, number) => event(year, number)).filter((_, number) => number % 100 !== 0 || number >= A_ROOT * 100);
    files[`/corpus/years/${year}.json`] = (request, response) => {
      asked.push(year);
      if (answer(year, request, response)) return;
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ events: own }));
    };
  }
  return { files, asked };
}

const PAGE = `<quote-timeline src="/corpus/index.json"></quote-timeline>${SCRIPT}`;
const show = (page, ...span) => page.evaluate((span) => document.querySelector("quote-timeline").show(...span), span);
const read = async (own) => Number(/(\d+)\s+read so far/.exec(await own.status.last().innerText())?.[1]);
const clusters = (own) => own.timeline.locator(".cluster button").allInnerTexts();

test("the root alone is fetched, and everything is counted", async (t) => {
  const { files, asked } = corpus();
  const page = await openReady(t, PAGE, { files });
  const own = widget(page);
  assert.match(await own.status.last().innerText(), /^12000\s+events, 100\s+read so far/);
  const counted = (await clusters(own)).reduce((sum, text) => sum + Number(text), 0);
  const labels = await own.timeline.locator("[part~=event][data-id]").count();
  assert.ok(Math.abs(counted + labels - YEARS * A_YEAR) <= 600, `${counted} in clusters and ${labels} labels`);
  assert.deepEqual(asked, []);
});

test("a stretch of time fetches its parts, then those beside it, and each once", async (t) => {
  const { files, asked } = corpus();
  const page = await openReady(t, PAGE, { files });
  const own = widget(page);
  await show(page, "1910-01-01", "1910-12-31");
  await becomes(() => read(own), (rows) => rows >= 100 + 3 * (A_YEAR - A_ROOT));
  assert.equal(asked[0], 1910, "what is in sight comes first");
  assert.ok(asked.every((year) => Math.abs(year - 1910) <= 3), `${asked}`);
  assert.match(await own.status.last().innerText(), /^12000\s+events/, "the sum stays");
  await own.search.fill("event 333 of 1910");
  await own.mark("event-1910-333").waitFor();
  await own.search.fill("");
  await show(page, "1910-03-01", "1910-05-31");
  await show(page, "1910-01-01", "1910-12-31");
  await becomes(() => own.timeline.locator("[part~=event][data-id^=event-1910]").count(), (count) => count > 3);
  assert.equal(new Set(asked).size, asked.length, "no file is fetched twice");
});

test("Enter on a cluster leads to what had not been read", async (t) => {
  const { files } = corpus();
  const page = await openReady(t, PAGE, { files });
  const own = widget(page);
  const chip = own.timeline.locator(".cluster button").nth(5);
  for (let depth = 0; depth < 12 && (await read(own)) < 600; depth += 1) {
    await chip.focus();
    await page.keyboard.press("Enter");
    await becomes(async () => (await read(own)) >= 600 || (await own.timeline.locator(".cluster button").count()) > 5, true);
  }
  assert.ok((await read(own)) >= 600, "a part has been read");
});

test("what is chosen, and the keyboard, stay where they are when parts come", async (t) => {
  const held = [];
  const { files } = corpus((_, __, response) => held.push(response));
  const page = await openReady(t, PAGE, { files, expected: /failed: .*years/ });
  const own = widget(page);
  await show(page, "1905-01-01", "1905-12-31");
  await becomes(() => held.length > 0, true);
  await own.mark("event-1905-200").click();
  await own.mark("event-1905-200").focus();
  const rows = Array.from({ length: 200 }, (_, number) => event(1905, number + 1));
  held[0].writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ events: rows }));
  await becomes(() => read(own), (count) => count > 250);
  assert.deepEqual(await own.chosen(), ["event-1905-200"]);
  await becomes(() => own.root.evaluate((root) => root.shadowRoot.activeElement?.dataset.id), "event-1905-200");
  await page.evaluate(() => document.querySelector("quote-timeline").remove());
});

test("a part that is no longer wanted is not waited for", async (t) => {
  const gone = [];
  const { files, asked } = corpus((year, _, response) => {
    if (year !== 1903) return false;
    response.on("close", () => gone.push(year));
    return true;
  });
  const page = await openReady(t, PAGE, { files, expected: /failed: .*years/ });
  await show(page, "1903-01-01", "1903-12-31");
  await becomes(() => asked.includes(1903), true);
  await show(page, "1915-01-01", "1915-12-31");
  await becomes(() => gone.length, 1, "the fetch was given up");
  await becomes(() => asked.includes(1915), true);
});

test("a part that fails is told, the rest works, and it is tried again later", async (t) => {
  let broken = true;
  const { files, asked } = corpus((year, _, response) => {
    if (year !== 1907 || !broken) return false;
    response.writeHead(500).end();
    return true;
  });
  const page = await openReady(t, PAGE, { files, expected: /500|years/ });
  const own = widget(page);
  await show(page, "1907-01-01", "1907-12-31");
  await becomes(() => own.status.last().innerText(), (text) => /could not be fetched/.test(text));
  assert.equal(asked.filter((year) => year === 1907).length, 1, "it is not asked for again and again");
  broken = false;
  await show(page, "1917-01-01", "1917-12-31");
  await becomes(() => asked.includes(1917), true);
  await show(page, "1907-01-01", "1907-12-31");
  await becomes(() => asked.filter((year) => year === 1907).length, 2);
  await becomes(() => own.status.last().innerText(), (text) => !/could not be fetched/.test(text));
});

test("on a phone what has not been read is a row that opens", async (t) => {
  const { files } = corpus();
  const page = await openReady(t, PAGE, { files, width: 360, height: 800 });
  const own = widget(page);
  await own.timeline.locator(".upright .grouped button").first().click();
  await becomes(() => own.timeline.locator(".upright .entry").count(), (count) => count > 3);
  assert.match(await own.status.last().innerText(), /^12000\s+events/);
});
