// On paper: the whole dossier in order, both languages, sources as notes, no controls.
import assert from "node:assert/strict";
import { test } from "node:test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { affair, becomes, engine, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const bare = (text) => text.normalize("NFKC").replaceAll(/[\s\u00ad-]+/g, "").replaceAll(/ﬁ/g, "fi");
const words = (text) => (Array.isArray(text) ? text : [text]).map((piece) => (typeof piece === "string" ? piece : Object.values(piece).join(""))).join("");

// The driver of WebKitGTK writes no page to PDF.
if (engine !== "webkitgtk") {
  /** The text of each page of the PDF that the browser makes of a page. */
  const printed = async (page, options = {}) => {
    const bytes = await page.pdf({ format: "A4", ...options });
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const texts = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      texts.push(bare(items.map(({ str }) => str).join(" ")));
    }
    return texts;
  };

  for (const place of ["a wide host", "a narrow host"]) {
    test(`no word runs off the paper: ${place}`, async (t) => {
      const width = place === "a wide host" ? "100%" : "22em";
      const page = await openReady(t, `<div id="host"><script src="/pkg/quote-timeline.js" data-embed data-lang="fr"></script></div>`, { lang: "fr" });
      await page.evaluate((width) => document.querySelector("#host").style.setProperty("width", width), width);
      const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: "A4" })), verbosity: 0 }).promise;
      const off = [];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const sheet = await pdf.getPage(number);
        const [, , right] = sheet.view;
        const { items } = await sheet.getTextContent();
        for (const { str, transform, width } of items) if (str.trim() && transform[4] + width > right) off.push(`${number}: ${str}`);
      }
      assert.deepEqual(off, []);
    });
  }

  for (const [lang, format] of [["fr", "A4"], ["en", "Letter"]]) {
    test(`every event, quote and source is on paper: ${lang}, ${format}`, async (t) => {
      const page = await openReady(t, `<script src="/pkg/quote-timeline.js" data-embed data-lang="${lang}"></script>`, { lang });
      // What is filtered, chosen and dark on the screen is not so on paper.
      await widget(page).search.fill("ChatGPT");
      await widget(page).root.evaluate((own) => own.setAttribute("theme", "dark"));
      const pages = await printed(page, { format });
      const all = pages.join("");
      let missing = affair.events.filter(({ title }) => !all.includes(bare(title[lang]))).map(({ id }) => id);
      assert.deepEqual(missing, [], "events");
      const texts = affair.quotes.flatMap(({ readings }) => readings.flatMap(({ text, translations = [] }) => [text, ...translations.map((own) => own.text)]));
      missing = texts.map(words).filter((text) => !all.includes(bare(text)));
      // A column may be set beside another, line by line: then the words are there, not in one run.
      const scattered = missing.filter((text) => text.split(/\s+/).some((word) => !all.includes(bare(word))));
      assert.deepEqual(scattered, [], "words of quotes");
      const headlines = affair.articles.map(({ headline }) => headline).filter(Boolean);
      assert.deepEqual(headlines.filter((text) => !all.includes(bare(text))), [], "sources");
      const controls = lang === "fr" ? ["Rechercher", "Citer", "Toutlesvoix", "Lesdeux"] : ["Searchfor", "Allspeakers"];
      assert.deepEqual(controls.filter((text) => all.includes(text)), [], "no controls");
    });
  }

  test("events stand in order of time, and their sources have the numbers of notes", async (t) => {
    const page = await openReady(t, HOST);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const { root } = widget(page);
    const order = await root.evaluate((own) => [...own.shadowRoot.querySelectorAll(".paper .told")].map((event) => event.dataset.id));
    assert.equal(order.length, affair.events.length);
    assert.equal(order[0], affair.events.toSorted((one, other) => (one.date < other.date ? -1 : 1))[0].id);
    const notes = await root.evaluate((own) => [...own.shadowRoot.querySelectorAll(".paper .article > sup")].map((sup) => sup.textContent));
    assert.deepEqual(notes, affair.articles.map((_, place) => `${place + 1}`));
    const cited = await root.evaluate((own) => [...own.shadowRoot.querySelectorAll(".paper .reading sup, .paper .card-foot sup")].length);
    assert.ok(cited >= 44 + 43, `${cited} references to notes`);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await root.evaluate((own) => own.shadowRoot.querySelector(".paper")), null, "it is gone afterwards");
  });

  test("no page breaks inside a quote", async (t) => {
    const page = await openReady(t, HOST);
    const pages = await printed(page);
    assert.ok(pages.length > 3);
    // The first and the last words of each reading are on one page.
    const split = affair.quotes
      .flatMap(({ readings }) => readings.map(({ text }) => words(text)))
      .filter((text) => text.length > 60)
      .map((text) => text.split(/\s+/))
      .filter((all) => {
        const [first, last] = [bare(all.slice(0, 3).join("")), bare(all.slice(-3).join(""))];
        const on = pages.filter((text) => text.includes(first) && text.includes(last));
        const known = pages.some((text) => text.includes(first)) && pages.some((text) => text.includes(last));
        return known && on.length === 0;
      });
    assert.deepEqual(split.map((all) => all.join(" ")), []);
  });

  test("the title of the figures is on the page where the first figure is, wherever the page ends", async (t) => {
    const dossier = {
      languages: ["fr", "en"],
      title: "Figures",
      articles: [{ id: "a", outlet: "Alpha", language: "en" }],
      events: [{ id: "e", date: "2024-01-01", title: "Event" }],
      figures: [{ id: "f", title: "Firstfigure", event: "e", readings: [{ article: "a", text: "3", value: "3" }] }],
    };
    const page = await openReady(t, `<div id="above"></div><quote-timeline lang="en"><script type="application/json">${JSON.stringify(dossier)}</script></quote-timeline><script src="/pkg/quote-timeline.js"></script>`);
    const apart = [];
    // Down the page, so that its end comes to stand between any two lines.
    for (let above = 300; above < 960; above += 30) {
      await page.evaluate((above) => document.querySelector("#above").style.setProperty("height", `${above}px`), above);
      const pages = await printed(page);
      // The last: the event has its figure with it.
      const on = (word) => pages.findLastIndex((text) => text.includes(word));
      const [title, hint, first] = ["Figures,articlebyarticle", "Whateacharticlegives", "Firstfigure"].map(on);
      if (title < 0 || title !== hint || hint !== first) apart.push({ above, title, hint, first });
    }
    assert.deepEqual(apart, []);
  });

  for (const [place, width] of [["a wide host", "100%"], ["a narrow host", "22em"]]) {
    test(`a hundred quotes are all on paper, each whole on one page: ${place}`, async (t) => {
      const body = "La bibliothèque restera ouverte tout l’été, a dit la directrice devant le conseil. ".repeat(3);
      const count = 100;
      const dossier = {
        languages: ["fr", "en"],
        title: { fr: "Cent citations", en: "A hundred quotes" },
        events: [{ id: "council", date: "2024-01-01", title: { fr: "Le conseil", en: "The council" } }],
        // A letter before and after each number, so that none is part of another.
        quotes: Array.from({ length: count }, (_, number) => ({
          id: `quote-${number}`,
          date: `2024-0${1 + Math.floor(number / 20)}-${10 + (number % 20)}`,
          ...(number % 3 === 0 ? { event: "council" } : {}),
          readings: [{ language: "fr", text: `a${number}z ${body}b${number}z`, translations: [{ language: "en", text: `c${number}z ${body}d${number}z` }] }],
        })),
      };
      const page = await openReady(t, `<div id="host"><quote-timeline><script type="application/json">${JSON.stringify(dossier)}</script></quote-timeline></div><script src="/pkg/quote-timeline.js"></script>`);
      await page.evaluate((width) => document.querySelector("#host").style.setProperty("width", width), width);
      const pages = await printed(page);
      const place = (word) => pages.findIndex((text) => text.includes(word));
      const torn = [];
      for (let number = 0; number < count; number += 1) {
        const on = ["a", "b", "c", "d"].map((letter) => place(`${letter}${number}z`));
        if (on.some((own) => own < 0 || own !== on[0])) torn.push({ number, on });
      }
      assert.deepEqual(torn, []);
    });
  }
}

test("printing changes nothing on the screen", async (t) => {
  const page = await openReady(t, HOST);
  const { root, search, chosen } = widget(page);
  await root.evaluate((own) => own.select("paris-event"));
  await becomes(chosen, ["paris-event"]);
  await search.focus();
  const look = () => root.evaluate((own) => [own.shadowRoot.activeElement?.dataset.action, own.shadowRoot.querySelector(".viewer").scrollTop, own.shadowRoot.querySelectorAll("*").length]);
  const before = await look();
  await page.evaluate(() => (dispatchEvent(new Event("beforeprint")), dispatchEvent(new Event("afterprint"))));
  assert.deepEqual(await look(), before);
});
