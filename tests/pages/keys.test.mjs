// The keyboard: one stop for the timeline, arrow keys inside it, help for all keys, no focus lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, becomes, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";

/** What has the focus inside the widget: an identifier, or an action, or a name. */
const focused = (page) => () =>
  page.evaluate(() => {
    const node = document.querySelector("quote-timeline").shadowRoot.activeElement;
    return node && (node.dataset.id ?? node.dataset.action ?? node.localName);
  });

/** Focuses the label that Tab stops at. */
const enter = (page) => widget(page).timeline.locator('[data-band] [tabindex="0"]').focus();

test("the timeline is one stop for Tab", async (t) => {
  const page = await openReady(t, HOST);
  const stops = widget(page).timeline.locator('[data-band] [tabindex="0"]');
  assert.equal(await stops.count(), 1);
  await enter(page);
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft"]) {
    await page.keyboard.press(key);
    await becomes(() => stops.count(), 1, `one stop after ${key}`);
  }
  await page.keyboard.press("Tab");
  const inside = () => page.evaluate(() => Boolean(document.querySelector("quote-timeline").shadowRoot.activeElement?.closest("[data-band]")));
  assert.equal(await inside(), false, "Tab leaves the timeline");
});

test("a key that leaves before what the last one asked for is drawn is not called back", async (t) => {
  const page = await openReady(t, `<button id="next">Next</button><quote-timeline></quote-timeline>${SCRIPT}`);
  await enter(page);
  const stays = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const { shadowRoot } = document.querySelector("quote-timeline");
    const key = new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, composed: true, cancelable: true });
    shadowRoot.activeElement.dispatchEvent(key);
    document.querySelector("#next").focus();
    for (let frames = 0; frames < 5; frames += 1) await frame();
    return document.activeElement.id;
  });
  assert.equal(stays, "next");
});

test("up and down go from events to their groups, to those of quotes, to quotes, and back", async (t) => {
  const page = await openReady(t, HOST);
  await enter(page);
  const where = () =>
    page.evaluate(() => {
      const node = document.querySelector("quote-timeline").shadowRoot.activeElement;
      return `${node.closest("[data-band]").dataset.band} ${node.dataset.action}`;
    });
  const rows = ["event choose", "event open-cluster", "quote open-cluster", "quote choose"];
  assert.equal(await where(), rows[0]);
  for (const row of rows.slice(1)) {
    await page.keyboard.press("ArrowDown");
    await becomes(where, row);
  }
  await page.keyboard.press("ArrowDown");
  await becomes(where, rows[3], "at the end it stays");
  for (const row of rows.slice(0, 3).reverse()) {
    await page.keyboard.press("ArrowUp");
    await becomes(where, row);
  }
});

test("a group opens by Enter, and the keyboard stands on what was in it", async (t) => {
  const page = await openReady(t, HOST);
  const events = await listen(page, ["range"]);
  await enter(page);
  await page.keyboard.press("ArrowDown");
  await becomes(focused(page), "open-cluster");
  // The first two are of one event each.
  for (let step = 0; step < 2; step += 1) await page.keyboard.press("ArrowRight");
  await becomes(focused(page), "open-cluster");
  await page.keyboard.press("Enter");
  await becomes(() => events.last("range"), Boolean, "it zoomed");
  await becomes(focused(page), (own) => own && own !== "open-cluster", "on an event");
  const band = () => page.evaluate(() => document.querySelector("quote-timeline").shadowRoot.activeElement.closest("[data-band]")?.dataset.band);
  assert.equal(await band(), "event");
});

test("a group that the keyboard is on goes out of sight: the keyboard is on the group next to it", async (t) => {
  const page = await openReady(t, HOST);
  await enter(page);
  await page.keyboard.press("ArrowDown");
  await becomes(focused(page), "open-cluster");
  const events = await listen(page, ["range"]);
  await page.evaluate(() => document.querySelector("quote-timeline").show("2024-02-01", "2024-03-31"));
  await becomes(() => events.last("range"), Boolean);
  const standing = () =>
    page.evaluate(() => {
      const { activeElement } = document.querySelector("quote-timeline").shadowRoot;
      return [activeElement?.dataset.action, activeElement?.closest("[data-band]")?.dataset.band];
    });
  await becomes(standing, ["open-cluster", "event"]);
});

