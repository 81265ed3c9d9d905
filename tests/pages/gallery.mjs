// Pictures of every state, each in every engine beside the others, on one page to be looked at:
// node tests/pages/gallery.mjs (after a build); ENGINES=chromium,webkitgtk are those two only.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { ENGINES, launch } from "./engines.mjs";
import { serve } from "./server.mjs";

const folder = new URL("../../target/gallery/", import.meta.url);
const engines = process.env.ENGINES?.split(",") ?? ENGINES;

/** Two hundred events in bursts, to be dense. */
const dense = {
  title: "Dense",
  events: Array.from({ length: 200 }, (_, place) => ({
    id: `e${place}`,
    date: new Date(Date.UTC(2020, 0, 1) + ((place * place * 7) % 1400) * 864e5).toISOString().slice(0, 10),
    title: `Event number ${place} of many`,
  })),
};

const own = (page) => page.locator("quote-timeline").first();
const inside = (page, selector) => own(page).locator(selector).first();
const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Each state: its name, what the page has, and what a reader does there. */
const STATES = [
  ["ready", {}, async () => {}],
  ["event open", {}, (page) => own(page).evaluate((own) => own.select("paris-event"))],
  ["quote compared", {}, (page) => own(page).evaluate((own) => own.select("open-the-hood"))],
  ["found", {}, async (page) => inside(page, '[part~="search"]').fill("open source")],
  ["nothing found", {}, async (page) => inside(page, '[part~="search"]').fill("zzzz")],
  ["near", {}, (page) => own(page).evaluate((own) => own.show("2024-02-20", "2024-03-20"))],
  ["citation open", {}, (page) => inside(page, "[data-action=cite]").click()],
  ["help open", {}, (page) => inside(page, "[data-action=help]").click()],
  ["sheet open", { narrow: true }, (page) => inside(page, ".sheet-button").click()],
  ["dense", { dossier: dense }, async () => {}],
  ["spreadsheet of events", { src: "/www/hosts/orchard.csv" }, async () => {}],
  ["error", { src: "/nowhere.json" }, async () => {}],
  ["loading", { loading: true }, async () => {}],
];
const LOOKS = [
  ["1280 light fr", { width: 1280, height: 900 }, "fr", {}],
  ["768 dark en", { width: 768, height: 900 }, "en", { colorScheme: "dark" }],
  ["360 light fr", { width: 360, height: 1500 }, "fr", { narrow: true }],
  ["320 dark en", { width: 320, height: 1500 }, "en", { narrow: true, colorScheme: "dark" }],
  ["1280 forced en", { width: 1280, height: 900 }, "en", { forcedColors: "active" }],
];

/** Takes the pictures in one engine; each is a caption and a file. */
async function* picturesIn(engine) {
  const pages = new Map();
  const browser = await launch(engine);
  const server = await serve(pages, browser.watch);
  for (const [look, viewport, lang, { narrow, ...options }] of LOOKS) {
    // WebKitGTK has no colours of the reader's own.
    if (options.forcedColors && engine === "webkitgtk") continue;
    for (const [state, { src, dossier, loading, narrow: wanted }, act] of STATES) {
      if (wanted && !narrow) continue;
      const attributes = `lang="${lang}"${src ? ` src="${src}"` : ""}`;
      const data = dossier ? `<script type="application/json">${JSON.stringify(dossier)}</script>` : "<p>The page’s own words, until the widget is there.</p>";
      const script = loading ? "" : '<script src="/pkg/quote-timeline.js"></script>';
      pages.set(
        "/gallery.html",
        `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Gallery</title></head><body><quote-timeline ${attributes}>${data}</quote-timeline>${script}</body></html>`,
      );
      const context = await browser.newContext({ viewport, ...options });
      const page = await context.newPage();
      await page.goto(`${server.origin}/gallery.html`);
      if (!loading) await page.locator("quote-timeline:is([data-state=ready], [data-state=error])").waitFor();
      await act(page);
      await drawn(page);
      await page.evaluate(() => Promise.all(document.getAnimations().map((own) => own.finished)));
      const file = `${state}, ${look}, ${engine}`.replaceAll(/\W+/g, "-") + ".png";
      await page.screenshot({ path: new URL(file, folder).pathname, animations: "disabled" });
      await context.close();
      yield [`${state} · ${look}`, file];
    }
  }
  await browser.close();
  server.close();
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const shown = new Map();
for (const engine of engines) {
  for await (const [caption, file] of picturesIn(engine)) shown.set(caption, [...(shown.get(caption) ?? []), file]);
}
const figures = [...shown].map(
  ([caption, files]) => `<figure><figcaption>${caption}</figcaption>${files.map((file) => `<img loading="lazy" src="${file}" alt="">`).join("")}</figure>`,
);
await writeFile(
  new URL("index.html", folder),
  `<!DOCTYPE html><meta charset="utf-8"><title>Quote Timeline, every state</title><style>body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:24px;background:#888}figure{margin:0}figcaption{padding:4px 0}img{max-width:640px;vertical-align:top}</style>${figures.join("\n")}`,
);
console.log(`${[...shown.values()].flat().length} pictures: target/gallery/index.html`);
