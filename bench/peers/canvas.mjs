// A floor: a canvas that draws every event as a dot, each time.
import { page } from "./peer.mjs";

const SCRIPT = `
const canvas = document.querySelector("canvas");
const context = canvas.getContext("2d");
const events = await (await fetch("events.json")).json();
const times = Float64Array.from(events, ({ date }) => Date.parse(date));
const width = (canvas.width = innerWidth);
const height = (canvas.height = 400);
let [from, to] = [times[0], times.at(-1) + 1];
let asked = false;
function draw() {
  asked = false;
  context.clearRect(0, 0, width, height);
  const scale = width / (to - from);
  times.forEach((time, number) => {
    const x = (time - from) * scale;
    if (x > -3 && x < width + 3) context.fillRect(x - 1.5, 60 + ((number * 7919) % (height - 100)), 3, 3);
  });
  const first = Math.max(0, times.findIndex((time) => time >= from));
  context.fillText(events[first].title, Math.max(2, (times[first] - from) * scale), 40);
  window.shown = [from, to];
}
function ask() {
  if (!asked) requestAnimationFrame(draw);
  asked = true;
}
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const factor = Math.exp(event.deltaY / 1000);
  const fixed = from + ((to - from) * event.offsetX) / width;
  [from, to] = [fixed + (from - fixed) * factor, fixed + (to - fixed) * factor];
  ask();
}, { passive: false });
canvas.addEventListener("pointermove", (event) => {
  if (!event.buttons) return;
  const by = (event.movementX * (to - from)) / width;
  [from, to] = [from - by, to - by];
  ask();
});
draw();
`;

export default {
  name: "canvas of dots",
  files: () => ({ "dots.js": SCRIPT }),
  data: (events) => JSON.stringify(events.map(({ date, title }) => ({ date, title }))),
  page: () =>
    page("<style>body{margin:0}canvas{display:block}</style>", `<canvas></canvas><script type="module" src="dots.js"></script>`),
  first: () => Boolean(window.shown),
  view: () => String(window.shown),
  pan: { drag: "canvas", at: [0.7, 0.5], x: -8 },
  zoom: { wheel: "canvas", at: [0.5, 0.5], y: -100 },
};