test("arrow keys reach every event, in sight or not, and each says which of how many it is", async (t) => {
  const page = await openReady(t, HOST);
  const { root } = widget(page);
  await enter(page);
  await page.keyboard.press("Home");
  const all = await root.evaluate((own) => own.dossier.events.map(({ id }) => id));
  const reached = [];
  for (let step = 0; step < all.length; step += 1) {
    const id = await becomes(focused(page), (own) => own && own !== reached.at(-1), `step ${step}`);
    const place = await page.evaluate(() => {
      const item = document.querySelector("quote-timeline").shadowRoot.activeElement.closest("li");
      return [item.ariaPosInSet, item.ariaSetSize];
    });
    assert.deepEqual(place, [`${step + 1}`, `${all.length}`]);
    reached.push(id);
    await page.keyboard.press("ArrowRight");
  }
  assert.deepEqual(reached.toSorted(), all.toSorted());
});

test("z shows what is chosen from near, Backspace goes back", async (t) => {
  const page = await openReady(t, HOST);
  const { root } = widget(page);
  await root.evaluate((own) => own.select("paris-event"));
  await enter(page);
  const events = await listen(page, ["range"]);
  await page.keyboard.press("z");
  const near = await becomes(() => events.last("range"), Boolean);
  assert.ok(near.start > "2024-03-01" && near.end < "2024-03-25", JSON.stringify(near));
  await events.forget();
  await page.keyboard.press("Backspace");
  const back = await becomes(() => events.last("range"), Boolean);
  assert.ok(back.start < "2023-01-01", JSON.stringify(back));
  await events.forget();
  await page.keyboard.press("Backspace");
  const button = widget(page).button("Back to what was shown before");
  await becomes(() => button.getAttribute("aria-disabled"), "true");
});

test("the help lists the keys, and gives the focus back", async (t) => {
  for (const [lang, name] of [["en", "Keyboard and gestures"], ["fr", "Clavier et gestes"]]) {
    const page = await openReady(t, HOST + `?${lang}`, { lang });
    await widget(page).root.evaluate((own, lang) => own.setAttribute("lang", lang), lang);
    await widget(page).button(name).waitFor();
    await enter(page);
    const before = await focused(page)();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name });
    await help.waitFor();
    assert.ok((await help.locator("dt").count()) >= 15);
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "hidden" });
    await becomes(focused(page), before, "back where it was");
    await widget(page).button(name).click();
    await help.waitFor();
    await page.mouse.click(5, 5);
    await help.waitFor({ state: "hidden" });
  }
});

test("what a key shows and what it chooses is said, once it rests", async (t) => {
  const page = await openReady(t, HOST);
  const spoken = () => widget(page).status.locator(".hidden").textContent();
  await widget(page).root.evaluate((own) => own.show("2024-02-01", "2024-03-31"));
  await enter(page);
  assert.match(await spoken(), /25\u00a0events/, "what a script does is not said");
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  await becomes(spoken, (text) => /^\d+ \w+ 2023 to \d+ \w+ 2024$/.test(text));
  await page.keyboard.press("Home");
  const all = await widget(page).root.evaluate((own) => own.dossier.events.toSorted((one, other) => (one.date < other.date ? -1 : 1)));
  await becomes(focused(page), all[0].id, "though it was out of sight");
  await page.keyboard.press("Enter");
  await becomes(spoken, (text) => /ChatGPT, 0\u00a0quotes/.test(text));
});

