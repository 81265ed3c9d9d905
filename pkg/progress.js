// How far the loading of a large dossier is, for eye and ear.
import { counted, figure, mark, words } from "./words.js";

/** A line with a bar; `tell` it the share that has come, where that is known, and the rows. */
export function progress(language) {
  const own = words(language);
  const line = document.createElement("p");
  line.setAttribute("part", "status progress");
  mark(line, own);
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", own.loading);
  const text = document.createElement("span");
  line.append(bar, " ", text);
  // Through the object model: a strict content security policy refuses style attributes.
  line.style.setProperty("font", "0.875em/1.5 system-ui, sans-serif");
  line.style.setProperty("margin", "0 0 0.5em");
  const tell = (share, rows) => {
    if (share === undefined) {
      text.textContent = counted(rows, own.row_count, own.tag);
    } else {
      bar.value = share;
      text.textContent = figure(share, own.tag, "percent");
    }
  };
  return { line, tell };
}
