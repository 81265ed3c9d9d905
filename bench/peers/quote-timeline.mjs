// The widget: its single file, as a newsroom would paste it; and once more over a fallback in the page.
import { readFileSync } from "node:fs";
import { page } from "./peer.mjs";

const widget = (name, inside, first) => ({
  name,
  files: () => ({ "quote-timeline.js": readFileSync(new URL("../../pkg/quote-timeline.js", import.meta.url)) }),
  data: (events) =>
    JSON.stringify({
      languages: ["fr", "en"],
      events: events.map(({ id, date, title, text }) => ({ id, date, title, summary: text })),
    }),
  page: (events) =>
    page(
      `<script async src="quote-timeline.js"></script>`,
      `<quote-timeline src="events.json">${inside(events)}</quote-timeline>`,
    ),
  first,
  ready: () => document.querySelector("quote-timeline").dataset.state === "ready",
  view: () => window.range ?? "",
  /** Runs in the page before the first step: what is shown is told by an event. */
  watch: () =>
    addEventListener("quote-timeline-range", ({ detail }) => {
      window.range = `${detail.start} ${detail.end}`;
    }),
  pan: { drag: "quote-timeline .stage", at: [0.7, 0.2], x: -8 },
  zoom: { wheel: "quote-timeline .stage", at: [0.5, 0.2], y: -100, control: true },
});

export default widget(
  "quote-timeline",
  () => "",
  () => document.querySelector("quote-timeline")?.shadowRoot?.querySelectorAll("[part~=event], [part~=cluster]"),
);
export const prerendered = widget(
  "quote-timeline, prerendered",
  (events) => `<ol>${events.map(({ date, title, text }) => `<li><time>${date}</time><h2>${title}</h2><p>${text}</p></li>`).join("\n")}</ol>`,
  () => document.querySelector("quote-timeline li h2"),
);
