// Playwright's own reading of selectors, roles and states, which it runs in every page; here it is put
// into pages of a browser that Playwright does not drive. All that knows its inside is in this file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const bundle = require.resolve("playwright-core/lib/coreBundle");
const { iso } = require(bundle);

/** The text of the script: one of the bundle's string literals. */
function injected() {
  const literals = readFileSync(bundle, "utf8").matchAll(/^ +source\d* = ('.*');$/gm);
  for (const [, literal] of literals) {
    if (literal.includes("InjectedScript: () => InjectedScript")) return new Function(`return ${literal}`)();
  }
  throw new Error("playwright-core has its script for pages elsewhere: mend tests/pages/webdriver/selectors.mjs");
}

const OPTIONS = {
  isUnderTest: false,
  sdkLanguage: "javascript",
  frameSeq: 0,
  testIdAttributeName: "data-testid",
  stableRafCount: 2,
  shouldPrependErrorPrefix: true,
  isUtilityWorld: false,
  customEngines: [],
};

/** An expression whose value is what Playwright has in a page, an `InjectedScript`. */
export const INJECTED = `(() => { const module = {}; ${injected()}\n return new (module.exports.InjectedScript())(window, { ...${JSON.stringify(OPTIONS)}, browserName: /Firefox/.test(navigator.userAgent) ? "firefox" : "webkit" }); })()`;

export const role = (role, { name, exact = false, level } = {}) => {
  const named = name === undefined ? "" : `[name=${iso.escapeForAttributeSelector(name, exact)}]`;
  return `internal:role=${role}${level ? `[level=${level}]` : ""}${named}`;
};
export const text = (text, { exact = false } = {}) => `internal:text=${iso.escapeForTextSelector(text, exact)}`;
export const label = (text, { exact = false } = {}) => `internal:label=${iso.escapeForTextSelector(text, exact)}`;
export const hasText = (text) => `internal:has-text=${iso.escapeForTextSelector(text, false)}`;
export const or = (selector) => `internal:or=${JSON.stringify(selector)}`;
