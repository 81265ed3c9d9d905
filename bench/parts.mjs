// A million events in parts beside a thousand in one file: the first event, a step of panning, a step of zooming,
// and what is fetched. `node bench/parts.mjs --count 1000000 --rounds 5`; the command is built on the way.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { events } from "./data.mjs";
import { measure } from "./measure.mjs";
import widget from "./peers/quote-timeline.mjs";
import { serve } from "./serve.mjs";

const { values: options } = parseArgs({
  options: { count: { type: "string", default: "1000000" }, rounds: { type: "string", default: "5" } },
});
const folder = mkdtempSync(join(tmpdir(), "quote-timeline-bench-"));
const [corpus, tiles] = [join(folder, "corpus.ndjson"), join(folder, "tiles")];
const here = new URL("./", import.meta.url).pathname;

spawnSync(process.execPath, [join(here, "corpus.mjs"), options.count], { stdio: ["ignore", openSync(corpus, "w"), "inherit"] });
const command = ["run", "--release", "--quiet", "--features", "command", "--bin", "quote-timeline", "--", "tile"];
process.stdout.write(execFileSync("cargo", [...command, corpus, "--output", tiles, "--title", "A century, made up"], { cwd: join(here, "..") }));

const server = await serve();
const places = { one: "/one/", parts: "/parts/" };
for (const place of Object.values(places)) {
  for (const [name, content] of Object.entries(widget.files())) server.put(place + name, content);
}
const all = events(1000);
server.put(`${places.one}index.html`, widget.page(all));
server.put(`${places.one}events.json`, widget.data(all));
server.put(`${places.parts}index.html`, widget.page([]).replace("events.json", "tiles/index.json"));
for (const entry of readdirSync(tiles, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  if (entry.isFile()) server.put(`${places.parts}tiles/${relative(tiles, path)}`, readFileSync(path));
}

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const found = { one: [], parts: [] };
for (let round = 0; round < Number(options.rounds); round += 1) {
  for (const kind of Math.random() < 0.5 ? ["one", "parts"] : ["parts", "one"]) {
    const browser = await chromium.launch({ executablePath, args });
    found[kind].push(await measure(browser, `${server.origin}${places[kind]}index.html`, widget));
    await browser.close();
  }
}
const sent = server.sent(`${places.parts}tiles/`);
server.close();
rmSync(folder, { recursive: true });

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const bytes = sent.reduce((sum, { size }) => sum + size, 0);
console.log(`${sent.length} files were fetched in ${options.rounds} rounds, ${Math.round(bytes / 1000)} kB after gzip -9`);
for (const [what, read] of [
  ["first event", (load) => load.first],
  ["blocking", (load) => load.blocked],
  ["a step of panning", (load) => load.pan?.median],
  ["a step of zooming", (load) => load.zoom?.median],
  ["the longest step of zooming", (load) => load.zoom?.worst],
  ["elements", (load) => load.elements],
  ["memory", (load) => load.memory / 1e6],
]) {
  const [one, parts] = ["one", "parts"].map((kind) => median(found[kind].map(read)));
  console.log(`${what}: ${parts?.toFixed(1)} with ${options.count} in parts, ${one?.toFixed(1)} with 1000 in one file, ratio ${(parts / one).toFixed(2)}`);
}
const failed = Object.values(found).flat().filter((load) => load.failed || load.errors?.length > 0);
if (failed.length > 0) console.log("failed:", failed.map((load) => load.failed ?? load.errors));
