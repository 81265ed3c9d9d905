// A third language by a table, and an interface from right to left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { SCRIPT, affair, becomes, engine, open, openReady, testIn } from "./browser.mjs";
import { ill } from "./fit.mjs";
import ARABIC from "./tables/arabic.mjs";
import GERMAN from "./tables/german.mjs";
import { foreign } from "./tongue.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";

const add = (page, tag, table) =>
  page.evaluate(([tag, table]) => customElements.get("quote-timeline").addLanguage(tag, table), [tag, table]);

test("a language is added by a table, while a widget is open", async (t) => {
  const page = await openReady(t, HOST);
  await widget(page).root.evaluate((own) => own.setAttribute("lang", "de"));
  await widget(page).button("Zoom in").waitFor();
  const { clear, retry, ...most } = GERMAN;
  const problems = await add(page, "de", { ...most, serach: "Suche", copy_as: ["Als Text kopieren"] });
  await widget(page).button("Vergrößern").waitFor();
  assert.ok(problems.includes("serach: there is no such key"));
  assert.ok(problems.includes("copy_as: 3 texts are wanted"));
  assert.deepEqual(problems.filter((own) => own.includes("missing")), ["clear", "retry"].map((key) => `${key}: missing; it is said in English`));
  assert.ok(!problems.some((own) => own.startsWith("search:")));
  assert.match(await widget(page).status.textContent(), /25\u00a0Ereignisse, 30\u00a0Zitate und 5\u00a0Beiträge/);
  assert.equal(await widget(page).root.evaluate((own) => own.shadowRoot.querySelector(".root").lang), "de");
  const months = await widget(page).part("axis").textContent();
  assert.match(months, /Okt|Juli|Jan/, "months by the browser");
});

test("a widget that comes later speaks it too, and others do not", async (t) => {
  const page = await openReady(t, HOST);
  await add(page, "de", GERMAN);
  await page.evaluate(() => {
    const german = document.createElement("quote-timeline");
    german.lang = "de-AT";
    document.body.append(german);
    return german.ready;
  });
  await page.getByRole("button", { name: "Vergrößern", exact: true }).waitFor();
  await widget(page).button("Zoom in").waitFor();
});

test("plural forms go by the rules of the language", async (t) => {
  const page = await openReady(t, HOST);
  await add(page, "ar", ARABIC);
  await widget(page).root.evaluate((own) => {
    own.lang = "ar";
    own.dossier = { events: ["2024-01-01", "2024-02-01"].map((date, place) => ({ id: `e${place}`, date, title: "E" })) };
    return own.ready;
  });
  await becomes(() => widget(page).status.textContent(), (text) => text.includes("2\u00a0حدثان"));
});

/** Dates of all kinds, and what an event of each is dated with in German. */
const DATES = {
  "2024-03-12": "12. März 2024",
  "2024-03": "März 2024",
  "2024-03-12~": "ca. 12. März 2024",
  "2023-23?": "Herbst 2023 (unsicher)",
  "2024-03-12T14:30+01:00": "12. März 2024 um 14:30 UTC+01:00",
  "2023-06/2023-12": "Juni–Dezember 2023",
  "2023/2024-02": "2023 – Februar 2024",
  "2024-02-2X": "20.–29. Februar 2024",
  "2024-34": "April–Juni 2024",
  "156X": "1560–1569",
  "../2021": "bis 2021",
  "2021/..": "ab 2021",
  "[2019,2021]": "2019 oder 2021",
  "{2019,2020,2021}": "2019, 2020 und 2021",
  "-0043-03-15": "15. März 44 v. Chr.",
};

test("dates are those of the language's calendar, with the table's words around them", async (t) => {
  const dossier = { events: Object.keys(DATES).map((date, place) => ({ id: `e${place}`, date, title: "E" })) };
  // A clock behind UTC, where a day would begin the evening before.
  const page = await openReady(t, `<quote-timeline lang="de"></quote-timeline>${SCRIPT}`, { timezoneId: "America/Los_Angeles" });
  await add(page, "de", GERMAN);
  const { root } = widget(page);
  await root.evaluate((own, dossier) => ((own.dossier = dossier), own.ready), dossier);
  const told = {};
  for (const [place, date] of Object.keys(DATES).entries()) {
    await root.evaluate((own, id) => own.select(id), `e${place}`);
    const said = root.locator(".told .date");
    await becomes(() => said.count(), 1);
    await becomes(() => widget(page).chosen(), [`e${place}`]);
    // Browsers differ in the spaces around a dash.
    told[date] = (await said.textContent()).replaceAll(/[\s\u2009]*–[\s\u2009]*/g, "–").replaceAll(/\s/g, " ");
  }
  assert.deepEqual(told, Object.fromEntries(Object.entries(DATES).map(([date, text]) => [date, text.replace(" – ", "–")])));
});

