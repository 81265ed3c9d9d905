// Every peer at every size, in rounds: each round takes all of them in a new order, so that what else
// the machine does meets all alike. Writes the figures as they come; `table.mjs` makes the page of them.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { events } from "./data.mjs";
import { measure } from "./measure.mjs";
import canvas from "./peers/canvas.mjs";
import html from "./peers/html.mjs";
import widget, { prerendered } from "./peers/quote-timeline.mjs";
import timelinejs from "./peers/timelinejs.mjs";
import vis, { clustered } from "./peers/vis-timeline.mjs";
import { serve } from "./serve.mjs";

const PEERS = [widget, prerendered, timelinejs, vis, clustered, html, canvas];
/** A peer that took longer than this for its first event is not asked for the next size, in milliseconds. */
const LONGEST = 10_000;
/** Above this size the slow network is not tried, and what is in the page itself (the fallback) neither. */
const SLOW_TO = 1_000;

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "12,100,1000,10000,100000" },
    rounds: { type: "string", default: "3" },
    peers: { type: "string", default: PEERS.map(({ name }) => name).join(";") },
    out: { type: "string", default: "target/bench.json" },
  },
});
const sizes = options.sizes.split(",").map(Number);
const peers = PEERS.filter(({ name }) => options.peers.split(";").includes(name));
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** The folder of a peer on the server. */
const slug = ({ name }) => name.replaceAll(/\W+/g, "-").toLowerCase();
const server = await serve();
const bytes = {};
for (const peer of peers) {
  for (const [name, content] of Object.entries(peer.files())) server.put(`/${slug(peer)}/${name}`, content);
}

const cells = new Map();
const cell = (peer, size) => {
  const key = `${peer.name} at ${size}`;
  if (!cells.has(key)) cells.set(key, { peer: peer.name, size, plain: [], slow: [] });
  return cells.get(key);
};
const hopeless = (peer, size) =>
  [...cells.values()].some(
    (own) => own.peer === peer.name && own.size < size && own.plain.some(({ failed, first }) => failed || first > LONGEST),
  );
const shuffled = (list) => list.map((item) => [Math.random(), item]).toSorted(([one], [other]) => one - other).map(([, item]) => item);

for (let round = 0; round < Number(options.rounds); round += 1) {
  for (const size of sizes) {
    const all = events(size);
    for (const peer of shuffled(peers)) {
      if (hopeless(peer, size) || (peer === prerendered && size > SLOW_TO)) continue;
      const folder = `/${slug(peer)}/`;
      server.put(`${folder}index.html`, peer.page(all));
      server.put(`${folder}events.json`, peer.data(all));
      const browser = await chromium.launch({ executablePath, args });
      const own = cell(peer, size);
      const address = `${server.origin}${folder}index.html`;
      own.plain.push(await measure(browser, address, peer, { moved: peer !== prerendered }));
      if (size <= SLOW_TO) own.slow.push(await measure(browser, address, peer, { slow: true }));
      await browser.close();
      const code = server.sent(folder).filter(({ path }) => !/(index.html|events.json)$/.test(path));
      bytes[peer.name] = code.reduce((sum, { size: packed }) => sum + packed, 0);
      const { failed, first } = own.plain.at(-1);
      console.log(`round ${round + 1}, ${size} events, ${peer.name}: ${failed ?? `first event after ${Math.round(first)} ms`}`);
      await writeFile(options.out, JSON.stringify({ bytes, cells: [...cells.values()] }, null, 1));
    }
  }
}
server.close();
