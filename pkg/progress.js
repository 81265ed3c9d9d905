// How far the loading of a large dossier is, for eye and ear.
import { counted, figure, mark, words } from "./words.js";

/** Milliseconds after which a line says how far the loading is. */
const LASTING = 400;

/** A line with a bar, once loading lasts: most dossiers are there before it is wanted. */
export class Progress {
  #told;
  #line;
  #timer;
  #write = () => {};

  /** `language` says, then, which language the line is in; `place` puts it somewhere. */
  constructor(language, place) {
    this.#timer = setTimeout(() => place(this.#show(language())), LASTING);
  }

  /** Says which share has come, where that is known, and how many rows. */
  tell(share, rows) {
    this.#told = [share, rows];
    this.#write(share, rows);
  }

  /** The line is no longer wanted, unless it is there already: the first number that a browser writes takes it long. */
  spare() {
    clearTimeout(this.#timer);
  }

  /** All has come. */
  end() {
    this.spare();
    this.#line?.remove();
  }

  #show(language) {
    const own = words(language);
    this.#line = document.createElement("p");
    this.#line.setAttribute("part", "status progress");
    mark(this.#line, own);
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", own.loading);
    const text = document.createElement("span");
    this.#line.append(bar, " ", text);
    // Through the object model: a strict content security policy refuses style attributes.
    this.#line.style.setProperty("font", "0.875em/1.5 system-ui, sans-serif");
    this.#line.style.setProperty("margin", "0 0 0.5em");
    this.#write = (share, rows) => {
      if (share === undefined) {
        text.textContent = counted(rows, own.row_count, own.tag);
      } else {
        bar.value = share;
        text.textContent = figure(share, own.tag, "percent");
      }
    };
    if (this.#told) this.#write(...this.#told);
    return this.#line;
  }
}
