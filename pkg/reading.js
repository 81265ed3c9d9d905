// Takes a dossier into the engine as it comes, in slices between which the page answers, and shows
// what there is while more is on its way.
import { breath, turns } from "./turns.js";

/** Bytes read at a time: a millisecond's work or two. */
const SLICE = 1 << 14;
/** Milliseconds after which loading lasts: what there is by then is shown. */
const LONG = 100;
/** Rows that fill a first screen. */
const FEW = 300;
/** With more rows than this there is no further preview: it would take longer than a turn to begin. */
const MANY = 20_000;
/** Milliseconds after which a frame is not waited for: a page that nobody sees has none. */
const UNSEEN = 100;

/** Resolves once what was made is on the screen: the frame after the next begins then. */
const frame = () =>
  new Promise((drawn) => {
    setTimeout(drawn, UNSEEN);
    requestAnimationFrame(() => requestAnimationFrame(() => breath().then(drawn)));
  });

/** Whether nothing comes of a promise for so long that loading lasts. */
const pauses = (coming) =>
  new Promise((tell) => {
    const timer = setTimeout(tell, LONG, true);
    const come = () => {
      clearTimeout(timer);
      tell(false);
    };
    coming.then(come, come);
  });

/**
 * Reads a stream of bytes into `widget` and shows it. Gives nothing once all is shown, or the whole
 * text where it is in the form of another. `shown` is called when there is something to see: with
 * `early`, as soon as there is a timeline, else when all that has come is drawn. `soon` is called when all
 * has come and little is left to do, `told` with the bytes and the rows that have come. Rejects when
 * `signal` aborts, when the stream breaks off (what `broken` makes of the cause) and when the text cannot
 * be read.
 */
export async function take(widget, stream, { signal, dropped, early, shown, soon, told, broken }) {
  const reader = stream.getReader();
  const chunks = [];
  const begun = performance.now();
  let [bytes, seen, own] = [0, 0, true];
  const rest = turns(signal);
  let first = early;
  const show = async () => {
    for (let step = widget.step(); step !== undefined; step = widget.step()) {
      if (first && step) {
        first = false;
        shown();
        await frame();
        signal.throwIfAborted();
      } else {
        await rest();
      }
    }
    shown();
  };
  const preview = async (paused) => {
    const rows = own ? widget.rows() : 0;
    if (rows > MANY || rows <= (paused ? 2 * seen : 8 * seen + FEW)) return;
    if (performance.now() - begun < LONG) return;
    seen = rows;
    widget.preview();
    await show();
  };
  for (;;) {
    const coming = reader.read();
    if (await pauses(coming)) {
      signal.throwIfAborted();
      // Whoever leaves meanwhile has no use for the failure.
      coming.catch(() => {});
      await preview(true);
    }
    const { done, value } = await coming.catch((cause) => {
      throw broken(cause);
    });
    signal.throwIfAborted();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
    for (let at = 0; own && at < value.length; at += SLICE) {
      own = widget.push(value.subarray(at, at + SLICE));
      await rest();
    }
    told(bytes, widget.rows());
    await preview(false);
  }
  if (own && widget.rows() <= MANY) soon();
  if (!own || !widget.end(dropped)) return new Blob(chunks).text();
  chunks.length = 0;
  await show();
  return undefined;
}
