// Citing a quote: what is copied, how a keyboard gets there, and what happens without permission.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { SCRIPT, affair, becomes, openReady, testIn } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
/** What a quote's button, panel and field are to a reader. */
function citing(page, id, root = widget(page).root) {
  const quote = root.locator(`[part~="quote"][data-id="${id}"]`);
  const panel = quote.getByRole("group", { name: /^(Cite|Citer)$/ });
  return {
    opener: quote.getByRole("button", { name: /^(Cite|Citer)$/ }),
    panel,
    copy: (name) => panel.getByRole("button", { name, exact: true }),
    said: panel.getByRole("status"),
    field: panel.getByRole("textbox"),
    choice: (name) => panel.getByRole("combobox", { name }),
    article: panel.getByRole("link", { name: /See it in the article|Voir dans l’article/ }),
  };
}

const focused = (page) => page.evaluate(() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node?.textContent;
});

/** What is on the clipboard, by type; nothing while it changes. */
const clipboard = (page) =>
  page.evaluate(async () => {
    try {
      const [item] = await navigator.clipboard.read();
      const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
      return Object.fromEntries(await Promise.all(texts));
    } catch {
      return {};
    }
  });

test("by keyboard alone: open, copy, hear of it, close, and be back", async (t) => {
  const page = await openReady(t, HOST, CLIPBOARD);
  const { opener, panel, said } = citing(page, "open-source-safe");
  await opener.focus();
  assert.equal(await opener.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  await panel.waitFor();
  assert.equal(await opener.getAttribute("aria-expanded"), "true");
  for (let tab = 0; (await focused(page)) !== "Copy as text"; tab += 1) {
    assert.ok(tab < 5, "the copy buttons are the next stops");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await becomes(() => said.innerText(), "Copied.");
  const { "text/plain": text } = await clipboard(page);
  assert.match(text, /^«\u202fl’open source est la meilleure manière de rendre l’IA sûre\u202f»\n“open source is the best way/);
  assert.match(text, /— Arthur Mensch, co-founder of Mistral AI, interview with Le Monde, late February 2024\n/);
  assert.match(text, /28 February 2024, https:\/\/www\.image7\.fr/);
  await page.keyboard.press("Escape");
  await becomes(() => panel.count(), 0);
  assert.equal(await focused(page), "Cite");
  assert.equal(await opener.getAttribute("aria-expanded"), "false");
});

test("one language, another reading, other formats", async (t) => {
  const page = await openReady(t, HOST, CLIPBOARD);
  const { opener, copy, choice } = citing(page, "two-ranges");
  await opener.click();
  await choice("Languages").selectOption("English");
  await choice("Wording").selectOption({ index: 1 });
  await copy("Copy as Markdown").click();
  await becomes(async () => (await clipboard(page))["text/plain"], (text) => text?.startsWith("> “\\[and"), "the English of the second reading");
  await copy("Copy as HTML").click();
  const both = await becomes(() => clipboard(page), (all) => "text/html" in all, "rich text");
  assert.match(both["text/html"], /<blockquote lang="en"><p>“\[and/);
  assert.match(both["text/plain"], /^<figure lang="en">/, "its source where only text is taken");
});

test("in French", async (t) => {
  const page = await openReady(t, `<quote-timeline lang="fr"></quote-timeline>${SCRIPT}`, CLIPBOARD);
  const { opener, copy, said } = citing(page, "open-source-safe");
  await opener.click();
  await copy("Copier en texte").click();
  await becomes(() => said.innerText(), "Copié.");
  assert.match((await clipboard(page))["text/plain"], /\(traduit du français par .*Quote Timeline/);
});

/** The field has all of the text selected, for the reader's own Ctrl+C. */
const selected = (field) =>
  field.evaluate((own) => own.getRootNode().activeElement === own && own.selectionStart === 0 && own.selectionEnd === own.value.length && own.value);

test("without a clipboard the text is selected for the reader to copy", async (t) => {
  const init = () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
  const page = await openReady(t, HOST, { init });
  const { opener, copy, said, field } = citing(page, "open-source-safe");
  await opener.click();
  await copy("Copy as text").click();
  assert.match(await becomes(() => selected(field), (text) => !!text), /^«\u202fl’open source/);
  assert.match(await said.innerText(), /Ctrl\+C/);
  assert.ok(await field.evaluate((own) => own.readOnly));
});

// The others have no such policy.
testIn("chromium")("in a frame that may not write to the clipboard too, and without a word on the console", async (t) => {
  const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}<iframe width="900" height="700" allow="clipboard-write 'none'" src="${HOST}"></iframe>`);
  const root = page.frameLocator("iframe").locator("quote-timeline[data-state=ready]");
  await root.waitFor();
  const { opener, copy, field } = citing(page, "open-source-safe", root);
  await opener.click();
  await copy("Copy as text").click();
  await becomes(() => selected(field), (text) => !!text, "selected");
});

test("the words are found in their article by a text fragment", async (t) => {
  const page = await openReady(t, HOST);
  for (const quote of affair.quotes) {
    const article = affair.articles.find((own) => own.id === quote.readings[0].article);
    const { opener, choice, article: link } = citing(page, quote.id);
    await opener.click();
    if (await choice("Wording").count()) await choice("Wording").selectOption({ index: 0 });
    if (!article.url) {
      assert.equal(await link.count(), 0, `${quote.id}: there is no address to lead to`);
      continue;
    }
    const [url, directive] = (await link.getAttribute("href")).split("#:~:text=");
    assert.equal(url, article.url);
    const words = [quote.readings[0].text].flat().map((piece) => (typeof piece === "string" ? piece : "\n")).join("");
    assert.doesNotMatch(directive, /[-&]/);
    for (const part of directive.split(",")) {
      assert.ok(words.includes(decodeURIComponent(part)), `${quote.id}: “${decodeURIComponent(part)}”`);
    }
  }
});

test("the browser finds the words", async (t) => {
  const quote = affair.quotes.find((own) => own.id === "commercial-activity");
  const words = [quote.readings[0].text].flat().join("");
  const filler = "<p>Autre chose.</p>".repeat(200);
  const files = { "/article.html": `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,">${filler}<p>Il ajoute : « ${words} ».</p>${filler}` };
  const dossier = { ...affair, articles: affair.articles.map((own) => ({ ...own })) };
  const page = await openReady(t, "<p>page</p><quote-timeline></quote-timeline>" + SCRIPT, { files });
  dossier.articles.find((own) => own.id === quote.readings[0].article).url = new URL("/article.html", page.url()).href;
  await page.evaluate(async (dossier) => {
    const own = document.querySelector("quote-timeline");
    own.dossier = dossier;
    await own.ready;
  }, dossier);
  const { opener, choice, article } = citing(page, "commercial-activity");
  await opener.click();
  await choice("Wording").selectOption({ index: 0 });
  await article.click();
  await page.waitForURL(/article/);
  await becomes(() => page.evaluate(() => scrollY), (y) => y > 500, "scrolled to the words");
});

test("without permalinks nothing links to the page", async (t) => {
  const page = await openReady(t, HOST, CLIPBOARD);
  const { opener, copy, said } = citing(page, "open-source-safe");
  await opener.click();
  assert.equal(await copy("Copy link").count(), 0);
  await copy("Copy as text").click();
  await becomes(() => said.innerText(), "Copied.");
  const { "text/plain": text } = await becomes(() => clipboard(page), (all) => "text/plain" in all);
  assert.doesNotMatch(text, /127\.0\.0\.1/);
});

for (const options of [{ width: 320 }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
  test(`axe finds nothing in it, and nothing is cut off: ${JSON.stringify(options)}`, async (t) => {
    const page = await openReady(t, `<quote-timeline permalinks lang="fr"></quote-timeline>${SCRIPT}`, options);
    const { opener, panel } = citing(page, "two-ranges");
    await opener.click();
    await panel.waitFor();
    assert.deepEqual(await violations(page), []);
    const wider = await panel.evaluate((own) => [...own.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > own.getBoundingClientRect().right + 1).length);
    assert.equal(wider, 0);
    for (const button of await panel.getByRole("button").all()) assert.ok((await button.boundingBox()).height >= 24);
  });
}
