// Lines over two logarithmic scales, as SVG that reads on a light and on a dark page.
const WIDTH = 720;
const HEIGHT = 380;
const BOX = { left: 56, right: 560, top: 16, bottom: 340 };
const COLOURS = ["#b3301c", "#e08a6c", "#1b6ca8", "#3c8d5a", "#86b04a", "#7d7d7d", "#a08cc0"];

/** `lines` are `{name, points: [[events, milliseconds]]}`. */
export function chart(lines, sizes) {
  const shown = lines.filter(({ points }) => points.length > 0);
  const all = shown.flatMap(({ points }) => points.map(([, value]) => value));
  const [low, high] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const [first, last] = [Math.log10(sizes[0]), Math.log10(sizes.at(-1))];
  const x = (size) => Math.round(BOX.left + ((Math.log10(size) - first) / (last - first || 1)) * (BOX.right - BOX.left));
  const y = (value) => Math.round(BOX.bottom - ((Math.log10(value) - low) / (high - low || 1)) * (BOX.bottom - BOX.top));
  const text = (at, words, more = "") => `<text x="${at[0]}" y="${at[1]}" ${more}>${words}</text>`;
  const parts = [];
  for (let power = low; power <= high; power += 1) {
    const height = y(10 ** power);
    parts.push(`<path d="M${BOX.left} ${height}H${BOX.right}" stroke="#8884"/>`);
    parts.push(text([BOX.left - 8, height + 4], `${10 ** power} ms`, 'text-anchor="end"'));
  }
  for (const size of sizes) parts.push(text([x(size), BOX.bottom + 20], size.toLocaleString("en"), 'text-anchor="middle"'));
  // Names stand where the lines end, pushed apart where they would cover one another.
  let taken = -Infinity;
  const named = shown.map((line, number) => ({ ...line, colour: COLOURS[number % COLOURS.length] }));
  for (const { name, points, colour } of named.toSorted((one, other) => y(one.points.at(-1)[1]) - y(other.points.at(-1)[1]))) {
    const path = points.map(([size, value], number) => `${number ? "L" : "M"}${x(size)} ${y(value)}`).join("");
    parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.5"/>`);
    for (const [size, value] of points) parts.push(`<circle cx="${x(size)}" cy="${y(value)}" r="3.5" fill="${colour}"/>`);
    taken = Math.max(taken + 16, y(points.at(-1)[1]) + 4);
    parts.push(text([x(points.at(-1)[0]) + 10, taken], name, `style="fill:${colour}"`));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<style>text{fill:#555}@media(prefers-color-scheme:dark){text{fill:#bbb}}</style>
${parts.join("\n")}
</svg>
`;
}
