// Whether what a widget says has room: nothing cut off, nothing over something else.

/** The controls and headings of a page's first widget that are cut, stick out or lie over another. */
export const ill = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("quote-timeline").shadowRoot;
    const frame = root.querySelector(".root").getBoundingClientRect();
    const named = (node) => `${node.localName}.${node.className} “${(node.ariaLabel ?? node.textContent).trim().slice(0, 40)}”`;
    const wrong = [];
    const pen = document.createElement("canvas").getContext("2d");
    const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 1;
    // The cross in the search field has its place there. What stands on the stage of the timeline may be covered by what is nearer: that has its own tests.
    const onStage = (node) => node.closest('[part~="timeline"] ol, [part~="timeline"] ul, [part~="axis"]');
    const controls = [...root.querySelectorAll("button:not(.unsearch), select, input, a, summary, h2, h3, h4, label, .date, .status-tag")].filter((own) => seen(own) && !onStage(own));
    for (const node of controls) {
      const box = node.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1) wrong.push(`sticks out: ${named(node)}`);
      if (getComputedStyle(node).overflowX !== "visible" && node.scrollWidth > node.clientWidth + 1) wrong.push(`cut: ${named(node)}`);
      if (node.placeholder) {
        const { font, paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(node);
        pen.font = font;
        // Not of its `clientWidth`: in Firefox a field's is without the padding.
        const around = [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].map(parseFloat);
        const room = around.reduce((rest, own) => rest - own, node.getBoundingClientRect().width);
        if (pen.measureText(node.placeholder).width > room + 1) wrong.push(`cut: ${node.placeholder}`);
      }
    }
    // What scrolls goes by below what does not, and a dialog lies over all.
    const region = (node) => node.closest("dialog, .viewer, .toolbar, .root");
    // A heading takes up its words, its box goes on below what floats.
    const taken = (node) => {
      if (!node.matches("h2, h3, h4")) return node.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    for (const [place, one] of controls.entries()) {
      for (const other of controls.slice(place + 1)) {
        if (one.contains(other) || other.contains(one) || region(one) !== region(other)) continue;
        const [a, b] = [taken(one), taken(other)];
        const [across, down] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
        if (across > 1 && down > 1 && a.height > 0) wrong.push(`over another: ${named(one)}, ${named(other)}`);
      }
    }
    return wrong;
  });
