// Functions of a test, run in a page: texts one way, texts the other.
import { INJECTED } from "./selectors.mjs";

/** What JSON has no word for, under a name that no test uses. */
const MARK = "\u0000";

/**
 * Runs in the page. What is said on the console and what failed comes with each answer. Each run has a number
 * and is done once, however often it is asked for: again where it takes long, so that others need not wait.
 */
function inPage(mark, number, run, args, done) {
  const odd = (_, value) =>
    value === undefined || typeof value === "function" ? { [mark]: "undefined" }
      : typeof value === "number" && !Number.isFinite(value) ? { [mark]: `${value}` }
        : value;
  const here = (window[Symbol.for("quote-timeline tests")] ??= { said: [], runs: new Map() });
  const wrong = (error) => ({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  if (!here.runs.has(number)) {
    const result = run ? new Promise((settle) => settle(run(...args))) : Promise.reject(new Error("the page was left"));
    here.runs.set(number, result.then((value) => ({ text: JSON.stringify({ value }, odd) })).catch(wrong));
  }
  // A test may have stopped the clock of the page since.
  here.wait ??= window.setTimeout.bind(window);
  const later = new Promise((done) => here.wait(() => done({ pending: true }), 50));
  Promise.race([here.runs.get(number), later]).then((own) => done({ ...own, said: here.said.splice(0), url: location.href }));
}

const start = (number) => `(${inPage})(${JSON.stringify(MARK)}, ${number}, `;
const END = ", arguments[arguments.length - 1]);";

/** Gives back what the marks stand for; JSON.parse alone would leave members out that are undefined. */
function unmarked(value) {
  if (typeof value !== "object" || value === null) return value;
  const odd = value[MARK];
  if (odd !== undefined) return odd === "undefined" ? undefined : Number(odd);
  if (Array.isArray(value)) return value.map(unmarked);
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, unmarked(own)]));
}

export const valueOf = (text) => unmarked(JSON.parse(text)).value;

const write = (value) => (value === undefined ? "undefined" : JSON.stringify(value));

/** The script that calls a function, given or written out, with arguments. */
export const calling = (number, run, args) => `${start(number)}(${run}), [${args.map(write).join(", ")}]${END}`;

/** The script that asks again for a run. */
export const asking = (number) => `${start(number)}undefined, []${END}`;

/** The script that makes Playwright's part be there. */
export const EQUIP = `window[Symbol.for("quote-timeline tests: Playwright")] ??= ${INJECTED};`;
export const PLAYWRIGHT = 'window[Symbol.for("quote-timeline tests: Playwright")]';

/** Stands first in every page: collects what the console says and what nobody caught. */
export const COLLECTOR = `(${function () {
  const here = (window[Symbol.for("quote-timeline tests")] ??= { said: [], runs: new Map() });
  for (const type of ["log", "warn", "error", "info", "debug"]) {
    const own = console[type];
    console[type] = function (...words) {
      here.said.push({ type: type === "warn" ? "warning" : type, text: words.map((word) => (word instanceof Error ? `${word.stack}` : typeof word === "object" ? JSON.stringify(word) : String(word))).join(" ") });
      return own.apply(this, words);
    };
  }
  const uncaught = (error) => here.said.push({ type: "uncaught", text: error instanceof Error ? error.message : String(error) });
  addEventListener("error", (event) => event instanceof ErrorEvent && uncaught(event.error ?? event.message), true);
  addEventListener("unhandledrejection", ({ reason }) => uncaught(reason));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    // The icon is asked for by WebKit, not by the page.
    if (blockedURI.endsWith("/favicon.ico")) return;
    here.said.push({ type: "error", text: `Content Security Policy refuses: ${violatedDirective} ${blockedURI}` });
  });
}})();`;
