// What Playwright calls a locator: a selector that is looked up anew for every act.
import * as selectors from "./selectors.mjs";

/** What a locator and a page have in common: ways to come to further locators. */
export class Finder {
  locator(selector, { hasText } = {}) {
    const found = this.within(selector);
    return hasText === undefined ? found : found.filter({ hasText });
  }
  getByRole = (name, options) => this.within(selectors.role(name, options));
  getByText = (text, options) => this.within(selectors.text(text, options));
  getByLabel = (text, options) => this.within(selectors.label(text, options));
  frameLocator = (selector) => this.within(selector).contentFrame();
}

export class Locator extends Finder {
  #page;
  #selector;
  #frames;

  /** Selectors of frames lead to the document, from the page's own. */
  constructor(page, selector, frames = []) {
    super();
    this.#page = page;
    this.#selector = selector;
    this.#frames = frames;
  }

  within(selector) {
    return new Locator(this.#page, `${this.#selector} >> ${selector}`, this.#frames);
  }

  or = (other) => this.within(selectors.or(other.#selector));
  filter = ({ hasText }) => this.within(selectors.hasText(hasText));
  nth = (place) => this.within(`nth=${place}`);
  first = () => this.nth(0);
  last = () => this.nth(-1);

  contentFrame() {
    const frames = [...this.#frames, this.#selector];
    const found = new Finder();
    found.within = (selector) => new Locator(this.#page, selector, frames);
    return found;
  }

  /** Calls `act(playwright, elements, argument)` in the page. */
  #all = (act, argument) => this.#page.inFrame(this.#frames, "all", this.#selector, act, argument);

  /** Calls `act(playwright, element, argument)` once there is one element, and again while it gives `again`. */
  async #one(act, argument) {
    let last;
    const end = performance.now() + this.#page.patience;
    do {
      last = await this.#page.inFrame(this.#frames, "one", this.#selector, act, argument);
      if (!last?.again) return last;
      await new Promise((later) => setTimeout(later, 20));
    } while (performance.now() < end);
    throw new Error(`${last.again}: ${this.#selector}`);
  }

  evaluate = (run, argument) => this.#one(`(playwright, element, argument) => (${run})(element, argument)`, argument);
  evaluateAll = (run, argument) => this.#all(`(playwright, elements, argument) => (${run})(elements, argument)`, argument);
  count = () => this.#all((_, all) => all.length);
  // WebKit ends a block within a line by a line break, which the standard's innerText does not.
  allInnerTexts = () => this.#all((_, all) => all.map((own) => own.innerText.replace(/\n$/, "")));
  allTextContents = () => this.#all((_, all) => all.map((own) => own.textContent));
  isVisible = () => this.#all((playwright, all) => all.length > 0 && playwright.elementState(all[0], "visible").matches);
  innerText = () => this.#one((_, own) => own.innerText.replace(/\n$/, ""));
  textContent = () => this.#one((_, own) => own.textContent);
  inputValue = () => this.#one((_, own) => own.value);
  getAttribute = (name) => this.#one((_, own, name) => own.getAttribute(name), name);
  focus = () => this.#one((playwright, own) => void playwright.focusNode(own));
  ariaSnapshot = () => this.#one((playwright, own) => playwright.ariaSnapshot(own, { mode: "default" }));
  scrollIntoViewIfNeeded = () => this.#one((_, own) => own.scrollIntoView({ block: "nearest", behavior: "instant" }));

  async all() {
    return Array.from({ length: await this.count() }, (_, place) => this.nth(place));
  }

  async boundingBox() {
    const corner = await this.#page.cornerOf(this.#frames);
    return this.#one((_, own, { x, y }) => {
      const box = own.getBoundingClientRect();
      return own.getClientRects().length === 0 ? null : { x: box.x + x, y: box.y + y, width: box.width, height: box.height };
    }, corner);
  }

  async waitFor({ state = "visible" } = {}) {
    const wanted = (playwright, all, state) => {
      if (state === "attached" || state === "detached") return (all.length > 0) === (state === "attached");
      if (all.length > 1) throw new Error(`strict mode violation: there are ${all.length}`);
      return (all.length > 0 && playwright.elementState(all[0], "visible").matches) === (state === "visible");
    };
    await this.#page.until(() => this.#all(wanted, state), `${state}: ${this.#selector}`);
  }

  async evaluateHandle() {
    throw new Error("handles are not kept");
  }

  /** Where a pointer hits the element, scrolled there if it must be. */
  async #point() {
    const { x, y } = await this.#one(async (playwright, own) => {
      if (await playwright.checkElementStates(own, ["visible", "enabled", "stable"])) return { again: "not to be clicked" };
      const middle = () => {
        const box = [...own.getClientRects()].find(({ width, height }) => width > 0 && height > 0) ?? own.getBoundingClientRect();
        return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
      };
      const hits = (point) => point.x >= 0 && point.y >= 0 && point.x < innerWidth && point.y < innerHeight && playwright.expectHitTarget(point, own) === "done";
      if (hits(middle())) return middle();
      own.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      return hits(middle()) ? middle() : { again: "something else lies over it" };
    });
    // Frames have been scrolled to by now.
    const corner = await this.#page.cornerOf(this.#frames);
    return [x + corner.x, y + corner.y];
  }

  async click(options) {
    await this.#page.mouse.click(...(await this.#point()), options);
  }

  async hover() {
    await this.#page.mouse.move(...(await this.#point()));
  }

  async check() {
    if (!(await this.#one((_, own) => own.checked))) await this.click();
  }

  async press(keys) {
    await this.focus();
    await this.#page.keyboard.press(keys);
  }

  async pressSequentially(text) {
    await this.focus();
    await this.#page.keyboard.type(text);
  }

  async fill(text) {
    await this.#one(async (playwright, own, text) => {
      if (await playwright.checkElementStates(own, ["visible", "enabled", "editable"])) return { again: "not to be filled" };
      if (playwright.fill(own, text) !== "needsinput") return undefined;
      document.execCommand(text ? "insertText" : "delete", false, text);
    }, text);
  }

  async selectOption(wanted) {
    const option = typeof wanted === "string" ? { valueOrLabel: wanted } : wanted;
    await this.#one(async (playwright, own, option) => {
      if (await playwright.checkElementStates(own, ["visible", "enabled"])) return { again: "not to be chosen from" };
      return typeof playwright.selectOptions(own, [option]) === "string" ? { again: "there is no such option" } : undefined;
    }, option);
  }
}
