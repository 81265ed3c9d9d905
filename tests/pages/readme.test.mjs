// Every example of the README, as it stands there: HTML in a page, JavaScript beside a widget.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { SCRIPT, becomes, openReady, ready } from "./browser.mjs";

const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
const pkg = (name) => readFile(new URL(`../../pkg/${name}`, import.meta.url));

/** The blocks of a language, each with the heading that it stands under. */
function examples(language) {
  const found = [];
  let heading = "Top";
  for (const [, title, block] of readme.matchAll(new RegExp(`^## (.+)$|^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))) {
    if (title) heading = title;
    else found.push({ heading, block });
  }
  return found;
}

/** The built files and a dossier, beside the page as the examples have them. */
const beside = {
  "/dossier.json": await readFile(new URL("../../www/hosts/bridge.json", import.meta.url)),
  "/timeline.csv": await readFile(new URL("../../www/hosts/orchard.csv", import.meta.url)),
};
const { files } = JSON.parse(await pkg("package.json"));
for (const name of files.filter((name) => /\.(js|wasm)$/.test(name))) {
  beside[`/${name}`] = await pkg(name);
}

/** What must be seen of an example of HTML, by what is in it. */
const SEEN = [
  ['data-lang="fr"', async (page) => assert.equal(await page.locator("quote-timeline").getAttribute("theme"), "dark")],
  ["dossier.json", async (page) => assert.equal(await page.locator('[data-id="until-summer"][part~="quote"]').count(), 1)],
  ["timeline.csv", async (page) => assert.equal(await page.locator('[data-id="nous-replanterons"][part~="quote"]').count(), 1)],
  ["12 March 2024", async (page) => assert.ok(!(await page.getByText("On 12 March 2024 the").isVisible()))],
  ['selected="paris-event"', (page) =>
    becomes(() => page.locator('[aria-current="true"]').first().getAttribute("data-id"), "paris-event")],
  ["#00558c", async (page) => {
    const style = await page.locator('[part~="speaker"]').first().evaluate((own) => getComputedStyle(own).fontStyle);
    assert.equal(style, "italic");
  }],
  ["no-more-frozen", async (page) => assert.ok(await page.getByText("The canteen reopens").first().isVisible())],
];

const html = examples("html");
for (const [number, { heading, block }] of html.entries()) {
  test(`HTML example ${number + 1}, under “${heading}”`, async (t) => {
    const [, head = "", body] = block.match(/^(<meta[^>]*>)?([^]*)$/);
    const page = await openReady(t, body, { files: beside, head });
    assert.ok((await page.locator('[part~="quote"]').count()) > 0, "quotes are shown");
    for (const [mark, look] of SEEN) if (block.includes(mark)) await look(page);
  });
}

test("each expectation about an example belongs to one", () => {
  for (const [mark] of SEEN) assert.ok(html.some(({ block }) => block.includes(mark)), mark);
  assert.ok(html.length >= 9, `${html.length} HTML examples are found`);
});

const scripts = examples("js");
for (const [number, { heading, block }] of scripts.entries()) {
  test(`JavaScript example ${number + 1}, under “${heading}”`, async (t) => {
    const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}`);
    const printed = [];
    page.on("console", (message) => printed.push(message.text()));
    const wanted = [...block.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text);
    assert.ok(wanted.length > 0, "the example prints something");
    await page.addScriptTag({
      type: "module",
      content: `const timeline = document.querySelector("quote-timeline");\n${block}`,
    });
    await becomes(() => printed, wanted);
    if (!block.includes("oops")) await ready(page);
  });
}

test("JavaScript examples are found", () => assert.ok(scripts.length >= 5));
