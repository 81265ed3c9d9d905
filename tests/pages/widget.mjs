// What a reader finds in a widget, by its public parts and roles.

/** The parts of a page's first widget, or of the one that `root` locates. */
export function widget(page, root = page.locator("quote-timeline").first()) {
  const part = (name) => root.locator(`[part~="${name}"]`);
  const timeline = part("timeline");
  return {
    root,
    part,
    timeline,
    toolbar: part("toolbar"),
    search: part("search"),
    viewer: part("quotes"),
    status: part("status"),
    /** Quotes that are listed, with their readings. */
    quotes: part("quote"),
    quote: (id) => root.locator(`[part~="quote"][data-id="${id}"]`),
    /** What stands on the timeline for an event or a quote. */
    mark: (id) => timeline.locator(`[data-id="${id}"]`),
    /** What is marked as chosen on the timeline. */
    chosen: () =>
      timeline.locator('[data-id][aria-current="true"]').evaluateAll((all) => all.map((own) => own.dataset.id)),
    /** Identifiers of the quotes that are listed. */
    listed: () => part("quote").evaluateAll((all) => all.map((own) => own.dataset.id)),
    /** Everything that can be read in it. */
    text: () => root.evaluate((own) => [...own.shadowRoot.children].map((child) => child.innerText).join("\n")),
    button: (name) => root.getByRole("button", { name, exact: true }),
  };
}

/** Collects the element's events from now on: `[name, detail]`, names without the prefix. */
export async function listen(page, names = ["ready", "error", "select", "range"]) {
  await page.evaluate((names) => {
    window.heard = [];
    for (const name of names) {
      document.addEventListener(`quote-timeline-${name}`, (event) => window.heard.push([name, event.detail]));
    }
  }, names);
  return {
    all: () => page.evaluate(() => window.heard),
    last: (name) => page.evaluate((name) => window.heard.findLast(([own]) => own === name)?.[1], name),
    forget: () => page.evaluate(() => void (window.heard.length = 0)),
  };
}
