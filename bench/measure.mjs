// One load of one page in a new, empty context, and then steps of panning and zooming.
import { readFile } from "node:fs/promises";

/** A load that takes longer has failed, in milliseconds. */
const PATIENCE = 60_000;
const STEPS = 40;
/** Interaction that is slower ends early, in milliseconds. */
const ENOUGH = 6_000;
/** Slow 4G and a processor a quarter as fast, as Lighthouse simulates a phone. */
export const SLOW = { latency: 150, bytesPerSecond: 1.6e6 / 8, processor: 4 };

const observer = await readFile(new URL("observe.js", import.meta.url), "utf8");
const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Loads a peer's page; hands back what was measured, or `failed` with the reason. */
export async function measure(browser, address, peer, { slow = false, moved = true } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.addInitScript(observer.replace("FIRST", () => String(peer.first)));
    if (peer.watch) await page.addInitScript(peer.watch);
    // The process of the page is there before the clock runs.
    await page.goto("about:blank");
    if (slow) await slowDown(session);
    await page.goto(address, { waitUntil: "commit", timeout: PATIENCE });
    const settled = await page.waitForFunction(() => window.bench?.settled(), null, {
      timeout: PATIENCE,
      polling: 200,
    });
    const result = {
      ...(await page.evaluate(() => ({ first: window.bench.first, errors: window.bench.errors }))),
      ...(await settled.jsonValue()),
    };
    if (slow) return result;
    // What reads on in slices is quiet long before it is done: a step is measured when all is there.
    if (peer.ready) await page.waitForFunction(peer.ready, null, { timeout: PATIENCE });
    Object.assign(result, await weigh(page, session));
    if (moved) {
      for (const kind of ["pan", "zoom"]) {
        if (peer[kind]) result[kind] = await steps(browser, page, session, peer, peer[kind]);
      }
    }
    return result;
  } catch (error) {
    return { failed: error.message.split("\n")[0] };
  } finally {
    await Promise.race([context.close(), later(10_000)]);
  }
}

async function slowDown(session) {
  const { latency, bytesPerSecond, processor } = SLOW;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: processor });
}

/** Bytes of memory after the garbage is collected (JavaScript, WebAssembly, document) and elements. */
async function weigh(page, session) {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  const { elements, wasm } = await page.evaluate(() => ({ elements: window.bench.elements(), wasm: window.bench.wasm() }));
  return { memory: usedSize + embedderHeapUsedSize + backingStorageSize + wasm, elements };
}

/** The time that the page's main thread works for a step, in milliseconds: half of them there, half back. */
async function steps(browser, page, session, peer, way) {
  const act = await stepper(page, way);
  const before = await page.evaluate(peer.view);
  let reached = before;
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "blink.user_timing"] });
  await act.begin?.();
  await later(100);
  const end = performance.now() + ENOUGH;
  let done = 0;
  while (done < STEPS && performance.now() < end) {
    await page.evaluate((step) => performance.mark(`step-${step}`), done);
    await act.step(done < STEPS / 2 ? 1 : -1, done);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn())));
    await later(16);
    done += 1;
    if (done === (way.click ? 1 : STEPS / 2)) reached = await page.evaluate(peer.view);
  }
  await page.evaluate((step) => performance.mark(`step-${step}`), done);
  await act.end?.();
  if (reached === before) reached = await page.evaluate(peer.view);
  const trace = JSON.parse(await browser.stopTracing());
  const times = tasks(trace.traceEvents, done);
  // With an input that did nothing there is nothing to compare.
  return { median: median(times), worst: Math.max(...times), steps: done, moved: reached !== before };
}

/** The work of the main thread after each of so many marks `step-0`, `step-1`… and before the next, in milliseconds. */
export function tasks(events, count) {
  const marks = events.filter(({ name }) => /^step-\d+$/.test(name)).map(({ name, ts, pid, tid }) => ({ step: Number(name.slice(5)), ts, pid, tid }));
  const [{ pid, tid }] = marks;
  const at = new Map(marks.map(({ step, ts }) => [step, ts]));
  const all = events.filter((event) => event.name === "RunTask" && event.ph === "X" && event.pid === pid && event.tid === tid);
  const own = all.filter(({ ts, dur }) => !marks.some((mark) => mark.ts >= ts && mark.ts <= ts + dur));
  const sums = [];
  for (let step = 0; step < count; step += 1) {
    const within = own.filter(({ ts }) => ts >= at.get(step) && ts < at.get(step + 1));
    sums.push(within.reduce((sum, { dur }) => sum + dur, 0) / 1000);
  }
  return sums;
}

async function stepper(page, way) {
  const box = async (selector) => {
    const found = await page.locator(selector).first().boundingBox();
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  };
  if (way.click) {
    const places = await Promise.all(way.click.map(box));
    const centre = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
    return { step: (_, number) => page.mouse.click(...centre(places[number % 2])) };
  }
  const { x: left, y: top, width, height } = await box(way.wheel ?? way.drag);
  let [x, y] = [left + width * way.at[0], top + Math.min(height, 800) * way.at[1]];
  const begin = () => page.mouse.move(x, y);
  if (way.wheel) {
    return {
      async begin() {
        await begin();
        if (way.control) await page.keyboard.down("Control");
      },
      step: (sign) => page.mouse.wheel(sign * (way.x ?? 0), sign * (way.y ?? 0)),
      end: () => way.control && page.keyboard.up("Control"),
    };
  }
  return {
    async begin() {
      await begin();
      await page.mouse.down();
    },
    step(sign) {
      x += sign * (way.x ?? 0);
      y += sign * (way.y ?? 0);
      return page.mouse.move(x, y);
    },
    end: () => page.mouse.up(),
  };
}
