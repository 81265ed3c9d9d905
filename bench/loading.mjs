// How the widget takes a large dossier in: the longest task of the page's main thread, when the first
// events are seen and when all is in, and the engine's memory. `node bench/loading.mjs --sizes 1000,100000`
// measures the built file; `--script FILE` another one beside it, in turns, to compare two builds.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { events } from "./data.mjs";
import widget from "./peers/quote-timeline.mjs";
import { serve } from "./serve.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    rounds: { type: "string", default: "3" },
    script: { type: "string", multiple: true, default: [new URL("../pkg/quote-timeline.js", import.meta.url).pathname] },
  },
});
const PATIENCE = 120_000;
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Runs in the page before anything else. */
function observe() {
  const notes = { tasks: [], first: null, ready: null, memory: null };
  window.loading = notes;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  addEventListener("quote-timeline-ready", () => (notes.ready = performance.now()));
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    notes.memory = (made.instance ?? made).exports.memory;
    return made;
  };
  const look = () => {
    const root = document.querySelector("quote-timeline")?.shadowRoot;
    if (root?.querySelector("[part~=event], [part~=cluster]")) notes.first = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function load(address) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => window.loading?.ready && window.loading.first, null, { timeout: PATIENCE });
  // What the last frame did is told a moment later.
  await page.waitForTimeout(500);
  const found = await page.evaluate(() => {
    const { tasks, first, ready, memory } = window.loading;
    return {
      longest: Math.max(0, ...tasks),
      blocked: tasks.reduce((sum, own) => sum + Math.max(0, own - 50), 0),
      first,
      ready,
      memory: memory.buffer.byteLength,
    };
  });
  await browser.close();
  return found;
}

const server = await serve();
for (const [number, path] of options.script.entries()) server.put(`/${number}/quote-timeline.js`, readFileSync(path));
for (const size of options.sizes.split(",").map(Number)) {
  const all = events(size);
  const text = widget.data(all);
  const runs = options.script.map(() => []);
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const number of options.script.keys()) {
      server.put(`/${number}/index.html`, widget.page(all));
      server.put(`/${number}/events.json`, text);
      runs[number].push(await load(`${server.origin}/${number}/index.html`));
    }
  }
  for (const [number, path] of options.script.entries()) {
    const of = (key) => median(runs[number].map((run) => run[key]));
    console.log(
      `${size} events, ${path}: longest task ${Math.round(of("longest"))} ms, blocked ${Math.round(of("blocked"))} ms, ` +
        `first events ${Math.round(of("first"))} ms, all ${Math.round(of("ready"))} ms, ` +
        `memory ${Math.round(of("memory") / size)} bytes an event of ${Math.round(text.length / size)}`,
    );
  }
}
server.close();
