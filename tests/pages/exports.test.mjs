// The dossier in other formats, out of the widget.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, openReady } from "./browser.mjs";

const HOST = `<quote-timeline></quote-timeline>${SCRIPT}`;
const FORMATS = ["json", "timelinejs", "csv", "jsonld", "web-annotation", "csl", "bibtex", "ris", "tei"];

test("the widget exports all nine formats", async (t) => {
  const page = await openReady(t, HOST);
  const texts = await page.evaluate(async (formats) => {
    const own = document.querySelector("quote-timeline");
    const texts = await Promise.all(formats.map((format) => own.export(format)));
    return Object.fromEntries(formats.map((format, number) => [format, texts[number]]));
  }, FORMATS);
  assert.equal(JSON.parse(texts.json).quotes.length, 30);
  assert.equal(JSON.parse(texts.timelinejs).events.length, 25);
  assert.match(texts.csv, /^Year,Month,Day,Time,/);
  assert.equal(JSON.parse(texts.jsonld)["@context"], "https://schema.org");
  assert.equal(JSON.parse(texts["web-annotation"]).type, "AnnotationCollection");
  assert.deepEqual(JSON.parse(texts.csl)[0].issued, { "date-parts": [[2024, 3, 12]] });
  assert.match(texts.bibtex, /^@article\{maddyness-2024-03-12,\n/);
  assert.match(texts.ris, /^TY {2}- NEWS\r\n/);
  const errors = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, "application/xml").querySelectorAll("parsererror").length,
    texts.tei,
  );
  assert.equal(errors, 0, "TEI is well-formed");
});

test("without a format it is the project's own", async (t) => {
  const page = await openReady(t, HOST);
  const same = await page.evaluate(() => {
    const own = document.querySelector("quote-timeline");
    return own.export() === own.export("json");
  });
  assert.equal(same, true);
});

test("the own format is there at once, any other is promised", async (t) => {
  const page = await openReady(t, HOST);
  const kinds = await page.evaluate(() => {
    const own = document.querySelector("quote-timeline");
    return [typeof own.export("json"), own.export("ris").constructor.name];
  });
  assert.deepEqual(kinds, ["string", "Promise"]);
});

test("what a format cannot carry is told", async (t) => {
  const page = await openReady(t, HOST);
  const lost = await page.evaluate(async () => {
    const lost = [];
    await document.querySelector("quote-timeline").export("timelinejs", lost);
    return lost;
  });
  const figures = lost.find(({ path }) => path === "figures");
  assert.deepEqual([figures.code, figures.severity], ["not-carried", "warning"]);
  assert.match(figures.message, /^3 left out: TimelineJS/);
  const none = await page.evaluate(() => {
    const lost = [];
    document.querySelector("quote-timeline").export("json", lost);
    return lost;
  });
  assert.deepEqual(none, []);
});

test("an unknown format throws an error that names those there are", async (t) => {
  const page = await openReady(t, HOST);
  const [name, message] = await page.evaluate(() => {
    try {
      return ["none", document.querySelector("quote-timeline").export("docx")];
    } catch (error) {
      return [error.name, error.message];
    }
  });
  assert.equal(name, "Error");
  for (const format of ["docx", ...FORMATS]) assert.ok(message.includes(format), format);
});

test("JSON-LD can stand in a script element of the page", async (t) => {
  const page = await openReady(t, HOST);
  const type = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.type = "application/ld+json";
    script.textContent = await document.querySelector("quote-timeline").export("jsonld");
    document.head.append(script);
    return JSON.parse(script.textContent)["@graph"].map((node) => node["@type"]);
  });
  for (const name of ["NewsArticle", "Event", "Quotation", "Person"]) assert.ok(type.includes(name), name);
});
