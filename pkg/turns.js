// Work in turns: some milliseconds of it, then the page's.

/** Milliseconds of work after which the page has its turn. */
const TURN = 10;

/** A task of its own for what comes next; timers would wait longer with every call. */
export const breath = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });

/** Gives a function to be awaited between two pieces of work; it rejects when `signal`, if there is one, aborts. */
export function turns(signal) {
  let end = performance.now() + TURN;
  return async () => {
    if (performance.now() < end) return;
    await breath();
    signal?.throwIfAborted();
    end = performance.now() + TURN;
  };
}
