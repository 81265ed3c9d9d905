// vis-timeline's standalone build with its defaults, and once more with its clusters.
import { installed, page } from "./peer.mjs";

const vis = (name, options) => ({
  name,
  files: () => ({
    "vis.js": installed("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"),
    "vis.css": installed("vis-timeline/styles/vis-timeline-graph2d.min.css"),
  }),
  data: (events) =>
    JSON.stringify(events.map(({ id, date, title, text }) => ({ id, start: date, content: title, title: text }))),
  page: () =>
    page(
      `<link rel="stylesheet" href="vis.css"><script src="vis.js"></script>`,
      `<div id="timeline"></div><script>fetch("events.json").then((answer) => answer.json()).then((data) => {
        window.timeline = new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(data), ${JSON.stringify(options)});
      });</script>`,
    ),
  first: () => document.querySelectorAll("#timeline .vis-item .vis-item-content"),
  view: () => {
    const { start, end } = window.timeline.getWindow();
    return `${+start} ${+end}`;
  },
  pan: { drag: "#timeline .vis-bottom", at: [0.7, 0.5], x: -8 },
  zoom: { wheel: "#timeline .vis-center", at: [0.5, 0.5], y: -100 },
});

export default vis("vis-timeline", { height: "600px" });
export const clustered = vis("vis-timeline, clustered", { height: "600px", cluster: { maxItems: 3 } });
