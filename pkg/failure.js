// What a reader sees when something failed: why, what to do, and below it the page's own fallback.
import { mark, words } from "./words.js";

const STYLE = {
  all: "initial",
  display: "block",
  font: "0.9375em/1.5 system-ui, sans-serif",
  color: "CanvasText",
  background: "Canvas",
  border: "1px solid currentColor",
  padding: "1em 1.25em",
  margin: "0 0 1em",
};

function node(name, text, style = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  // Through the object model: a strict content security policy refuses style attributes.
  for (const [key, value] of Object.entries(style)) made.style.setProperty(key, value);
  return made;
}

/** A panel that says what failed; `retry` is called when the reader asks for another try. */
export function panel(error, language, retry) {
  const own = words(language);
  const box = node("div", "", STYLE);
  box.setAttribute("role", "alert");
  box.setAttribute("part", "error");
  mark(box, own);
  const detail = node("p", error.message, { margin: "0.5em 0", "overflow-wrap": "anywhere" });
  // Its author's: it is said in English.
  detail.lang = "en";
  detail.dir = "ltr";
  const button = node("button", own.retry, { font: "inherit", padding: "0.25em 0.75em" });
  button.type = "button";
  button.addEventListener("click", retry);
  box.append(
    node("strong", own.failure_title),
    node("p", own[`failure_${error.code}`] ?? own.failure_data, { margin: "0.5em 0" }),
    detail,
    button,
  );
  return box;
}
