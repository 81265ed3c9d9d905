// A calendar date is the same day whatever the reader's time zone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCRIPT, becomes, openReady } from "./browser.mjs";
import { listen, widget } from "./widget.mjs";

/**
 * The first on a new day, the last, half-hours, no summer time, summer time; how many minutes each is
 * west of UTC in winter.
 */
const ZONES = {
  "Pacific/Kiritimati": -840,
  "Pacific/Niue": 660,
  "America/St_Johns": 210,
  "Asia/Kolkata": -330,
  "Europe/Paris": -60,
};

/** Dates that a clock would move, and how both languages write them. */
const DATES = [
  // Summer time starts and ends in Paris, and in St John's on other days.
  ["2024-03-31", "31 mars 2024", "31 March 2024"],
  ["2024-10-27", "27 octobre 2024", "27 October 2024"],
  ["2024-03-10", "10 mars 2024", "10 March 2024"],
  // Kiritimati went without this day.
  ["1994-12-31", "31 décembre 1994", "31 December 1994"],
  ["2024-01-01", "1er janvier 2024", "1 January 2024"],
  ["2023-12-31", "31 décembre 2023", "31 December 2023"],
  ["2024-02-29", "29 février 2024", "29 February 2024"],
  ["2024-08", "août 2024", "August 2024"],
  ["2024", "2024", "2024"],
  ["2023-23", "automne 2023", "autumn 2023"],
  ["2024-04-1X", "mi-avril 2024", "mid-April 2024"],
  // Before time zones: offsets of odd seconds.
  ["1789-07-14", "14 juillet 1789", "14 July 1789"],
  ["-0043-03-15", "15 mars 44 av.\u00a0J.-C.", "15 March 44 BCE"],
  // Ends that are not there.
  ["2024-04-20/..", "à partir du 20 avril 2024", "from 20 April 2024 onwards"],
  ["../..", "sans début, sans fin", "no start, no end"],
  // Times of a place, one that Paris went without, and times with an offset.
  ["2024-03-31T02:30", "31 mars 2024, 2\u202fh\u202f30", "31 March 2024, 02:30"],
  ["2024-05-01T23:30:00Z", "1er mai 2024, 23\u202fh\u202f30 UTC", "1 May 2024, 23:30 UTC"],
  ["2024-05-02T00:15:00+05:30", "2 mai 2024, 0\u202fh\u202f15 UTC+05:30", "2 May 2024, 00:15 UTC+05:30"],
];

const DOSSIER = {
  languages: ["fr", "en"],
  title: { fr: "Jours", en: "Days" },
  articles: [
    { id: "paper", outlet: "Paper", headline: null, author: null, date: "2024-01-01", language: "fr", kind: "news", url: null },
  ],
  events: DATES.map(([date], number) => ({ id: `event-${number}`, date, title: { fr: `Jour ${number}`, en: `Day ${number}` } })),
};
const HOST = `<quote-timeline><script type="application/json">${JSON.stringify(DOSSIER)}</script></quote-timeline>${SCRIPT}`;

/** What is shown: days around the changes of clocks, hours of such a day, months, years. */
const RANGES = [
  ["2024-03-25", "2024-04-05"],
  ["2024-03-31", "2024-03-31"],
  ["2024-10-27", "2024-10-27"],
  ["1994-12-28", "1995-01-03"],
  ["2023-11", "2024-04"],
  ["2023", "2024"],
  ["-0050", "2024"],
];

/** What the ticks say and where they and the events stand, in pixels. */
const drawn = (page) =>
  page.locator("quote-timeline").evaluate((own) => {
    const place = (node) => Math.round(node.getBoundingClientRect().x);
    const all = (selector) => [...own.shadowRoot.querySelectorAll(selector)];
    return {
      ticks: all('[part~="axis"] .tick').map((tick) => [tick.textContent, place(tick)]),
      events: all('[part~="event"][data-id]').map((event) => [event.ariaLabel, place(event)]),
    };
  });

/** Everything that a date becomes on the page. */
async function seen(t, timezoneId, lang) {
  const page = await openReady(t, HOST, { timezoneId, lang });
  const west = await page.evaluate(() => new Date(2024, 0, 1).getTimezoneOffset());
  assert.equal(west, ZONES[timezoneId] ?? 0, "the page is in that time zone");
  const events = await listen(page, ["range"]);
  const ranges = [];
  for (const [start, end] of RANGES) {
    await events.forget();
    await page.evaluate(([start, end]) => document.querySelector("quote-timeline").show(start, end), [start, end]);
    const range = await becomes(() => events.last("range"), Boolean, `${start} to ${end} is shown`);
    // The drawing follows in the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    ranges.push({ range, ...(await drawn(page)) });
  }
  const dates = [];
  const card = widget(page).viewer.locator(".event-card");
  for (const { id, title } of DOSSIER.events) {
    await page.evaluate((id) => document.querySelector("quote-timeline").select(id), id);
    await becomes(() => card.locator("h3").first().textContent(), title[lang], "the chosen event is shown");
    dates.push(await card.locator(".date").textContent());
  }
  return { ranges, dates };
}

for (const [lang, column] of [["fr", 1], ["en", 2]]) {
  test(`dates are the same in every time zone (${lang})`, async (t) => {
    const expected = await seen(t, "UTC", lang);
    assert.deepEqual(expected.dates, DATES.map((row) => row[column]));
    const [days, hours] = expected.ranges;
    assert.deepEqual(days.range, { start: "2024-03-25", end: "2024-04-05" });
    assert.deepEqual(hours.range, { start: "2024-03-31T00:00:00", end: "2024-03-31T23:59:59" });
    assert.ok(days.ticks.length > 3 && days.events.length > 0, "there are ticks and events to compare");
    for (const zone of Object.keys(ZONES)) {
      assert.deepEqual(await seen(t, zone, lang), expected, zone);
    }
  });
}

/** Makes `Intl` write dates with `change` at their end, or fail where there is none. */
function changedIntl(change) {
  const { get } = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format");
  Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
    get() {
      const format = get.call(this);
      return (date) => {
        if (!change) throw new Error("no format");
        return `${format(date)}${change}`;
      };
    },
  });
}

const SHORT = {
  fr: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

/** What a page's ticks say when a year is shown, as soon as they are `names`. */
async function ticksAre(page, names) {
  await page.evaluate(() => document.querySelector("quote-timeline").show("2024-01", "2024-12"));
  const said = () => drawn(page).then(({ ticks }) => ticks.map(([text]) => text));
  await becomes(said, (ticks) => names.every((name) => ticks.includes(name)), `all of ${names}`);
}

test("months have the names that the browser's Intl gives, in UTC", async (t) => {
  for (const lang of ["fr", "en"]) {
    const init = `(${changedIntl})("*")`;
    const page = await openReady(t, HOST, { lang, timezoneId: "Pacific/Niue", init });
    await ticksAre(page, SHORT[lang].map((name) => `${name}*`));
  }
});

test("months have the names of the widget's own table where Intl fails", async (t) => {
  const page = await openReady(t, HOST, { lang: "fr", init: `(${changedIntl})()` });
  await ticksAre(page, SHORT.fr);
});
