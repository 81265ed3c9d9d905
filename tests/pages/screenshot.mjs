// Takes the picture of the README from the demonstration page: node tests/pages/screenshot.mjs
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const settings = JSON.parse(await readFile(new URL("../../webdriver.json", import.meta.url), "utf8"));
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: settings["goog:chromeOptions"].args });
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
