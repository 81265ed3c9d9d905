// The second engine: reads dossiers in the forms of others, and writes them. Few pages need it, so it
// is loaded once a page and only when one does.

const FILE = "quote_timeline_formats.js";

// In the single-file build there is no such address, and this is never reached.
let load = import.meta.url
  ? async () => {
      const { default: init, read, write } = await import("./quote_timeline_formats.js");
      await init();
      return { read, write };
    }
  : undefined;
let place = import.meta.url && `${FILE} could not be loaded from ${new URL(FILE, import.meta.url)}: it must lie beside formats.js`;
let loading;

/** Hands over what loads the engine, and what to say where it cannot. */
export function provide(source, failing) {
  load = source;
  place = failing;
}

/** The engine's functions. A failed start is tried again at the next call. */
function formats() {
  loading ??= load().catch((cause) => {
    loading = undefined;
    throw Object.assign(new Error(cause ? `${place} (${cause.message})` : place), { code: "formats", cause });
  });
  return loading;
}

/**
 * A dossier in any form: its text in the project's own, how many rows were dropped, and the problems.
 * Throws the problem where it cannot be read.
 */
export async function read(text) {
  const answer = JSON.parse((await formats()).read(text));
  if (answer.dossier === undefined) throw answer.problems[0];
  return answer;
}

/** A dossier in the project's own form written in a format; `lost` takes in what that cannot carry. */
export async function write(dossier, format, lost) {
  const answer = JSON.parse((await formats()).write(dossier, format));
  lost?.push(...answer.lost);
  return answer.text;
}
