// What a widget says that is not in the language of its interface.
import { readFile } from "node:fs/promises";

const source = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

/** The words of a text, in small letters. */
const words = (text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** All texts of a table. */
const texts = (table) => Object.values(table).flatMap((value) => (typeof value === "string" ? [value] : texts(value)));

/** Every word that the interface has in French and English, dates and months included. */
const OURS = new Set(
  await Promise.all(
    ["src/phrases/english.rs", "src/phrases/french.rs", "src/edtf/words/lexicon.rs", "src/edtf/words/months.rs", "pkg/words.js"].map(source),
  ).then((all) => all.flatMap((code) => (code.match(/"[^"]*"/g) ?? []).flatMap(words))),
);

/** The names of the months in a language. */
const months = (tag) =>
  ["long", "short"].flatMap((month) => {
    const format = new Intl.DateTimeFormat(tag, { month, day: "numeric", timeZone: "UTC" });
    const alone = new Intl.DateTimeFormat(tag, { month, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, number) => [format, alone].map((own) => own.format(Date.UTC(2024, number, 15)))).flat().flatMap(words);
  });

/** Where a dossier has words, by the names of its fields. */
const SAID = new Set(["title", "summary", "name", "headline", "outlet", "author", "text", "translations", "note", "role", "occasion", "place", "unit", "words", "via", "by", "translator", "fr", "en"]);

/** Everything that a dossier says. */
function said(value, field = "") {
  if (typeof value === "string") return SAID.has(field) ? [value] : [];
  if (Array.isArray(value)) return [...(field === "text" ? [value.map((own) => own.text ?? own).join("")] : []), ...value.flatMap((own) => said(own, field))];
  return Object.entries(value ?? {}).flatMap(([key, own]) => said(own, key));
}

/**
 * What is seen or said in a widget in the language `tag`, and is neither in `table` nor the dossier's: for
 * a language in other letters every word, for one in these letters the words that French and English have.
 */
export async function foreign(page, tag, table, dossier) {
  const found = await page.evaluate((tag) => {
    const root = document.querySelector("quote-timeline").shadowRoot;
    const all = [];
    const note = (node, text) => text?.trim() && node.closest("[lang]")?.lang === tag && all.push(text);
    for (const node of root.querySelectorAll("*")) {
      if (!node.checkVisibility()) continue;
      for (const child of node.childNodes) if (child.nodeType === Node.TEXT_NODE) note(node, child.data);
      for (const name of ["aria-label", "title", "placeholder", "alt"]) note(node, node.getAttribute(name));
    }
    return all;
  }, tag);
  const contents = said(dossier).filter((own) => own.length > 2).toSorted((one, other) => other.length - one.length);
  const known = new Set([...texts(table).flatMap(words), ...months(tag), "utc", "français", "english"]);
  const latin = (word) => /\p{Script=Latin}/u.test(word);
  const wrong = tag === "ar" ? latin : (word) => OURS.has(word);
  return found.flatMap((text) => {
    let rest = text;
    for (const own of contents) rest = rest.replaceAll(own, " ");
    return words(rest).some((word) => wrong(word) && !known.has(word)) ? [text] : [];
  });
}
