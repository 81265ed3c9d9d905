// What unpacks the single file's engine: it gives back the wasm that went in, and fails on anything
// else. `xtask` tests its parts by themselves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpack } from "../../pkg/unpack.js";
import { open } from "./browser.mjs";
import { widget } from "./widget.mjs";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
// The two longest strings of the script are the packed wasm, and the wasm that unpacks it.
const [letters, unpacker] = file("pkg/quote-timeline.js")
  .toString()
  .split('"')
  .sort((one, other) => other.length - one.length);

const damaged = { message: "its packed bytes are damaged" };
/** The letters, the one at a place exchanged for another. */
const changed = (at) => letters.slice(0, at) + (letters[at] === "a" ? "b" : "a") + letters.slice(at + 1);

test("the single file holds the wasm, byte for byte", async () => {
  assert.equal(Buffer.compare(await unpack(letters, unpacker), file("target/package/short.wasm")), 0);
});

test("the unpacker is the wasm that was built, small enough to be compiled at once", () => {
  const bytes = Buffer.from(unpacker, "hex");
  assert.equal(Buffer.compare(bytes, file("target/unpack/unpack.wasm")), 0);
  assert.ok(bytes.length < 8000, `${bytes.length} bytes`);
});

test("a text that was cut off is an error", async () => {
  const { length } = letters;
  for (const kept of [0, 6, 15, 22, 1000, length >> 1, length - 2]) {
    await assert.rejects(unpack(letters.slice(0, kept), unpacker), damaged, `${kept} letters kept`);
  }
});

test("a changed letter anywhere is an error", async () => {
  const last = letters.length - 2;
  for (let part = 0; part < 20; part++) {
    // Behind the header and the coder's first byte, which carry nothing that is needed.
    const at = 17 + Math.floor(((last - 17) * part) / 19);
    await assert.rejects(unpack(changed(at), unpacker), damaged, `letter ${at}`);
  }
});

test("what was never packed is an error", async () => {
  await assert.rejects(unpack("~".repeat(5000), unpacker), Error);
  await assert.rejects(unpack("é".repeat(5000), unpacker), Error);
});

test("the engine's letters and the unpacker's digits need no escape", () => {
  assert.match(letters, /^[ !#-[\]-~]+$/);
  assert.match(unpacker, /^([0-9a-f]{2})+$/);
});

test("a file that was damaged on its way is told as an engine that cannot start", async (t) => {
  const page = await open(t, "<quote-timeline><p id=\"fallback\">What matters</p></quote-timeline>");
  const script = file("pkg/quote-timeline.js").toString().replace(letters, () => changed(40_000));
  await page.route("**/damaged.js", (route) => route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script }));
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.src = "/damaged.js";
    document.body.append(script);
  });
  await page.locator("quote-timeline[data-state=error]").waitFor();
  assert.match(await widget(page).part("error").innerText(), /its packed bytes are damaged/);
  assert.ok(await page.locator("#fallback").isVisible());
});