test("a dossier's years are those of its own calendar, whatever the language's", async (t) => {
  const page = await openReady(t, `<quote-timeline lang="fa"></quote-timeline>${SCRIPT}`);
  await add(page, "fa", { search: "جستجو" });
  const { root } = widget(page);
  await root.evaluate((own) => own.select("paris-event"));
  await becomes(() => root.locator(".told .date").textContent(), (text) => text.includes("2024"));
});

test("a citation has the dates of the language", async (t) => {
  const init = () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
  const page = await openReady(t, HOST, { init });
  await add(page, "de", GERMAN);
  const { root } = widget(page);
  await root.evaluate((own) => (own.setAttribute("lang", "de"), own.select("open-source-safe")));
  const quote = widget(page).quote("open-source-safe");
  await quote.locator("[data-action=cite]").click();
  for (const format of ["text", "html", "markdown"]) {
    await quote.locator(`[data-format=${format}]`).click();
    const text = await becomes(() => quote.locator("textarea").inputValue(), (text) => text.includes("28."));
    assert.match(text, /28\. Februar 2024/, format);
    assert.doesNotMatch(text, /February|février/, format);
  }
});

const ALL = { de: GERMAN, ar: ARABIC };

/** What a reader can bring up in turn, in one page. */
const VIEWS = {
  ready: async () => {},
  "an event": (page) => widget(page).root.evaluate((own) => own.select("paris-event")),
  "a quote and its citation": async (page) => {
    await widget(page).root.evaluate((own) => own.select("two-ranges"));
    await widget(page).quote("two-ranges").locator("[data-action=cite]").click();
    await widget(page).root.locator(".cite-panel").waitFor();
  },
  help: async (page) => {
    await widget(page).root.locator("[data-action=help]").click();
    await widget(page).part("help").waitFor();
  },
  "nothing found": async (page) => {
    await page.keyboard.press("Escape");
    await widget(page).search.fill("zzzz");
    await becomes(() => widget(page).quotes.count(), 0);
  },
};

for (const [tag, table] of Object.entries(ALL)) {
  for (const width of [360, 1280]) {
    test(`the whole interface in a further language: ${tag}, ${width} pixels`, async (t) => {
      const page = await openReady(t, `<main><h1>Page</h1><quote-timeline></quote-timeline></main>${SCRIPT}`, { width });
      assert.deepEqual(await add(page, tag, table), [], "the table is whole");
      const { root, button } = widget(page);
      await root.evaluate((own, tag) => own.setAttribute("lang", tag), tag);
      await button(table.zoom_in).waitFor();
      for (const [view, bring] of Object.entries(VIEWS)) {
        await bring(page);
        assert.deepEqual(await foreign(page, tag, table, affair), [], `${view}: other languages`);
        assert.deepEqual(await ill(page), [], `${view}: room`);
        // What axe reads is shared by the engines, and reading takes minutes in the others.
        if (engine === "chromium") assert.deepEqual(await violations(page), [], `${view}: axe`);
      }
    });
  }

  // Only there the screen shows what is for paper.
  testIn("chromium")(`what is printed, and what is said without the engine, is in the language too: ${tag}`, async (t) => {
    const page = await openReady(t, HOST);
    await add(page, tag, table);
    const { root, part, button } = widget(page);
    await root.evaluate((own, tag) => own.setAttribute("lang", tag), tag);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await root.locator(".paper").waitFor();
    assert.deepEqual(await foreign(page, tag, table, affair), [], "on paper");
    await page.emulateMedia({ media: "screen" });
    await root.evaluate((own) => ((own.dossier = "{"), own.ready.catch(() => {})));
    await button(table.retry).waitFor();
    const panel = await part("error").innerText();
    assert.ok(panel.includes(table.failure_title) && panel.includes(table.failure_data), panel);
    const box = await part("error").evaluate((own) => [own.lang, getComputedStyle(own).direction]);
    assert.deepEqual(box, [tag, tag === "ar" ? "rtl" : "ltr"]);
    assert.deepEqual(await violations(page), []);
  });
}

test("an engine that cannot start is said in the language of the page, as soon as there is a table", async (t) => {
  const page = await open(t, `<quote-timeline></quote-timeline>${SCRIPT}`, {
    lang: "de-AT",
    init: () => {
      WebAssembly.instantiate = () => Promise.reject(new Error("refused"));
      WebAssembly.instantiateStreaming = undefined;
    },
    expected: /refused/,
  });
  await widget(page).button("Try again").waitFor();
  await add(page, "de", GERMAN).catch(() => {});
  await widget(page).button(GERMAN.retry).waitFor();
  assert.match(await widget(page).part("error").innerText(), /Dieser Browser konnte das Modul nicht starten/);
});

