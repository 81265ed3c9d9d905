// The timers of a page, run by the test.

/** Where the page keeps what moves its clock on. */
const NAME = "quote-timeline tests: clock";

/** Runs in the page: timers set from now on wait until the test lets that much time go by, in milliseconds. */
function install(name) {
  const timers = new Map();
  let [now, last] = [0, 1_000_000];
  window.setTimeout = (act, wait = 0, ...args) => {
    timers.set((last += 1), { at: now + wait, act: () => act(...args) });
    return last;
  };
  const clear = window.clearTimeout.bind(window);
  window.clearTimeout = (number) => void (timers.delete(number) || clear(number));
  window[Symbol.for(name)] = (time) => {
    const end = now + time;
    for (;;) {
      const due = [...timers].filter(([, { at }]) => at <= end).toSorted(([, one], [, other]) => one.at - other.at)[0];
      if (!due) break;
      timers.delete(due[0]);
      now = due[1].at;
      due[1].act();
    }
    now = end;
  };
}

export class Clock {
  #page;

  constructor(page) {
    this.#page = page;
  }

  install = () => this.#page.evaluate(install, NAME);
  runFor = (time) => this.#page.evaluate((name, time) => window[Symbol.for(name)](time), NAME, time);
}
