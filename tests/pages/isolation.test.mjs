// Nothing of the page changes how the widget looks; nothing of the widget asks the page for leave.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, affair, becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const PROPERTIES = [
  "color", "backgroundColor", "fontFamily", "fontSize", "fontStyle", "fontWeight", "lineHeight",
  "letterSpacing", "wordSpacing", "textTransform", "textIndent", "textAlign", "textShadow", "whiteSpace",
  "direction", "visibility", "cursor", "display", "borderTopStyle", "borderTopWidth", "borderRadius",
  "paddingLeft", "paddingTop", "listStyleType", "opacity",
];

/** Computed looks of everything in the widget that has a part, and of what stands in it. */
function looks(page) {
  return widget(page).root.evaluate((own, properties) => {
    const seen = {};
    const all = own.shadowRoot.querySelectorAll("[part], [part] *:not(option):not(optgroup)");
    const name = (node) => `${node.getAttribute("part") ?? node.localName}`;
    for (const node of all) {
      const style = getComputedStyle(node);
      seen[name(node)] ??= Object.fromEntries(properties.map((property) => [property, style[property]]));
    }
    return seen;
  }, PROPERTIES);
}

test("a hostile style sheet changes nothing", async (t) => {
  const [hostile, plain] = await Promise.all([
    openReady(t, "/www/hosts/hostile.html"),
    openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}`),
  ]);
  const [own, wanted] = [await looks(hostile), await looks(plain)];
  const changed = [];
  for (const [part, style] of Object.entries(wanted)) {
    for (const property of PROPERTIES) {
      if (own[part]?.[property] !== style[property]) changed.push(`${part}: ${property} ${style[property]} → ${own[part]?.[property]}`);
    }
  }
  assert.deepEqual(changed, []);
});

test("on a page that runs from right to left, events stand in their places", async (t) => {
  const page = await openReady(t, "/www/hosts/hostile.html");
  const places = () =>
    widget(page).timeline.locator('[part~="event"]').evaluateAll((all) => all.map((own) => Math.round(own.getBoundingClientRect().left)));
  const { x, width } = await widget(page).timeline.boundingBox();
  const inside = (await places()).filter((left) => left >= x - 1 && left <= x + width + 1);
  assert.ok(inside.length > 5, `${inside.length} labels are in sight`);
});

test("the custom properties do change the looks", async (t) => {
  const page = await openReady(t, `<style>quote-timeline {
    --quote-timeline-text: rgb(1, 2, 3); --quote-timeline-background: rgb(250, 251, 252);
    --quote-timeline-font: monospace; --quote-timeline-quote-font: cursive;
    --quote-timeline-radius: 9px; --quote-timeline-height: 700px;
  }</style><quote-timeline></quote-timeline>${SCRIPT}`);
  const { search, root, part } = widget(page);
  const style = (locator, property) => locator.evaluate((own, property) => getComputedStyle(own)[property], property);
  assert.equal(await style(search, "color"), "rgb(1, 2, 3)");
  assert.equal(await style(search, "backgroundColor"), "rgb(250, 251, 252)");
  assert.equal(await style(search, "fontFamily"), "monospace");
  assert.equal(await style(search, "borderTopLeftRadius"), "9px");
  assert.equal(await style(part("original").first(), "fontFamily"), "cursive");
  assert.equal(Math.round((await root.boundingBox()).height), 700);
});

test("parts can be styled by the page", async (t) => {
  const page = await openReady(t, `<style>quote-timeline::part(speaker) { color: rgb(9, 8, 7); }</style><quote-timeline></quote-timeline>${SCRIPT}`);
  const speaker = widget(page).part("speaker").first();
  assert.equal(await speaker.evaluate((own) => getComputedStyle(own).color), "rgb(9, 8, 7)");
});

test("shortcuts of the page do not keep a reader from typing a search", async (t) => {
  const page = await openReady(t, "/www/hosts/hostile.html");
  const { search, quotes } = widget(page);
  await search.click();
  await page.keyboard.type("ferrari");
  assert.equal(await search.inputValue(), "ferrari");
  await becomes(() => quotes.count(), (count) => count > 0 && count < affair.quotes.length);
});

test("a strict content security policy with trusted types is kept", async (t) => {
  const page = await openReady(t, "/www/hosts/csp.html", {
    init: () => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        // The icon is asked for by WebKit, not by the page.
        if (!event.blockedURI.endsWith("/favicon.ico")) window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    },
  });
  const { search, quotes, root, chosen } = widget(page);
  assert.equal(await quotes.count(), affair.quotes.length);
  await root.evaluate((own) => own.select("paris-event"));
  await becomes(chosen, ["paris-event"]);
  await search.fill("Ferrari");
  await becomes(() => quotes.count(), (count) => count > 0 && count < affair.quotes.length);
  const bold = await root.evaluate((own) => getComputedStyle(own.shadowRoot.querySelector('[part~="toolbar"]')).display);
  assert.equal(bold, "flex", "its style sheet is in force");
  assert.deepEqual(await page.evaluate(() => window.violations), []);
});

test("the error panel keeps the policy too", async (t) => {
  const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'">`;
  const page = await openReady(t, "/policy.html", {
    expected: /404/,
    files: { "/policy.html": `<!DOCTYPE html><html lang="en"><head><title>Test</title>${csp}</head><body><quote-timeline id="own"></quote-timeline>${SCRIPT}</body></html>` },
    init: () => {
      window.violations = 0;
      document.addEventListener("securitypolicyviolation", (event) => (window.violations += Number(!event.blockedURI.endsWith("/favicon.ico"))));
    },
  });
  await page.evaluate(() => document.querySelector("#own").setAttribute("src", "/nothing.json"));
  await page.locator("#own[data-state=error]").waitFor();
  assert.equal(await page.evaluate(() => window.violations), 0);
});