test("how far the loading is, is said in the language", async (t) => {
  const rows = Array.from({ length: 400 }, (_, place) => `{"id":"e${place}","date":"2024-01-01","title":"E"}`).join(",");
  let release;
  const held = new Promise((done) => (release = done));
  const answer = async (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).write(`{"events":[${rows}`);
    await held;
    response.end("]}");
  };
  const page = await open(t, SCRIPT, { files: { "/slow.json": answer } });
  await add(page, "ar", ARABIC);
  await page.evaluate(() => {
    const own = document.createElement("quote-timeline");
    own.lang = "ar";
    own.setAttribute("src", "/slow.json");
    document.body.append(own);
  });
  const line = widget(page).part("progress");
  await becomes(() => line.innerText(), (text) => text.includes("400\u00a0سطر مقروء"), "counted in Arabic");
  assert.equal(await line.evaluate((own) => getComputedStyle(own).direction), "rtl");
  assert.equal(await line.getByRole("progressbar", { name: "جارٍ التحميل" }).count(), 1);
  release();
  await page.locator("quote-timeline[data-state=ready]").waitFor();
});

test("the dash before a note on a source stands between the two, from right to left too", async (t) => {
  const page = await openReady(t, HOST);
  await add(page, "ar", ARABIC);
  const { root } = widget(page);
  const noted = affair.events.find((event) => event.sources?.some((own) => own.note));
  await root.evaluate((own, id) => (own.setAttribute("lang", "ar"), own.select(id)), noted.id);
  const [note, dash] = await becomes(
    () =>
      root.evaluate((own) => {
        for (const item of own.shadowRoot.querySelectorAll(".card-foot li")) {
          const text = [...item.childNodes].find((own) => own.nodeType === Node.TEXT_NODE && own.data.includes("—"));
          if (!text) continue;
          const range = document.createRange();
          range.selectNode(text);
          return [text.nextSibling, range].map((own) => {
            const { left, right } = own.getClientRects()[0];
            return { left, right };
          });
        }
        return null;
      }),
    Boolean,
  );
  assert.ok(dash.left >= note.right - 1, JSON.stringify({ note, dash }));
});

for (const width of [1000, 360]) {
  test(`in a language written from right to left everything is mirrored, ${width} pixels`, async (t) => {
    const page = await openReady(t, HOST, { width });
    await add(page, "ar", ARABIC);
    const { root, timeline, button, toolbar } = widget(page);
    await root.evaluate((own) => own.setAttribute("lang", "ar"));
    await button("تكبير").waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no overflow");
    const left = (locator) => locator.boundingBox().then(({ x }) => x);
    const [search, frame] = await Promise.all([widget(page).search.boundingBox(), toolbar.boundingBox()]);
    assert.ok(search.x + search.width > frame.x + frame.width - 40, "the search begins at the right");
    if (width < 600) return;
    const [first, last] = [timeline.locator('[data-id="chatgpt"], [part~=event]').first(), timeline.locator('[data-band="event"] [part~=event]').last()];
    assert.ok((await left(first)) > (await left(last)), "time runs from right to left");
    assert.ok((await left(button("أقدم"))) > (await left(button("أحدث"))), "what is earlier is to the right");
    // Keys follow the eye.
    await timeline.locator('[data-band] [tabindex="0"]').focus();
    await page.keyboard.press("Home");
    const place = () => page.evaluate(() => Number(document.querySelector("quote-timeline").shadowRoot.activeElement.closest("li")?.ariaPosInSet));
    await becomes(place, 1);
    await page.keyboard.press("ArrowLeft");
    await becomes(place, 2, "left is later");
    // The hand holds what it holds.
    await root.evaluate((own) => own.show("2023-06", "2024-02"));
    const events = await listen(page, ["range"]);
    const strip = await widget(page).part("axis").boundingBox();
    await page.mouse.move(strip.x + 300, strip.y - 10);
    await page.mouse.down();
    await page.mouse.move(strip.x + 450, strip.y - 10, { steps: 5 });
    await page.mouse.up();
    const { start } = await becomes(() => events.last("range"), Boolean);
    assert.ok(start > "2023-06-01", "drawn to the right shows what is later");
  });
}

test("the interface turns back with its language", async (t) => {
  const page = await openReady(t, HOST);
  await add(page, "ar", ARABIC);
  const { root, button } = widget(page);
  await root.evaluate((own) => own.setAttribute("lang", "ar"));
  await button("تكبير").waitFor();
  await root.evaluate((own) => own.setAttribute("lang", "fr"));
  await button("Agrandir").waitFor();
  assert.equal(await root.evaluate((own) => getComputedStyle(own.shadowRoot.querySelector(".root")).direction), "ltr");
});
