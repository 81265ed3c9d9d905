// What axe finds in each state, and what eyes, fingers and a screen reader need.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { becomes, engine, open, openReady, testIn } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";

const choose = (id) => async (page) => {
  await widget(page).root.evaluate((own, id) => own.select(id), id);
  await becomes(widget(page).chosen, [id]);
};

/** The states that a reader can bring about, from a page that is ready. */
const STATES = {
  ready: async () => {},
  "an event open": choose("paris-event"),
  "a quote chosen": choose("open-the-hood"),
  filtered: async (page) => {
    const { root, toolbar, search } = widget(page);
    const sheet = root.locator(".sheet-button");
    if (await sheet.isVisible()) await sheet.click();
    await toolbar.locator("select").first().selectOption({ index: 1 });
    if (await sheet.isVisible()) await page.keyboard.press("Escape");
    await search.fill("open source");
    await becomes(() => root.locator("mark").count(), (count) => count > 0);
  },
  "nothing found": async (page) => {
    await widget(page).search.fill("zzzz");
    await becomes(() => widget(page).quotes.count(), 0);
  },
  "another base": async (page) => {
    const base = widget(page).root.locator("[data-action=base]").first();
    await base.selectOption({ index: 1 });
  },
  "a citation open": async (page) => {
    await widget(page).root.locator("[data-action=cite]").first().click();
    await widget(page).root.locator(".cite-panel").waitFor();
  },
  "help open": async (page) => {
    await widget(page).root.locator("[data-action=help]").click();
    await widget(page).part("help").waitFor();
  },
  "the timeline alone": (page) => widget(page).root.evaluate((own) => own.setAttribute("view", "timeline")),
  "the quotes alone": (page) => widget(page).root.evaluate((own) => own.setAttribute("view", "quotes")),
  zoomed: async (page) => {
    await widget(page).root.evaluate((own) => own.show("2024-02-20", "2024-03-20"));
  },
};

/** All of them in Chromium, the first elsewhere: what axe reads is shared by the engines, and reading takes minutes there. */
const LOOKS = [
  ["light, English", { lang: "en", colorScheme: "light" }],
  ["dark, French", { lang: "fr", colorScheme: "dark" }],
  ["320 pixels", { lang: "fr", width: 320 }],
  ["zoomed to 400 %", { lang: "en", width: 320, height: 256, deviceScaleFactor: 4 }],
  ["forced colours", { lang: "en", forcedColors: "active" }],
].slice(0, engine === "chromium" ? undefined : 1);
for (const [look, options] of LOOKS) {
  test(`axe finds nothing in any state: ${look}`, async (t) => {
    const page = `<main><h1>Page</h1><script src="/pkg/quote-timeline.js" data-embed data-lang="${options.lang}"></script></main>`;
    const found = [];
    for (const [state, reach] of Object.entries(STATES)) {
      await t.test(state, async (t) => {
        const opened = await openReady(t, page, options);
        await reach(opened);
        const here = await violations(opened);
        found.push(...here);
        assert.deepEqual(here, [], state);
      });
    }
    assert.deepEqual(found, []);
  });
}

test("axe finds nothing on whole pages: the demonstration, two widgets, a dossier of events", async (t) => {
  for (const path of ["/www/", "/www/hosts/two-widgets.html", "/www/hosts/csv.html"]) {
    const page = await openReady(t, path);
    assert.deepEqual(await violations(page, "html"), [], path);
  }
});

test("axe finds nothing while it loads and when it failed", async (t) => {
  const broken = await open(t, "/www/hosts/broken.html", { expected: /404/ });
  await broken.locator("quote-timeline[data-state=error]").waitFor();
  assert.deepEqual(await violations(broken), []);
  const loading = await open(t, '<main><h1>Page</h1><quote-timeline><p>Read this meanwhile.</p></quote-timeline></main>');
  assert.deepEqual(await violations(loading), []);
});

test("every text says its language", async (t) => {
  const page = await openReady(t, HOST);
  const languages = await widget(page).root.evaluate((own) => {
    const of = (part) => [...own.shadowRoot.querySelectorAll(`[part~="${part}"]`)].map((node) => node.closest("[lang]")?.lang);
    return { original: [...new Set(of("original"))], translation: [...new Set(of("translation"))], toolbar: of("toolbar") };
  });
  assert.deepEqual(languages, { original: ["fr"], translation: ["en"], toolbar: ["en"] });
});

test("headings fit into the page's", async (t) => {
  const page = await openReady(t, '<quote-timeline heading-level="4"></quote-timeline><script src="/pkg/quote-timeline.js"></script>');
  const { root } = widget(page);
  // Playwright's own roles go by the element, screen readers by `aria-level`.
  const level = (level) =>
    root.evaluate((own, level) => [...own.shadowRoot.querySelectorAll("h2, h3, h4")].filter((own) => (own.ariaLevel ?? own.localName[1]) === `${level}`).length, level);
  assert.equal(await level(4), 1, "the title");
  assert.equal((await level(2)) + (await level(3)), 0);
  assert.ok((await level(5)) >= 30, "the speakers");
  await root.evaluate((own) => own.select("paris-event"));
  await becomes(() => root.evaluate((own) => own.shadowRoot.querySelector(".event-card h3")?.ariaLevel), "5", "what is drawn later too");
  await root.evaluate((own) => own.removeAttribute("heading-level"));
  await becomes(() => level(2), 1);
});

