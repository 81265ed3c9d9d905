// The single-file build starts here: the engine travels inside the script.
import { compressed } from "quote-timeline:wasm";
import { provide } from "./engine.js";
import { QuoteTimeline } from "./element.js";

async function inflated() {
  const bytes = Uint8Array.from(atob(compressed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
}

/** Puts one element right after the script tag, with the tag's other data attributes. */
function embed(script) {
  const element = document.createElement("quote-timeline");
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-") && name !== "data-embed") element.setAttribute(name.slice(5), value);
  }
  if (script.closest("head")) {
    document.addEventListener("DOMContentLoaded", () => document.body.append(element), { once: true });
  } else {
    script.after(element);
  }
}

provide(inflated);
if (!customElements.get("quote-timeline")) customElements.define("quote-timeline", QuoteTimeline);
if (document.currentScript?.hasAttribute("data-embed")) embed(document.currentScript);
