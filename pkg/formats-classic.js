// The second file of the single-file build starts here. It runs as a module and as a classic script
// alike, so it exports nothing: it tells the page that it is there, and the first file hears that.
import { packed } from "quote-timeline:wasm";
import { ARRIVED } from "./arrived.js";
import init, { read, write } from "./quote_timeline_formats.js";

/** Starts the engine with what unpacks it, which the first file has. */
async function start(unpack) {
  await init({ module_or_path: unpack(packed) });
  return { read, write };
}

document.dispatchEvent(new CustomEvent(ARRIVED, { detail: start }));