test("Tab goes through the widget and out again", async (t) => {
  const page = await openReady(t, '<script src="/pkg/quote-timeline.js" data-embed data-selected="paris-event"></script><button id="after">After</button>');
  await widget(page).search.focus();
  const inside = () => page.evaluate(() => document.activeElement.localName);
  let stops = 0;
  while ((await inside()) === "quote-timeline") {
    await page.keyboard.press("Tab");
    stops += 1;
    assert.ok(stops < 120, "the keyboard is caught");
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "after");
});

// On a screen without a window manager, WebKitGTK's window is never the active one.
testIn("chromium", "firefox")("what has the focus can be seen", async (t) => {
  const page = await openReady(t, HOST);
  await widget(page).search.focus();
  const unseen = [];
  for (let stop = 0; stop < 14; stop += 1) {
    await page.keyboard.press("Tab");
    const look = await page.evaluate(() => {
      const node = document.querySelector("quote-timeline").shadowRoot.activeElement;
      if (!node) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      return { name: node.textContent.slice(0, 30), seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
    });
    if (look && !look.seen) unseen.push(look.name);
  }
  assert.deepEqual(unseen, []);
});

/** What can be pressed and is smaller than `least` both ways; links in a line of text are let be. */
const small = (page, least) =>
  widget(page).root.evaluate((own, least) => {
    const boxes = [...own.shadowRoot.querySelectorAll("button, select, input:not([type=radio], [type=checkbox]), summary")];
    return boxes
      .filter((node) => node.checkVisibility())
      .map((node) => [node, node.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 1 && (width < least || height < least))
      .map(([node, { width, height }]) => `${node.className} ${node.dataset.action}: ${Math.round(width)} × ${Math.round(height)}`);
  }, least);

test("what can be pressed is at least 24 pixels", async (t) => {
  for (const width of [1280, 360]) {
    const page = await openReady(t, HOST, { width });
    await choose("paris-event")(page);
    // Some are set at half pixels.
    assert.deepEqual(await small(page, 23.5), [], `${width} pixels`);
  }
});

if (engine === "chromium") {
  test("under a finger it is at least 44", async (t) => {
    const page = await openReady(t, HOST, { width: 360, hasTouch: true, isMobile: true });
    await choose("paris-event")(page);
    assert.deepEqual(await small(page, 43.5), []);
  });
}

for (const [theme, accent] of [["light"], ["dark"], ["light", "#00558c"]]) {
  test(`colours of what is drawn are far enough apart: ${theme}${accent ? ", the page's accent" : ""}`, async (t) => {
    const head = accent ? `<style>quote-timeline { --quote-timeline-accent: ${accent} }</style>` : "";
    const page = await openReady(t, `<script src="/pkg/quote-timeline.js" data-embed data-theme="${theme}"></script>`, { head });
    await choose("paris-event")(page);
    const ratios = await widget(page).root.evaluate((own) => {
      const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const rgb = (colour) => {
        paint.clearRect(0, 0, 1, 1);
        paint.fillStyle = colour;
        paint.fillRect(0, 0, 1, 1);
        return [...paint.getImageData(0, 0, 1, 1).data];
      };
      // WCAG 2.2, relative luminance and contrast ratio.
      const light = (colour) =>
        rgb(colour)
          .slice(0, 3)
          .map((own) => own / 255)
          .map((own) => (own <= 0.04045 ? own / 12.92 : ((own + 0.055) / 1.055) ** 2.4))
          .reduce((sum, own, place) => sum + own * [0.2126, 0.7152, 0.0722][place], 0);
      const ratio = (one, other) => {
        const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
        return (bright + 0.05) / (dark + 0.05);
      };
      const root = own.shadowRoot.querySelector(".root");
      const behind = getComputedStyle(root).backgroundColor;
      const look = (selector, property) => getComputedStyle(own.shadowRoot.querySelector(selector))[property];
      return {
        "a date's extent": ratio(look(".item .extent", "color"), behind),
        "what is chosen": ratio(look(".selected > button", "color"), behind),
        "the frame of the overview": ratio(look(".brush", "borderLeftColor"), behind),
        "the density": ratio(look(".density", "backgroundColor"), behind),
        "the axis": ratio(look(".axis", "borderTopColor"), behind),
        "muted text": ratio(look(".status", "color"), behind) / 1.5,
      };
    });
    const low = Object.entries(ratios).filter(([, ratio]) => ratio < 3);
    assert.deepEqual(low, []);
  });
}

// Playwright's picture of the accessibility tree: read it as a screen reader would say it. To renew it after a change
// that was meant: SNAPSHOT=renew node --test tests/pages/accessibility.test.mjs
for (const lang of ["fr", "en"]) {
  // Which events have room for a label depends on an engine's scrollbars and letters.
  testIn("chromium")(`the accessibility tree of the affair is as reviewed: ${lang}`, async (t) => {
    const page = await openReady(t, `<script src="/pkg/quote-timeline.js" data-embed data-lang="${lang}"></script>`, { lang });
    await choose("paris-event")(page);
    const tree = `${await widget(page).root.ariaSnapshot()}\n`;
    const file = new URL(`tree.${lang}.yaml`, import.meta.url);
    if (process.env.SNAPSHOT === "renew") await writeFile(file, tree);
    assert.equal(tree, await readFile(file, "utf8"));
  });
}
