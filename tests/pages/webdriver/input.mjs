// A keyboard and a mouse, by the actions of WebDriver.

/** The protocol's letters for keys that write nothing. */
const KEYS = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE006", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A", Escape: "\uE00C",
  Space: " ", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013",
  ArrowRight: "\uE014", ArrowDown: "\uE015", Delete: "\uE017", Meta: "\uE03D", ControlOrMeta: "\uE009", F1: "\uE031",
};

export class Keyboard {
  #act;

  constructor(act) {
    this.#act = act;
  }

  #keys(actions) {
    return this.#act({ type: "key", id: "keyboard", actions });
  }

  /** A key, or several held together: `Control+ArrowRight`. */
  press(names) {
    const keys = names.split(/(?<=.)\+(?=.)/).map(key);
    const down = keys.map((value) => ({ type: "keyDown", value }));
    return this.#keys([...down, ...keys.toReversed().map((value) => ({ type: "keyUp", value }))]);
  }

  down = (name) => this.#keys([{ type: "keyDown", value: key(name) }]);
  up = (name) => this.#keys([{ type: "keyUp", value: key(name) }]);

  type(text) {
    return this.#keys([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  }
}

function key(name) {
  const value = KEYS[name] ?? ([...name].length === 1 ? name : undefined);
  if (value === undefined) throw new Error(`the key ${name} is not known in tests/pages/webdriver/input.mjs`);
  return value;
}

const LEFT = 0;

export class Mouse {
  #act;
  #at = { x: 0, y: 0 };
  #turns = 0;

  constructor(act) {
    this.#act = act;
  }

  #pointer(actions) {
    return this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  async move(x, y, { steps = 1 } = {}) {
    const from = this.#at;
    this.#at = { x, y };
    const part = (step) => ({ x: Math.round(from.x + ((x - from.x) * step) / steps), y: Math.round(from.y + ((y - from.y) * step) / steps) });
    await this.#pointer(Array.from({ length: steps }, (_, step) => ({ type: "pointerMove", duration: 0, ...part(step + 1) })));
  }

  down = () => this.#pointer([{ type: "pointerDown", button: LEFT }]);
  up = () => this.#pointer([{ type: "pointerUp", button: LEFT }]);

  async click(x, y, { clickCount = 1 } = {}) {
    await this.move(x, y);
    for (let click = 0; click < clickCount; click += 1) {
      await this.#pointer([{ type: "pointerDown", button: LEFT }, { type: "pointerUp", button: LEFT }]);
    }
  }

  wheel(deltaX, deltaY) {
    const { x, y } = this.#at;
    // A new wheel each time: WebKitGTK's driver turns one by what differs from its last turn.
    const id = `wheel ${(this.#turns += 1)}`;
    return this.#act({ type: "wheel", id, actions: [{ type: "scroll", x: Math.round(x), y: Math.round(y), deltaX, deltaY, duration: 0 }] });
  }
}
