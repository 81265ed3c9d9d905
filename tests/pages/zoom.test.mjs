// The timeline zooms and pans; the page keeps its scrolling and its keys.
import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes, openReady, testIn } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

const HOST = "/www/hosts/script-tag-alone.html";
const TALL = '<p>Above</p><script src="/pkg/quote-timeline.js" data-embed></script><div style="height: 3000px"></div>';

const days = ({ start, end }) => (Date.parse(`${end}`.slice(0, 10)) - Date.parse(`${start}`.slice(0, 10))) / 86_400_000;

/** Shows two years, so that there is room both ways, and says how many days are shown after an act. */
async function prepared(page) {
  const events = await listen(page, ["range"]);
  await page.evaluate(() => document.querySelector("quote-timeline").show("2023-09-01", "2024-04-30"));
  const before = days(await becomes(() => events.last("range"), Boolean, "a range is told"));
  await events.forget();
  return { before, shown: async () => days(await becomes(() => events.last("range"), Boolean, "a range is told")), events };
}

test("buttons zoom in, out and back to everything", async (t) => {
  const page = await openReady(t, HOST);
  const { before, shown, events } = await prepared(page);
  await widget(page).button("Zoom in").click();
  assert.ok((await shown()) < before);
  await events.forget();
  await widget(page).button("Zoom out").click();
  assert.ok(Math.abs((await shown()) - before) <= 2, "back where it was");
  await events.forget();
  await widget(page).button("See everything").click();
  assert.ok((await shown()) > before);
});

test("buttons move earlier and later", async (t) => {
  const page = await openReady(t, HOST);
  const { events } = await prepared(page);
  await widget(page).button("Earlier").click();
  const { start } = await becomes(() => events.last("range"), Boolean);
  assert.ok(start < "2023-09-01", start);
  await events.forget();
  await widget(page).button("Later").click();
  const later = await becomes(() => events.last("range"), Boolean);
  assert.ok(later.start > start);
});

test("keys zoom where the timeline has the focus", async (t) => {
  const page = await openReady(t, HOST);
  const { before, shown, events } = await prepared(page);
  await widget(page).timeline.locator('[part~="event"][data-id][tabindex="0"]').first().focus();
  await page.keyboard.press("+");
  assert.ok((await shown()) < before, "+ enlarges");
  await events.forget();
  await page.keyboard.press("-");
  assert.ok((await shown()) >= before - 2, "- takes it back");
  await events.forget();
  await page.keyboard.press("0");
  assert.ok((await shown()) > before, "0 shows everything");
});

// The wheel of WebKitGTK's driver knows no key that is held.
testIn("chromium", "firefox")("Ctrl and the wheel zoom; the page does not", async (t) => {
  const page = await openReady(t, TALL);
  const { before, shown } = await prepared(page);
  const prevented = page.evaluate(
    () => new Promise((done) => addEventListener("wheel", (event) => done(event.defaultPrevented), { once: true })),
  );
  await widget(page).timeline.hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  assert.ok((await shown()) < before);
  assert.equal(await prevented, true, "the browser's own zoom is kept off");
});

testIn("chromium", "firefox")("when the wheel has come to rest, what is shown is laid out for it", async (t) => {
  const page = await openReady(t, HOST);
  const { events } = await prepared(page);
  const own = widget(page);
  const seen = () =>
    own.timeline.locator("[data-id], [part~=cluster]").evaluateAll((all) =>
      all
        .map((node) => {
          const { left, top } = node.getBoundingClientRect();
          return `${node.dataset.id ?? node.ariaLabel} ${Math.round(left)} ${Math.round(top)}`;
        })
        .sort(),
    );
  const turn = async (way) => {
    await own.timeline.hover();
    await page.keyboard.down("Control");
    for (let notch = 0; notch < 3; notch += 1) {
      await events.forget();
      await page.mouse.wheel(0, 100 * way);
      await becomes(() => events.last("range"), Boolean, "it zooms");
    }
    await page.keyboard.up("Control");
  };
  await turn(-1);
  // With other words all is laid out anew, and with the first words once more.
  for (const lang of ["fr", "en"]) {
    await own.root.evaluate((root, lang) => (root.lang = lang), lang);
    await becomes(() => own.timeline.evaluate((node) => node.closest(".root").lang), lang);
  }
  const anew = await becomes(seen, (all) => all.length > 0);
  await turn(1);
  await becomes(seen, (all) => all.join() !== anew.join());
  await turn(-1);
  await becomes(seen, anew);
});

