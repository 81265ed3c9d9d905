// The figures of a run as docs/performance.md and its chart: medians, and ratios to what was to be reached.
import { readFile, writeFile } from "node:fs/promises";
import { chart } from "./chart.mjs";
import { SLOW } from "./measure.mjs";

const [from = "target/bench.json", to = "docs/performance.md"] = process.argv.slice(2);
const { bytes, cells } = JSON.parse(await readFile(from, "utf8"));
const names = Object.keys(bytes).toSorted();
// The widget comes first, whatever the others are called.
names.sort((one, other) => other.startsWith("quote") - one.startsWith("quote"));
const sizes = [...new Set(cells.map(({ size }) => size))].toSorted((one, other) => one - other);
const count = new Intl.NumberFormat("en");

const median = (values) => {
  const known = values.filter((value) => value !== undefined && value !== null);
  return known.length > 0 ? known.toSorted((one, other) => one - other)[Math.floor(known.length / 2)] : undefined;
};

/** The median of what `read` takes from each load of a peer at a size; nothing where one failed. */
export function value(name, size, kind, read) {
  const loads = cells.find((cell) => cell.peer === name && cell.size === size)?.[kind] ?? [];
  return loads.some(({ failed }) => failed) ? undefined : median(loads.map(read));
}

const failed = (name, size) =>
  cells.find((cell) => cell.peer === name && cell.size === size)?.plain.find((load) => load.failed)?.failed;

function table(title, unit, kind, read, write) {
  const rows = names.map((name) => {
    const own = sizes.map((size) => {
      const found = value(name, size, kind, read);
      if (found !== undefined) return write(found);
      return failed(name, size) && kind === "plain" ? "failed" : "–";
    });
    return own.every((text) => text === "–") ? "" : `| ${name} | ${own.join(" | ")} |\n`;
  });
  const head = `| events | ${sizes.map((size) => count.format(size)).join(" | ")} |\n|---|${sizes.map(() => "--:|").join("")}\n`;
  return `## ${title}\n${unit}\n\n${head}${rows.join("")}\n`;
}

const whole = (number) => count.format(Math.round(number));
const tenth = (number) => (number < 100 ? number.toFixed(1) : whole(number));
const WIDGET = "quote-timeline";
const ratio = (one, other) => (one === undefined || other === undefined ? "–" : (one / other).toFixed(2));
const step = (kind) => (load) => (load[kind]?.moved ? load[kind].median : undefined);
const step_of = (name, size, kind) => value(name, size, "plain", step(kind));
const first = (name, size, kind) => value(name, size, kind, (load) => load.first);

/** What is to be reached: a sentence, the ratio measured, the most it may be. */
const GOALS = [
  ...["pan", "zoom"].flatMap((kind) => [
    [`${kind}, 100,000 events to 1,000`, ratio(step_of(WIDGET, 100_000, kind), step_of(WIDGET, 1_000, kind)), 1.5],
    [`${kind}, 100,000 events to the canvas at 1,000`, ratio(step_of(WIDGET, 100_000, kind), step_of("canvas of dots", 1_000, kind)), 1.5],
    [`${kind} at 1,000 events, to TimelineJS3`, ratio(step_of(WIDGET, 1_000, kind), step_of("TimelineJS3", 1_000, kind)), 0.05],
    [`${kind} at 1,000 events, to vis-timeline`, ratio(step_of(WIDGET, 1_000, kind), step_of("vis-timeline", 1_000, kind)), 0.1],
  ]),
  ["first event, slow network and processor, 12 events, to TimelineJS3", ratio(first(WIDGET, 12, "slow"), first("TimelineJS3", 12, "slow")), 0.6],
  ["the same at 1,000 events", ratio(first(WIDGET, 1_000, "slow"), first("TimelineJS3", 1_000, "slow")), 0.3],
  ["blocking at 1,000 events, in milliseconds", value(WIDGET, 1_000, "plain", (load) => load.blocked)?.toFixed(0) ?? "–", 0],
  ["first content over a fallback, slow, 12 events, to plain HTML", ratio(first(`${WIDGET}, prerendered`, 12, "slow"), first("plain HTML", 12, "slow")), 1.1],
];

const goals = GOALS.map(([what, found, most]) => {
  const verdict = found === "–" ? "not measured" : Number(found) <= most ? "reached" : "**not reached**";
  return `| ${what} | ${found} | ${most} | ${verdict} |\n`;
});

/** Milliseconds that the widget's code is on its way over the slow network, by the width of it alone. */
const arrival = (bytes[WIDGET] / SLOW.bytesPerSecond) * 1000;

const loads = Math.max(...cells.map(({ plain }) => plain.length));
const parts = [
  `# Performance

Made by \`cargo xtask bench\`: every timeline side by side in one run, in headless Chromium, ${loads === 1 ? "one load" : `up to ${loads} loads`} each in
rounds that mix all of them; the median is given. Times depend on the machine and on what else it does: only
ratios within one run say something. \`bench/README.md\` says what is measured and how.

![Milliseconds of main-thread work for a step of panning, by number of events](performance.svg)

## What was to be reached
| ratio | measured | at most | |
|---|--:|--:|---|
${goals.join("")}
What stands in the way of the first event: the widget is one file, and a script tag is all that a page has. On the slow
network its ${whole(bytes[WIDGET] / 1000)} kB take ${whole(arrival)} ms to arrive, latency not counted: ${ratio(arrival, first("TimelineJS3", 12, "slow"))} of TimelineJS3's time at 12 events,
before anything is unpacked. A fallback in the page (\`quote-timeline prerender\`) is there before the engine is. And of
zooming: a dot of the canvas says nothing, a label of the widget is a button with a text that can be read aloud, which
the browser styles, lays out and paints.

How large dossiers are taken in is measured by \`bench/loading.mjs\`, a million events in parts by
\`bench/parts.mjs\`, a key in the search field by \`bench/search.mjs\`.

## Bytes
The code that a page loads, after gzip -9; without the events, and without what TimelineJS3 takes from other hosts.

| | bytes |
|---|--:|
${names.map((name) => `| ${name} | ${whole(bytes[name])} |\n`).join("")}
`,
  table("First event visible", "Milliseconds since the page was asked for, this machine's network and processor.", "plain", (load) => load.first, whole),
  table("First event visible, slow", "The same with 1.6 Mbit/s, 150 ms of latency and a processor a quarter as fast.", "slow", (load) => load.first, whole),
  table("Blocking", "Milliseconds beyond 50 of each task of the main thread, until a second is quiet.", "plain", (load) => load.blocked, whole),
  table("A step of panning", "Milliseconds of work of the main thread.", "plain", step("pan"), tenth),
  table("A step of zooming", "Milliseconds of work of the main thread.", "plain", step("zoom"), tenth),
  table("Memory", "Megabytes: JavaScript, WebAssembly and document, after the garbage is collected.", "plain", (load) => load.memory && load.memory / 1e6, tenth),
  table("Elements", "In the document, shadow roots included.", "plain", (load) => load.elements, whole),
];
await writeFile(to, `${parts.join("").trimEnd()}\n`);
const lines = names.map((name) => ({ name, points: sizes.map((size) => [size, step_of(name, size, "pan")]).filter(([, ms]) => ms) }));
await writeFile(to.replace(/\.md$/, ".svg"), chart(lines, sizes));
