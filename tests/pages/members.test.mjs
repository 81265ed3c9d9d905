// Properties, methods and events of the element.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, affair, becomes, open, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = `<quote-timeline></quote-timeline>${SCRIPT}`;
const SMALL = {
  languages: ["fr", "en"],
  title: { fr: "Petit", en: "Small" },
  articles: [{ id: "paper", outlet: "Paper", headline: null, author: null, date: "2024-01-02", language: "fr", kind: "news", url: null }],
  events: [{ id: "beginning", date: "2024-01-01", title: { fr: "Début", en: "Beginning" } }],
};

test("select says whether there is such a thing, and tells the page", async (t) => {
  const page = await openReady(t, HOST);
  const events = await listen(page);
  const select = (id) => page.evaluate((id) => document.querySelector("quote-timeline").select(id), id);
  assert.equal(await select("paris-event"), true);
  assert.deepEqual(await events.all(), [["select", { id: "paris-event", kind: "event" }]]);
  assert.equal(await select("open-the-hood"), true);
  assert.deepEqual(await events.last("select"), { id: "open-the-hood", kind: "quote" });
  await events.forget();
  assert.equal(await select("no-such-thing"), false);
  assert.equal(await select("mistral-ai"), false, "an entity is not chosen");
  assert.deepEqual(await events.all(), [], "nothing changed");
  assert.equal(await select(null), true);
  assert.deepEqual(await events.last("select"), { id: null, kind: null });
});

test("show takes EDTF, tells the range, and refuses what is no date", async (t) => {
  const page = await openReady(t, HOST);
  const events = await listen(page);
  await page.evaluate(() => document.querySelector("quote-timeline").show("2024-02", "2024-03"));
  await becomes(() => events.last("range"), { start: "2024-02-01", end: "2024-03-31" });
  await page.evaluate(() => document.querySelector("quote-timeline").show("2023-23"));
  await becomes(() => events.last("range"), ({ start }) => start.startsWith("2023-09"), "autumn, by one date");
  const refused = await page.evaluate(() => {
    try {
      document.querySelector("quote-timeline").show("soon", "2024");
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  });
  assert.match(refused, /^Error: .*soon/);
});

test("dossier gives the data as they are in the repository", async (t) => {
  const page = await openReady(t, HOST);
  const dossier = await page.evaluate(() => document.querySelector("quote-timeline").dossier);
  for (const list of ["articles", "entities", "events", "quotes", "figures"]) {
    assert.deepEqual(dossier[list].map((own) => own.id), affair[list].map((own) => own.id), list);
  }
  assert.deepEqual(dossier.title, affair.title);
});

test("what dossier and export give can be read again, to the same", async (t) => {
  const page = await openReady(t, HOST);
  const texts = await page.evaluate(async () => {
    const own = document.querySelector("quote-timeline");
    const before = own.export("json");
    own.dossier = own.dossier;
    await own.ready;
    const between = own.export();
    own.dossier = between;
    await own.ready;
    return [before, between, own.export("json")];
  });
  assert.equal(texts[1], texts[0]);
  assert.equal(texts[2], texts[0]);
  const exported = JSON.parse(texts[0]);
  assert.equal(exported.quotes.length, affair.quotes.length);
});

test("a re-read export has no problems", async (t) => {
  const page = await openReady(t, HOST);
  const events = await listen(page);
  await page.evaluate(async () => {
    const own = document.querySelector("quote-timeline");
    own.dossier = own.export("json");
    await own.ready;
  });
  assert.deepEqual(await events.last("ready"), { problems: [] });
});

test("export refuses other formats", async (t) => {
  const page = await openReady(t, HOST);
  const message = await page.evaluate(() => {
    try {
      return document.querySelector("quote-timeline").export("pdf");
    } catch (error) {
      return error.message;
    }
  });
  assert.match(message, /pdf/);
});

test("dossier set to a value or a text shows that", async (t) => {
  const page = await openReady(t, HOST);
  for (const value of [SMALL, JSON.stringify(SMALL)]) {
    await page.evaluate(async (value) => {
      const own = document.querySelector("quote-timeline");
      own.dossier = value;
      await own.ready;
    }, value);
    await becomes(() => widget(page).text(), (text) => text.includes("Beginning"));
    assert.equal(await widget(page).quotes.count(), 0);
  }
});

test("dossier set before the script has run is kept", async (t) => {
  const page = await openReady(
    t,
    `<quote-timeline></quote-timeline><script>document.querySelector("quote-timeline").dossier = ${JSON.stringify(SMALL)};</script>${SCRIPT}`,
  );
  assert.match(await widget(page).text(), /Beginning/);
});

test("ready resolves with the element and is renewed with each load", async (t) => {
  const page = await openReady(t, HOST);
  const outcome = await page.evaluate(async (small) => {
    const own = document.querySelector("quote-timeline");
    const first = own.ready;
    const same = (await first) === own;
    own.dossier = small;
    const second = own.ready;
    return { same, renewed: first !== second, again: (await second) === own, state: own.matches(":state(ready)") };
  }, SMALL);
  assert.deepEqual(outcome, { same: true, renewed: true, again: true, state: true });
});

test("ready resolves also for who asked before the first load", async (t) => {
  const page = await open(t, `${SCRIPT}<script>
    const own = document.createElement("quote-timeline");
    own.ready.then((element) => (window.resolved = element === own));
    document.body.append(own);
  </script>`);
  await becomes(() => page.evaluate(() => window.resolved), true);
});

test("events bubble out of shadow roots of the page", async (t) => {
  const page = await open(t, `<div id="host"></div>${SCRIPT}<script>
    window.names = [];
    for (const name of ["ready", "select", "range"])
      document.addEventListener("quote-timeline-" + name, (event) => names.push([name, event.target.id]));
    const own = document.createElement("quote-timeline");
    document.querySelector("#host").attachShadow({ mode: "open" }).append(own);
    own.ready.then(() => { own.select("paris-event"); own.show("2024-03"); });
  </script>`);
  const names = () => page.evaluate(() => [...new Set(window.names.map((own) => own.join(" ")))].sort());
  await becomes(names, ["range host", "ready host", "select host"]);
});

test("what is wrong in a dossier is told row by row, and the rest is shown", async (t) => {
  const page = await openReady(t, HOST);
  const events = await listen(page);
  const text = JSON.stringify(
    { ...SMALL, events: [...SMALL.events, { id: "never", date: "2024-13-45", title: { fr: "Jamais", en: "Never" } }] },
    null,
    1,
  );
  await page.evaluate((text) => void (document.querySelector("quote-timeline").dossier = text), text);
  const { problems } = await becomes(() => events.last("ready"), Boolean);
  assert.equal(problems.length, 1);
  const [problem] = problems;
  assert.deepEqual([problem.code, problem.severity, problem.path], ["date", "error", "events[1].date"]);
  assert.match(text.split("\n")[problem.line - 1].slice(problem.column - 1), /^"2024-13-45"/);
  assert.match(problem.message, /2024-13-45/);
  await becomes(() => widget(page).status.innerText(), (status) => /1.entry could not be read/.test(status), "the reader is told");
  assert.match(await widget(page).text(), /Beginning/);
});