test("a plain wheel over the timeline scrolls the page", async (t) => {
  const page = await openReady(t, TALL);
  const prevented = page.evaluate(
    () => new Promise((done) => addEventListener("wheel", (event) => done(event.defaultPrevented), { once: true })),
  );
  const events = await listen(page, ["range"]);
  await widget(page).timeline.hover();
  await page.mouse.wheel(0, 150);
  assert.equal(await prevented, false);
  await becomes(() => page.evaluate(() => scrollY), (y) => y > 0, "the page scrolled");
  assert.deepEqual(await events.all(), [], "the timeline stayed");
});

test("a sideways wheel moves the timeline", async (t) => {
  const page = await openReady(t, HOST);
  const { events } = await prepared(page);
  await widget(page).timeline.hover();
  await page.mouse.wheel(120, 0);
  const { start } = await becomes(() => events.last("range"), Boolean);
  assert.ok(start > "2023-09-01", start);
});

test("dragging moves the timeline and chooses nothing", async (t) => {
  const page = await openReady(t, HOST);
  const { events } = await prepared(page);
  const axis = await widget(page).part("axis").boundingBox();
  const [x, y] = [axis.x + axis.width / 2, axis.y - 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.move(x + 160, y, { steps: 4 });
  await page.mouse.up();
  const { start } = await becomes(() => events.last("range"), Boolean);
  assert.ok(start < "2023-09-01", start);
  assert.deepEqual(await widget(page).chosen(), []);
});

test("the frame in the overview is moved, and drawn longer by its ends", async (t) => {
  const page = await openReady(t, HOST);
  const { before, shown, events } = await prepared(page);
  const strip = await widget(page).part("overview").boundingBox();
  // What a call or a key asked for is drawn with the next frame.
  const frame = () =>
    widget(page).root.evaluate(async (own) => {
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      const { left, right } = own.shadowRoot.querySelector(".brush").getBoundingClientRect();
      return { left, right };
    });
  const y = strip.y + strip.height / 2;
  const drag = async (from, to) => {
    await page.mouse.move(from, y);
    await page.mouse.down();
    await page.mouse.move((from + to) / 2, y, { steps: 3 });
    await page.mouse.move(to, y, { steps: 3 });
    await page.mouse.up();
  };
  // An engine may still be on its way when the driver says that the mouse is there.
  const drawn = (at) => becomes(async () => (await frame()).left, (left) => Math.abs(left - at) <= 2, `the frame begins at ${at}`);
  let { left, right } = await frame();
  await drag((left + right) / 2, (left + right) / 2 - 60);
  await drawn(left - 60);
  const moved = await events.last("range");
  assert.ok(moved.start < "2023-09-01" && Math.abs(days(moved) - before) <= 2, "moved, and as long");
  ({ left, right } = await frame());
  await events.forget();
  await drag(left + 1, left - 60);
  await drawn(left - 61);
  const longer = await shown();
  assert.ok(longer > before * 1.1, `${longer} days`);
  assert.equal((await events.last("range")).end, moved.end, "the other end stays");
});

test("keys pressed outside the widget are the page's", async (t) => {
  const page = await openReady(t, `<button id="own">Own</button>${TALL}`);
  const events = await listen(page);
  await page.evaluate(() => {
    window.pressed = [];
    addEventListener("keydown", (event) => window.pressed.push([event.key, event.defaultPrevented]));
  });
  await page.locator("#own").focus();
  const keys = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "+", "-", "0", "Escape"];
  for (const key of keys) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => window.pressed), keys.map((key) => [key, false]));
  assert.deepEqual(await events.all(), []);
});

test("keys with Ctrl, Alt or Meta inside the widget are the browser's", async (t) => {
  const page = await openReady(t, HOST);
  await widget(page).timeline.locator('[part~="event"][data-id][tabindex="0"]').first().focus();
  await page.evaluate(() => {
    window.prevented = [];
    addEventListener("keydown", (event) => window.prevented.push(event.defaultPrevented));
  });
  for (const keys of ["Control+ArrowRight", "Alt+ArrowDown", "Control+Home"]) await page.keyboard.press(keys);
  assert.ok((await page.evaluate(() => window.prevented)).every((prevented) => !prevented));
});
