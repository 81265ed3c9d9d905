// A made-up corpus as newline-delimited JSON, always the same: `node bench/corpus.mjs 1000000 > corpus.ndjson`.
// Events over a century, half of them in bursts; one in two hundred lasts for months.
import { once } from "node:events";

const [count = "1000000"] = process.argv.slice(2);
const DAYS = 36_524;
const WORDS = "model answer market letter vote strike rocket harbour bridge court minister reactor glacier novel orchestra vaccine satellite ferry border census".split(" ");

let seed = 1;
/** The next number below a bound: a linear congruence (Knuth, The Art of Computer Programming 2, 3.2.1). */
const random = (below) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 4_294_967_296) * below);
};
const day = (number) => new Date(Date.UTC(1920, 0, 1 + number)).toISOString().slice(0, 10);

let lines = [];
for (let number = 0; number < Number(count); number += 1) {
  const burst = (random(400) * DAYS) / 400;
  const begun = random(2) === 0 ? random(DAYS) : Math.min(DAYS - 1, Math.floor(burst) + random(20));
  const date = random(200) === 0 ? `${day(begun)}/${day(begun + 30 + random(300))}` : day(begun);
  const words = Array.from({ length: 5 }, () => WORDS[random(WORDS.length)]).join(" ");
  const title = `${words[0].toUpperCase()}${words.slice(1)} ${number}`;
  lines.push(JSON.stringify({ id: `event-${number}`, date, title, importance: random(1000) }));
  if (lines.length === 4096) {
    if (!process.stdout.write(`${lines.join("\n")}\n`)) await once(process.stdout, "drain");
    lines = [];
  }
}
if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
