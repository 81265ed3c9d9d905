// Dossiers in the forms of others: what is read, what is reported, and what the reader is told.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { SCRIPT, becomes, open, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = `<quote-timeline></quote-timeline>${SCRIPT}`;
const hosted = (name) => readFile(new URL(`../../www/hosts/${name}`, import.meta.url), "utf8");

/** Sets the dossier; gives what the element then says of it. */
async function given(page, value) {
  const events = await listen(page);
  await page.evaluate((value) => void (document.querySelector("quote-timeline").dossier = value), value);
  const { problems } = await becomes(() => events.last("ready"), Boolean);
  const dossier = await page.evaluate(() => document.querySelector("quote-timeline").dossier);
  return { dossier, problems: problems.map((own) => `${own.severity} ${own.path}`) };
}

test("a TimelineJS file from an address", async (t) => {
  const page = await openReady(t, "/www/hosts/timelinejs.html");
  const text = await widget(page).text();
  assert.match(text, /The harbour light/);
  assert.match(text, /Nine ships/);
  assert.doesNotMatch(text, /Month 13/);
  assert.match(await widget(page).status.innerText(), /2.entries could not be read/);
  const dossier = await page.evaluate(() => document.querySelector("quote-timeline").dossier);
  assert.deepEqual(
    dossier.events.map((own) => [own.id, own.date]),
    [
      ["a-fire-on-the-rock", "1611"],
      ["the-tower-stands", "1789-07-14"],
      ["nine-ships", "1862-10-03T21:40:00/1862-10-04T05:15:00"],
      ["older-stones", "-0099"],
    ],
  );
  assert.deepEqual(dossier.entities.map((own) => [own.kind, own.name]), [["topic", "Building"]]);
  assert.deepEqual(dossier.eras, [{ date: "1611/1788", title: "Open fire" }]);
});

test("a spreadsheet from an address", async (t) => {
  const page = await openReady(t, "/www/hosts/csv.html");
  const { listed, quote, status, text } = widget(page);
  assert.match(await text(), /The orchard/);
  assert.deepEqual(await listed(), ["nous-replanterons"]);
  assert.match(await quote("nous-replanterons").innerText(), /We shall plant again/);
  assert.match(await quote("nous-replanterons").innerText(), /Jeanne Roche/);
  assert.match(await status.innerText(), /1.entry could not be read/);
});

test("the notice is for entries that are missing, not for what an author may mend", async (t) => {
  const page = await openReady(t, HOST);
  const { problems } = await given(page, "Year,Headline,Background\n1999,One,#fff\n");
  assert.deepEqual(problems, ["warning row 2, column C (Background)"]);
  assert.doesNotMatch(await widget(page).status.innerText(), /could not be read/);
});

test("the notice speaks French on a French page", async (t) => {
  const page = await openReady(t, "/french.html", {
    files: { "/french.html": `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>T</title><link rel="icon" href="data:,"></head><body><quote-timeline src="/www/hosts/harbour.json"></quote-timeline>${SCRIPT}</body></html>` },
  });
  assert.match(await widget(page).status.innerText(), /2.entrées n’ont pas pu être lues/);
});

test("the property takes a value, a text of JSON and a text of CSV", async (t) => {
  const page = await openReady(t, HOST);
  const [json, csv] = await Promise.all([hosted("harbour.json"), hosted("orchard.csv")]);
  const problems = [
    "error events[3].start_date.month",
    "error events[4].start_date.month",
    "warning events[5].background",
  ];
  const text = await given(page, json);
  assert.deepEqual(text.problems, problems);
  const value = await given(page, JSON.parse(json));
  assert.deepEqual(value, text);
  const sheet = await given(page, csv);
  assert.deepEqual(sheet.problems, ["error row 6, column C (Day)", "warning row 7, column O (Background)"]);
  assert.equal(sheet.dossier.quotes[0].readings[0].translations[0].language, "en");
});

test("what was read of others is a dossier of its own, without problems", async (t) => {
  const page = await openReady(t, HOST);
  for (const name of ["harbour.json", "orchard.csv"]) {
    const first = await given(page, await hosted(name));
    assert.deepEqual(await given(page, first.dossier), { dossier: first.dossier, problems: [] });
  }
});

test("a TimelineJS file or a table may stand in the page", async (t) => {
  const [json, csv] = await Promise.all([hosted("harbour.json"), hosted("orchard.csv")]);
  const page = await openReady(
    t,
    `<quote-timeline id="one"><script type="application/json">${json}</script></quote-timeline>
     <quote-timeline id="two"><script type="text/csv">${csv}</script></quote-timeline>${SCRIPT}`,
  );
  assert.match(await widget(page, page.locator("#one")).text(), /Nine ships/);
  assert.match(await widget(page, page.locator("#two")).text(), /Cider again/);
});

test("a page that comes in place of a file is told for what it is", async (t) => {
  const page = await open(t, `<quote-timeline src="/lost.csv"><p>Below</p></quote-timeline>${SCRIPT}`, {
    files: { "/lost.csv": "<!DOCTYPE html><title>Not found</title>" },
  });
  await becomes(() => widget(page).part("error").innerText(), (text) => /this is a web page, not data/.test(text));
  assert.ok(await page.getByText("Below").isVisible());
});

test("a timeline without quotes is read event by event, and asks for no speaker", async (t) => {
  const page = await openReady(t, "/www/hosts/timelinejs.html");
  const { viewer, chosen } = widget(page);
  const titles = viewer.getByRole("heading", { level: 3 });
  await becomes(() => titles.allInnerTexts(), ["Older stones", "A fire on the rock", "The tower stands", "Nine ships"]);
  assert.equal(await page.locator("quote-timeline").getByRole("combobox", { name: "Speaker" }).count(), 0);
  await viewer.getByRole("button", { name: "1611" }).click();
  await becomes(() => titles.allInnerTexts(), ["A fire on the rock"]);
  assert.equal((await chosen()).length, 1);
  await viewer.getByRole("button", { name: "Show everything" }).click();
  await becomes(() => titles.count(), 4);
});
