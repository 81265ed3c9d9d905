// The single-file build starts here: the engine travels inside the script.
import { packed, unpacker } from "quote-timeline:wasm";
import { address, beside } from "./beside.js";
import { provide } from "./engine.js";
import { QuoteTimeline } from "./element.js";
import { provide as provideFormats } from "./formats.js";
import { unpack } from "./unpack.js";

const FORMATS = address("quote-timeline-formats.js");

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

provide(() => unpack(packed, unpacker));
provideFormats(
  async () => (await beside(FORMATS))((letters) => unpack(letters, unpacker)),
  `quote-timeline-formats.js could not be loaded from ${FORMATS}: it must lie beside quote-timeline.js`,
);
if (!customElements.get("quote-timeline")) customElements.define("quote-timeline", QuoteTimeline);
if (document.currentScript?.hasAttribute("data-embed")) embed(document.currentScript);
