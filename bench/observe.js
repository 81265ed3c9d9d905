// Runs in the page before anything else and notes what a reader would wait for.
// The function that finds the first event is put in the place of the word in capitals.
(() => {
  const notes = { first: null, tasks: [], errors: [] };
  window.bench = notes;
  addEventListener("error", ({ message }) => notes.errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => notes.errors.push(String(reason)));
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.tasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  // What WebAssembly takes up is not in what the browser tells of its heap.
  const memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    const { memory } = (made.instance ?? made).exports;
    if (memory instanceof WebAssembly.Memory) memories.push(memory);
    return made;
  };
  notes.wasm = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  const inView = (node) => {
    if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height, top, left, bottom, right } = node.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };
  const find = FIRST;
  const look = () => {
    let found;
    try {
      found = find();
    } catch {
      // Not there yet.
    }
    if (found === true || (found?.checkVisibility ? inView(found) : found && [...found].some(inView))) {
      // The first task after the frame that shows it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (notes.first = performance.now());
      port2.postMessage(null);
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);

  /** Milliseconds of blocking once nothing has happened for a second; until then nothing. */
  notes.settled = () => {
    if (notes.first === null || document.readyState !== "complete") return null;
    const busy = Math.max(notes.first, ...notes.tasks.map(({ startTime, duration }) => startTime + duration));
    if (performance.now() - busy < 1000) return null;
    return { blocked: notes.tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0) };
  };
  notes.elements = () => {
    const count = (root) =>
      [...root.querySelectorAll("*")].reduce((sum, node) => sum + 1 + (node.shadowRoot ? count(node.shadowRoot) : 0), 0);
    return count(document);
  };
})();
