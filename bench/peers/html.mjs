// A floor: every event in a list of plain HTML, no script at all.
import { page } from "./peer.mjs";

export default {
  name: "plain HTML",
  files: () => ({}),
  data: () => "",
  page: (events) =>
    page(
      "<style>body{font:16px/1.5 sans-serif;max-width:46rem;margin:1rem auto}h2{font-size:1.1rem}</style>",
      `<ol>${events.map(({ date, title, text }) => `<li><time>${date}</time><h2>${title}</h2><p>${text}</p></li>`).join("\n")}</ol>`,
    ),
  first: () => document.querySelector("li h2"),
  view: () => window.scrollY,
  pan: { wheel: "body", at: [0.5, 0.5], y: 120 },
};
