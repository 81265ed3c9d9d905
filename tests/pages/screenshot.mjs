// Takes the picture of the README from the demonstration page: node tests/pages/screenshot.mjs
import { launch } from "./engines.mjs";
import { serve } from "./server.mjs";

const browser = await launch("chromium");
const server = await serve(new Map());
const page = await browser.newPage({ viewport: { width: 1200, height: 860 } });
await page.goto(`${server.origin}/www/`);
const widget = page.locator("quote-timeline[data-state=ready]");
await widget.waitFor();
await widget.evaluate((own) => own.show("2023-08-15", "2024-05-10"));
const original = widget.locator('[part~="original"] [data-seg]').first();
await widget.evaluate((own) => scrollTo(0, own.getBoundingClientRect().top + scrollY - 24));
await original.hover();
await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
// Transitions have come to their end.
await page.evaluate(() => Promise.all(document.getAnimations().map((own) => own.finished)));
await page.screenshot({ path: new URL("../../docs/screenshot.png", import.meta.url).pathname, animations: "disabled" });
await browser.close();
server.close();
