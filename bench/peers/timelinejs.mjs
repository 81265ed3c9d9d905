// TimelineJS3 with its defaults. Its fonts come from elsewhere and are not fetched here: it is measured too light.
import { installed, page } from "./peer.mjs";

const dist = (path) => installed(`@knight-lab/timelinejs/dist/${path}`);

export default {
  name: "TimelineJS3",
  files: () => ({
    "js/timeline.js": dist("js/timeline.js"),
    "css/timeline.css": dist("css/timeline.css"),
    "css/fonts/font.default.css": dist("css/fonts/font.default.css"),
    ...Object.fromEntries(["woff2", "woff", "ttf"].map((kind) => [`css/icons/tl-icons.${kind}`, dist(`css/icons/tl-icons.${kind}`)])),
  }),
  data: (events) =>
    JSON.stringify({
      events: events.map(({ id, date, title, text }) => {
        const [year, month, day] = date.split("-").map(Number);
        return { unique_id: id, start_date: { year, month, day }, text: { headline: title, text } };
      }),
    }),
  page: () =>
    page(
      `<link rel="stylesheet" href="css/timeline.css"><script src="js/timeline.js"></script><style>#timeline{height:600px}</style>`,
      // Its default script_path is on a host of its makers.
      `<div id="timeline"></div><script>fetch("events.json").then((answer) => answer.json()).then((data) => {
        window.timeline = new TL.Timeline("timeline", data, { script_path: new URL("js/", location.href).href });
      });</script>`,
    ),
  first: () => document.querySelectorAll("#timeline .tl-slide .tl-headline"),
  view: () => document.querySelector(".tl-timenav-slider").style.left + window.timeline._timenav.options.scale_factor,
  pan: { wheel: "#timeline .tl-timenav", at: [0.6, 0.3], x: 60 },
  zoom: { click: [".tl-menubar-button:nth-of-type(1)", ".tl-menubar-button:nth-of-type(2)"] },
};
