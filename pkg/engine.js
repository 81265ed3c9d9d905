// The WebAssembly engine, started once a page and only when an element needs it.
import init, { Widget } from "./quote_timeline.js";

let bytes;
let starting;

/** Hands over the engine's bytes (or a promise of them) where they are not fetched from beside the module. */
export function provide(source) {
  bytes = source;
}

/** The engine's `Widget` class. A failed start is tried again at the next call. */
export function engine() {
  starting ??= init(bytes && { module_or_path: bytes() }).then(
    () => Widget,
    (cause) => {
      starting = undefined;
      throw Object.assign(new Error(`the engine did not start: ${cause.message}`), { code: "engine", cause });
    },
  );
  return starting;
}