test("the focus stays in the timeline when what it was on goes", async (t) => {
  const page = await openReady(t, HOST);
  const { root } = widget(page);
  const inTimeline = () => page.evaluate(() => Boolean(document.querySelector("quote-timeline").shadowRoot.activeElement?.closest('[part~="timeline"]')));
  await enter(page);
  await page.keyboard.press("Home");
  await root.evaluate((own) => own.show("2024-03-10", "2024-03-15"));
  await becomes(inTimeline, true, "panned away");
  await root.evaluate((own) => own.show("2031", "2032"));
  await becomes(inTimeline, true, "nothing in sight");
  // A search that is typed has the focus itself; a script that fills it has not.
  await root.evaluate((own) => own.show("2022", "2025"));
  await enter(page);
  await root.evaluate((own) => {
    const search = own.shadowRoot.querySelector('[part~="search"]');
    search.value = "transparen";
    search.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await becomes(() => root.locator("mark").count(), (count) => count > 0);
  await becomes(inTimeline, true, "filtered away");
});

test("the focus stays in the widget when its language or its dossier changes", async (t) => {
  const page = await openReady(t, HOST);
  const { root, search } = widget(page);
  const inside = () => page.evaluate(() => Boolean(document.querySelector("quote-timeline").shadowRoot.activeElement));
  await enter(page);
  await root.evaluate((own) => own.setAttribute("lang", "fr"));
  await widget(page).button("Agrandir").waitFor();
  await becomes(inside, true, "another language");
  await search.focus();
  await root.evaluate((own) => {
    own.dossier = { ...own.dossier, title: "Another" };
    return own.ready;
  });
  await becomes(inside, true, "another dossier");
});

test("nothing is listened to outside the widget", async (t) => {
  const page = await openReady(t, HOST, {
    init: () => {
      window.heard = [];
      const listen = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        const ours = /quote-timeline|pkg\//.test(new Error().stack);
        if (!ours) return listen.call(this, type, ...rest);
        if (this === window || this === document || this instanceof HTMLHtmlElement || this instanceof HTMLBodyElement) window.heard.push(type);
        return listen.call(this, type, ...rest);
      };
    },
  });
  const known = ["DOMContentLoaded", "beforeprint", "afterprint"];
  assert.deepEqual((await page.evaluate(() => window.heard)).filter((type) => !known.includes(type)), []);
});

test("with motion it glides there, and a press meanwhile begins where it leads", async (t) => {
  const page = await openReady(t, HOST);
  const events = await listen(page, ["range"]);
  const frames = await widget(page).root.evaluate(async (own) => {
    const button = own.shadowRoot.querySelector("[data-action=zoom-in]");
    const places = new Set();
    const look = () => places.add(own.shadowRoot.querySelector("[data-band] li").style.transform);
    look();
    button.click();
    for (let frame = 0; frame < 200 && places.size < 3; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      look();
    }
    return places.size;
  });
  // Where it was, where it leads, and one between: how many there are is a matter of the machine.
  assert.ok(frames >= 3, `${frames} places`);
  assert.equal((await events.all()).length, 1, "the page is told of the end alone");
  await widget(page).root.evaluate((own) => {
    const button = own.shadowRoot.querySelector("[data-action=zoom-in]");
    button.click();
    button.click();
  });
  const spans = (await events.all()).map(([, { start, end }]) => Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10)));
  assert.equal(spans.length, 3);
  assert.ok(spans[1] < spans[0] * 0.7 && spans[2] < spans[1] * 0.7, "each by its whole step");
});

test("without motion the timeline jumps", async (t) => {
  const page = await openReady(t, HOST, { reducedMotion: "reduce" });
  const { timeline } = widget(page);
  const places = () => timeline.locator('[data-band] li').evaluateAll((all) => all.map((own) => own.style.transform));
  const before = await places();
  await widget(page).button("Zoom in").click();
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await drawn();
  const first = await places();
  assert.notDeepEqual(first, before);
  await drawn();
  assert.deepEqual(await places(), first, "where it leads at once");
});

test("a plain wheel over the timeline is told how to zoom, once", async (t) => {
  const page = await openReady(t, '<script src="/pkg/quote-timeline.js" data-embed></script><div style="height: 3000px"></div>');
  const { timeline } = widget(page);
  const hint = timeline.getByText(/zoom the timeline/);
  await timeline.hover();
  await page.mouse.wheel(0, 10);
  await hint.waitFor();
  await hint.waitFor({ state: "hidden" });
  await timeline.hover();
  await page.mouse.wheel(0, 10);
  await becomes(() => page.evaluate(() => scrollY), (y) => y >= 20);
  assert.equal(await hint.isVisible(), false);
});
