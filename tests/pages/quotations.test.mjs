// Every quotation of the affair, in both languages, side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { affair, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const folded = (text) => text.replace(/\s+/g, " ");
const bare = (text) => text.replace(/\s+/g, "");
const MARKS = { fr: ["«", "»"], en: ["“", "”"] };

/** The pieces of a text: what is between quotation marks, and what is not. */
const pieces = (text) => [text].flat();

/** What a reader sees of a text, without spaces: an omission is an ellipsis. */
function printed(text, language) {
  const words = pieces(text).map((piece) => (typeof piece === "string" ? piece : piece.outside.trim() || "…"));
  const [open, close] = MARKS[language];
  return bare(open + words.join("") + close);
}

/** The longest stretches between quotation marks, verbatim but for the width of spaces. */
function stretches(text) {
  const found = [""];
  for (const piece of pieces(text)) {
    if (typeof piece === "string") found.push(found.pop() + piece);
    else found.push("");
  }
  return found.map((own) => folded(own).trim()).filter(Boolean);
}

/** What each reading of each quote shows: words, language and place of both sides. */
function rendered(page) {
  return widget(page).quotes.evaluateAll((quotes) => {
    const side = (node) => {
      const { top, left } = node.getBoundingClientRect();
      // Words in front of an aligned translation end in spaces that do not show.
      return { text: node.innerText, lang: node.lang, top, left };
    };
    const row = (reading) => {
      const find = (part) => reading.querySelector(`[part~="${part}"]`);
      return {
        original: find("original") && side(find("original")),
        translation: find("translation") && side(find("translation")),
        text: reading.innerText,
      };
    };
    return quotes.map((quote) => ({
      id: quote.dataset.id,
      rows: [...quote.querySelectorAll('[part~="reading"]')].map(row),
    }));
  });
}

test("every reading of every quote stands beside its English translation", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  const shown = await rendered(page);
  assert.equal(shown.length, affair.quotes.length);
  let readings = 0;
  for (const quote of affair.quotes) {
    const own = shown.find((other) => other.id === quote.id);
    assert.ok(own, `${quote.id} is not shown`);
    assert.equal(own.rows.length, quote.readings.length, `readings of ${quote.id}`);
    for (const [number, reading] of quote.readings.entries()) {
      const where = `${quote.id}, reading ${number + 1}`;
      const { original, translation } = own.rows[number];
      const [english] = reading.translations;
      for (const [side, text, language] of [[original, reading.text, "fr"], [translation, english.text, "en"]]) {
        assert.ok(side, `${where}: no ${language}`);
        assert.equal(side.lang, language, `${where}: language`);
        assert.equal(bare(side.text), printed(text, language), `${where}: words`);
        for (const stretch of stretches(text)) {
          assert.ok(folded(side.text).includes(stretch), `${where}: “${stretch}” is not in “${side.text}”`);
        }
      }
      assert.ok(Math.abs(original.top - translation.top) <= 1, `${where}: the two are not level`);
      assert.ok(original.left < translation.left, `${where}: French is not on the left`);
      readings += 1;
    }
  }
  assert.ok(readings >= affair.quotes.length);
});

test("every reading names its witness and, where the words passed through others, their path", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  const shown = await rendered(page);
  for (const quote of affair.quotes) {
    for (const [number, reading] of quote.readings.entries()) {
      const { text } = shown.find((own) => own.id === quote.id).rows[number];
      const article = affair.articles.find((own) => own.id === reading.article);
      const outlet = article.outlet?.en ?? article.outlet ?? "Outlet not named";
      const said = [outlet, ...(reading.via ?? []).map((station) => station.en ?? station)];
      for (const words of said) {
        assert.ok(text.includes(words), `${quote.id}, reading ${number + 1}: no “${words}”`);
      }
    }
  }
});

test("every speaker is named", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  for (const quote of affair.quotes) {
    const entity = affair.entities.find((own) => own.id === quote.speaker);
    const name = entity ? (entity.name.en ?? entity.name) : "Speaker not named";
    const text = await widget(page).quote(quote.id).innerText();
    assert.ok(text.startsWith(name), `${quote.id}: ${name}`);
  }
});

test("figures that differ are shown with the words of each article", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  for (const figure of affair.figures) {
    const shown = await widget(page).root.locator(`[part~="figure"][data-id="${figure.id}"]`).innerText();
    for (const reading of figure.readings) {
      assert.ok(shown.includes(reading.text), `${figure.id}: no “${reading.text}”`);
      assert.ok(shown.includes(reading.translation.en), `${figure.id}: no “${reading.translation.en}”`);
    }
  }
});
