// Pictures, sounds, films and players: what is fetched, and when; what stands there when it fails.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { SCRIPT, becomes, openReady, testIn } from "./browser.mjs";
import { widget } from "./widget.mjs";

const HOST = "/www/hosts/media.html";

/** One of its pictures is not there. */
const MISSING = { expected: /404/ };

/** Opens the host page with an event chosen, and keeps every request for what it shows. */
async function chosen(t, id, options) {
  const page = await openReady(t, HOST, { ...MISSING, ...options });
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url())));
  await page.evaluate((id) => document.querySelector("quote-timeline").select(id), id);
  await becomes(widget(page).chosen, [id]);
  return { page, requests, ...widget(page) };
}

test("the introduction has its text and its picture", async (t) => {
  const page = await openReady(t, HOST, MISSING);
  const introduction = page.locator("quote-timeline").getByRole("region", { name: "Introduction" });
  assert.match(await introduction.innerText(), /Orange, Peach, Durian, Mango/);
  const picture = introduction.getByRole("img", { name: "A film reel, drawn." });
  await picture.scrollIntoViewIfNeeded();
  await becomes(() => picture.evaluate((own) => own.complete && own.naturalWidth > 0), true);
  const { width, height } = await picture.boundingBox();
  assert.ok(Math.abs(width / height - 1.5) < 0.02, "the place that was kept for it");
  await widget(page).search.fill("rabbit");
  await becomes(() => introduction.count(), 0, "it makes room for what is looked for");
});

test("a long introduction is folded", async (t) => {
  const text = `<p>${"Long words. ".repeat(120)}</p>`;
  const dossier = { languages: ["fr", "en"], title: "Long", text, articles: [] };
  const page = await openReady(t, `<quote-timeline lang="fr"><script type="application/json">${JSON.stringify(dossier)}</script></quote-timeline>${SCRIPT}`);
  const words = widget(page).viewer.getByText("Long words.");
  assert.ok(!(await words.isVisible()));
  await widget(page).viewer.getByText("Introduction").click();
  assert.ok(await words.isVisible());
});

test("a picture comes with its text alternative, caption and credit, and tells nobody who looks", async (t) => {
  const { page, viewer, requests } = await chosen(t, "elephants-dream");
  const picture = viewer.getByRole("img", { name: "Four bars: eleven, ten, fifteen and twelve minutes." });
  await picture.scrollIntoViewIfNeeded();
  await becomes(() => picture.evaluate((own) => own.naturalWidth), 240);
  assert.equal(await picture.getAttribute("referrerpolicy"), "no-referrer");
  assert.equal(await picture.getAttribute("loading"), "lazy");
  const figure = viewer.getByRole("figure");
  assert.match(await figure.innerText(), /Length of the four films, in minutes\.\s+Chart: the makers/);
  assert.ok(requests.every(({ pathname }) => pathname.endsWith("lengths.png")), String(requests));
  await page.locator("quote-timeline").evaluate((own) => (own.lang = "fr"));
  await viewer.getByRole("img", { name: "Quatre barres" }).waitFor();
});

// Elsewhere nobody answers in the name of other hosts.
testIn("chromium")("a player is fetched when the reader asks, not before", async (t) => {
  const { page, viewer, requests } = await chosen(t, "big-buck-bunny", { expected: /youtube-nocookie|404/ });
  const asked = [];
  await page.route("https://www.youtube-nocookie.com/**", (route) => {
    asked.push(route.request());
    return route.fulfill({ contentType: "text/html", body: "<title>Player</title><button>Pause</button>" });
  });
  const play = viewer.getByRole("button", { name: "Play on YouTube – this loads youtube-nocookie.com" });
  await play.scrollIntoViewIfNeeded();
  assert.deepEqual(requests, [], "no request before");
  assert.equal(await viewer.locator("iframe").count(), 0);
  await play.focus();
  await page.keyboard.press("Enter");
  await becomes(() => asked.length, 1);
  assert.equal(asked[0].url(), "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&start=65");
  assert.ok(!/hosts/.test(asked[0].headers().referer ?? ""), "it is told the host alone");
  const frame = viewer.locator("iframe");
  const attributes = await frame.evaluate((own) => ({ title: own.title, sandbox: own.sandbox.value, allow: own.allow }));
  assert.match(attributes.title, /YouTube: The whole film/);
  assert.ok(!/top-navigation/.test(attributes.sandbox) && /allow-scripts/.test(attributes.sandbox));
  assert.match(attributes.allow, /autoplay/);
  assert.ok(await frame.evaluate((own) => own.getRootNode().activeElement === own), "the keyboard is in it");
  assert.equal(await viewer.getByRole("link", { name: "Open on YouTube" }).getAttribute("href"), "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=1m5s");
});

