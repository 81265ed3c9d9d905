// Fetches the parts of a dossier that a widget wants, and gives up those that it no longer does.
import { turns } from "./turns.js";

/** So many files are fetched at once, as many as a browser opens connections to a host. */
const AT_ONCE = 6;
/** Milliseconds that a part waits for others that are on their way, to be shown with them. */
const TOGETHER = 50;

/**
 * Follows a widget as long as `signal` lets it. Gives a function to be called when it shows another stretch
 * of time. `base` is the address that those of the parts start from; `guard` runs what the engine does.
 */
export function follow(base, signal, guard) {
  const coming = new Map();
  let settling = false;

  const settle = async () => {
    if (settling) return;
    settling = true;
    if (coming.size > 0) await new Promise((done) => setTimeout(done, TOGETHER));
    const rest = turns(signal);
    while (guard((widget) => widget.step()) !== undefined) await rest();
    settling = false;
  };

  const take = async (address, stop) => {
    try {
      const response = await fetch(new URL(address, base), { signal: stop.signal });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      stop.signal.throwIfAborted();
      guard((widget) => widget.part(address, bytes));
    } catch {
      // One that is no longer wanted has not failed.
      if (!stop.signal.aborted) guard((widget) => widget.missed(address));
    }
    if (coming.get(address) === stop) coming.delete(address);
    if (signal.aborted) return;
    await settle().catch(() => {});
    look();
  };

  const look = () => {
    if (signal.aborted) return;
    const wanted = guard((widget) => widget.wanted()) ?? [];
    for (const [address, stop] of coming) {
      if (wanted.includes(address)) continue;
      coming.delete(address);
      stop.abort();
    }
    for (const address of wanted) {
      if (coming.size >= AT_ONCE) break;
      if (coming.has(address)) continue;
      const stop = new AbortController();
      coming.set(address, stop);
      void take(address, stop);
    }
  };

  signal.addEventListener("abort", () => {
    for (const stop of coming.values()) stop.abort();
    coming.clear();
  });
  return look;
}
