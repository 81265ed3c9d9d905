// What a key costs in the search field over many quotes: the work of the main thread until all that it changes is
// drawn. `node bench/search.mjs --sizes 1000,100000 --rounds 3`.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { events } from "./data.mjs";
import { tasks } from "./measure.mjs";
import widget from "./peers/quote-timeline.mjs";
import { serve } from "./serve.mjs";

const { values: options } = parseArgs({
  options: { sizes: { type: "string", default: "1000,100000" }, rounds: { type: "string", default: "3" } },
});
/** What is typed, key by key: a frequent word and a second one, one that few have, one that nobody has. */
const TYPED = ["contrat droit", "dépêche 99", "zzz"];
/** What a key changes is drawn within this, in milliseconds. */
const QUIET = 150;
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

const dossier = (count) =>
  JSON.stringify({
    languages: ["fr", "en"],
    quotes: events(count).map(({ id, date, text }) => ({ id, date, readings: [{ language: "fr", text }] })),
  });

/** Types all texts into the field of a page; the work for each key, in milliseconds. */
async function type(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.waitForFunction(widget.ready, null, { timeout: 120_000 });
  const field = page.locator("quote-timeline [part~=search]");
  const found = [];
  for (const text of TYPED) {
    await field.fill("");
    await page.waitForTimeout(1000);
    await field.focus();
    await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "blink.user_timing"] });
    for (const [step, letter] of [...text].entries()) {
      await page.evaluate((step) => performance.mark(`step-${step}`), step);
      await page.keyboard.type(letter);
      await page.waitForTimeout(QUIET);
    }
    await page.evaluate((step) => performance.mark(`step-${step}`), text.length);
    const { traceEvents } = JSON.parse(await browser.stopTracing());
    found.push(...tasks(traceEvents, text.length));
  }
  await page.close();
  return found;
}

const server = await serve();
for (const [name, content] of Object.entries(widget.files())) server.put(`/${name}`, content);
server.put("/index.html", widget.page([]));
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const found = new Map();
for (let round = 0; round < Number(options.rounds); round += 1) {
  for (const size of options.sizes.split(",").map(Number)) {
    server.put("/events.json", dossier(size));
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
    found.set(size, [...(found.get(size) ?? []), await type(browser, `${server.origin}/index.html`)]);
    await browser.close();
  }
}
server.close();

for (const [size, rounds] of found) {
  const keys = rounds[0].map((_, key) => median(rounds.map((own) => own[key])));
  const letters = [...TYPED.join("")].map((letter, key) => `${letter} ${keys[key].toFixed(1)}`);
  console.log(`${size} quotes: median ${median(keys).toFixed(1)} ms, longest ${Math.max(...keys).toFixed(1)} ms (${letters.join(", ")})`);
}