test("a frame of the page's own host cannot reach the page", async (t) => {
  const dossier = (origin) => ({
    languages: ["fr", "en"], title: "Own", articles: [],
    events: [{ id: "one", date: "2024", title: "One", media: { url: `<iframe src="${origin}/reach.html" onload="window.reached = 1"></iframe>` } }],
  });
  const page = await openReady(t, `<quote-timeline></quote-timeline>${SCRIPT}`, {
    files: { "/reach.html": "<script>parent.reached = 2</script><p>Framed</p>" },
    expected: /reach|Blocked a frame|cross-origin|Script error/i,
  });
  await page.evaluate((value) => void (document.querySelector("quote-timeline").dossier = value), dossier(new URL(page.url()).origin));
  await page.locator("quote-timeline[data-state=ready]").waitFor();
  await becomes(() => page.evaluate(() => document.querySelector("quote-timeline").select("one")), true);
  await widget(page).viewer.getByRole("button", { name: /127\.0\.0\.1/ }).click();
  await page.locator("quote-timeline iframe").contentFrame().getByText("Framed").waitFor();
  assert.equal(await page.evaluate(() => window.reached), undefined);
});

test("a sound is fetched when it is played, not before", async (t) => {
  const { viewer, requests } = await chosen(t, "sound");
  const sound = viewer.locator("audio");
  await sound.scrollIntoViewIfNeeded();
  assert.equal(await sound.getAttribute("aria-label"), "The note A, for a second.");
  assert.deepEqual(requests, []);
  await sound.evaluate((own) => own.play());
  await becomes(() => requests.some(({ pathname }) => pathname.endsWith("tone.wav")), true);
});

test("a page is linked to, with the name of the service", async (t) => {
  const { viewer, requests } = await chosen(t, "sintel");
  const link = viewer.getByRole("link", { name: /Wikipedia/ });
  assert.equal(await link.getAttribute("href"), "https://en.wikipedia.org/wiki/Sintel");
  assert.match(await viewer.innerText(), /looks for a dragon\.\s+It is the longest/);
  assert.deepEqual(requests, []);
});

test("where a picture is missing stands what it shows", async (t) => {
  const { viewer } = await chosen(t, "tears-of-steel");
  await viewer.getByText("A bridge in Amsterdam, with robots.").waitFor();
  assert.equal(await viewer.locator("img").count(), 0, "no broken picture");
  assert.match(await viewer.getByRole("figure").innerText(), /missing on purpose/);
});

test("eras stand behind the timeline and in a list for those who cannot see", async (t) => {
  const page = await openReady(t, HOST, MISSING);
  const { timeline, root } = widget(page);
  const list = timeline.getByRole("list", { name: "Eras" });
  assert.equal(await list.getByRole("listitem").count(), 4);
  assert.match(await list.innerText(), /Project Peach \(.*2007.*2008.*\): Seven months of work in Amsterdam\./s);
  const band = () => timeline.getByText("Project Durian", { exact: true }).last().boundingBox();
  const before = await band();
  const stage = await timeline.boundingBox();
  assert.ok(before.x > stage.x && before.x < stage.x + stage.width);
  await root.getByRole("button", { name: "Later", exact: true }).click();
  await becomes(async () => (await band()).x < before.x, true, "it moves with time");
});

for (const [colorScheme, lang, width] of [["light", "en", 1280], ["dark", "fr", 320]]) {
  test(`axe finds nothing with texts and media, ${colorScheme}, ${lang}, ${width} pixels`, async (t) => {
    const page = await openReady(t, HOST, { colorScheme, width, ...MISSING });
    await page.locator("quote-timeline").evaluate((own, lang) => (own.lang = lang), lang);
    for (const id of ["", "elephants-dream", "big-buck-bunny", "sound", "sintel", "tears-of-steel"]) {
      await page.evaluate((id) => document.querySelector("quote-timeline").setAttribute("selected", id), id);
      await becomes(widget(page).chosen, id ? [id] : []);
      assert.deepEqual(await violations(page), [], id || "introduction");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${id}: ${wide} pixels too wide`);
    }
  });
}
