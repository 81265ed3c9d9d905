// The ways a page takes the widget in, moves it and removes it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, affair, becomes, open, openReady, ready } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

test("one script tag shows the whole affair", async (t) => {
  const page = await openReady(t, "/www/hosts/script-tag-alone.html");
  const { quotes, timeline, text } = widget(page);
  assert.equal(await page.locator("quote-timeline").count(), 1);
  assert.equal(await page.locator("script + quote-timeline").count(), 1, "right after the script tag");
  assert.equal(await quotes.count(), affair.quotes.length);
  assert.ok(await timeline.isVisible());
  assert.match(await text(), /Mistral AI, Microsoft and open source/);
});

test("the script tag hands its data attributes over", async (t) => {
  const page = await openReady(t, '<script src="/pkg/quote-timeline.js" data-embed data-lang="fr" data-view="quotes" data-selected="open-the-hood"></script>');
  const { root, timeline, quote } = widget(page);
  assert.deepEqual(
    await root.evaluate((own) => [own.lang, own.getAttribute("view"), own.hasAttribute("embed")]),
    ["fr", "quotes", false],
  );
  assert.ok(!(await timeline.isVisible()));
  assert.ok(await quote("open-the-hood").isVisible());
});

test("a script tag in the head puts the widget at the end of the body", async (t) => {
  const page = await openReady(t, "/head.html", {
    files: { "/head.html": '<!DOCTYPE html><html lang="en"><head><title>Test</title><link rel="icon" href="data:,"><script src="/pkg/quote-timeline.js" data-embed></script></head><body><p>Text</p></body></html>' },
  });
  assert.equal(await page.evaluate(() => document.body.lastElementChild.localName), "quote-timeline");
});

test("a script tag given twice does no harm", async (t) => {
  const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}${SCRIPT}`);
  assert.equal(await widget(page).quotes.count(), affair.quotes.length);
});

test("the module build shows the same", async (t) => {
  const page = await openReady(t, "/www/hosts/modules.html");
  assert.equal(await widget(page).quotes.count(), affair.quotes.length);
});

test("importing the element alone defines nothing", async (t) => {
  const page = await open(t, `<other-name></other-name>
    <script type="module">
      import { QuoteTimeline } from "/pkg/element.js";
      window.defined = customElements.get("quote-timeline") !== undefined;
      customElements.define("other-name", class extends QuoteTimeline {});
    </script>`);
  await page.locator("other-name[data-state=ready]").waitFor();
  assert.equal(await page.evaluate(() => window.defined), false);
  assert.equal(await page.locator('other-name [part~="quote"]').count(), affair.quotes.length);
});

test("two widgets know nothing of each other", async (t) => {
  const page = await openReady(t, "/www/hosts/two-widgets.html");
  const [first, second] = ["#first", "#second"].map((id) => widget(page, page.locator(id)));
  await second.quotes.first().waitFor();
  await first.search.fill("Ferrari");
  await becomes(() => first.quotes.count(), (count) => count < affair.quotes.length);
  assert.equal(await second.quotes.count(), affair.quotes.length);
  assert.equal(await second.search.inputValue(), "");
  await page.evaluate(() => document.querySelector("#first").select("paris-event"));
  await becomes(first.chosen, ["paris-event"]);
  assert.deepEqual(await second.chosen(), []);
  assert.match(await first.status.innerText(), /citation/);
  assert.match(await second.status.innerText(), /quotes/);
  assert.ok(!(await second.timeline.isVisible()));
});

test("a dossier in the page", async (t) => {
  const page = await openReady(t, "/www/hosts/own-dossier.html");
  assert.deepEqual(await widget(page).listed(), ["small-step"]);
  assert.match(await widget(page).quote("small-step").innerText(), /for \(a\) man/);
});

test("a dossier from an address, asked for once", async (t) => {
  let asked = 0;
  const page = await openReady(t, `<quote-timeline src="/own.json"></quote-timeline>${SCRIPT}`, {
    files: {
      "/own.json": (request, response) => {
        asked += 1;
        response.writeHead(200, { "Content-Type": "application/json" });
        response.end(JSON.stringify({ languages: ["fr", "en"], title: "Own", articles: [] }));
      },
    },
  });
  assert.match(await widget(page).text(), /Own/);
  assert.equal(asked, 1);
});

test("another address replaces the dossier", async (t) => {
  const page = await openReady(t, "/www/hosts/from-src.html");
  assert.deepEqual(await widget(page).listed(), ["until-summer"]);
  await page.evaluate(() => document.querySelector("quote-timeline").setAttribute("src", "/data/affair.json"));
  await becomes(() => widget(page).quotes.count(), affair.quotes.length);
  await page.evaluate(() => document.querySelector("quote-timeline").removeAttribute("src"));
  await ready(page);
});

test("a widget that is moved keeps what the reader chose", async (t) => {
  const page = await openReady(t, `<div id="one"><quote-timeline></quote-timeline></div><div id="two"></div>${SCRIPT}`);
  const events = await listen(page);
  await page.evaluate(() => document.querySelector("quote-timeline").select("paris-event"));
  await becomes(widget(page).chosen, ["paris-event"]);
  await events.forget();
  await page.evaluate(() => document.querySelector("#two").append(document.querySelector("quote-timeline")));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(await widget(page).chosen(), ["paris-event"]);
  assert.deepEqual(await events.all(), [], "it was not loaded again");
  await widget(page).button("Zoom in").click();
  await becomes(() => events.last("range"), Boolean, "it still answers");
});

test("a widget that is removed lets go, and can come back", async (t) => {
  const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}`);
  await page.evaluate(() => {
    window.kept = document.querySelector("quote-timeline");
    window.kept.remove();
  });
  const left = () => page.evaluate(() => window.kept.shadowRoot.querySelectorAll("[part]").length);
  await becomes(left, 0, "nothing of the widget is left");
  assert.equal(await page.evaluate(() => window.kept.dossier), undefined);
  assert.equal(await page.evaluate(() => window.kept.select("paris-event")), false);
  await page.evaluate(() => document.body.append(window.kept));
  await becomes(() => widget(page).quotes.count(), affair.quotes.length, "it is back");
});

test("a hundred widgets that come and go leave one listener and no element behind", async (t) => {
  const page = await openReady(t, `<quote-timeline src="/www/hosts/bridge.json"></quote-timeline>${SCRIPT}`);
  const memory = await page.evaluate(async () => {
    const cycle = async () => {
      const own = document.createElement("quote-timeline");
      own.dossier = { languages: ["fr", "en"], title: "Own", articles: [] };
      document.body.append(own);
      await own.ready;
      own.remove();
      await null;
      return own.shadowRoot.querySelectorAll("[part]").length;
    };
    const left = [];
    for (let turn = 0; turn < 100; turn += 1) left.push(await cycle());
    return left.filter(Boolean).length;
  });
  assert.equal(memory, 0);
  assert.equal(await page.locator("quote-timeline").count(), 1);
});
