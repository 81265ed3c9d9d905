// WebDriver, as far as the pages need it: a session of WebKitGTK in its smallest browser, on a screen
// that nobody sees.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DRIVER = process.env.WEBKIT_DRIVER ?? "WebKitWebDriver";
/** Debian and Fedora keep it beside the library, under the machine's name. */
const BROWSER = 'for own in /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/lib*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser; do [ -x "$own" ] && exec "$own" "$@"; done; exit 127';

/** The window is as narrow as a phone only where the browser's own bar and tabs are. */
const SMALL = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

export class Session {
  #address;
  #process;
  #folder;

  /** Starts a browser; what a page sees of its reader's system is said by `settings`. */
  static async start({ arguments: words = [], environment = {}, animations = true }) {
    const own = new Session();
    own.#folder = await mkdtemp(join(tmpdir(), "quote-timeline-webkit-"));
    const gtk = join(own.#folder, "gtk-3.0");
    await mkdir(gtk);
    await writeFile(join(gtk, "gtk.css"), SMALL);
    await writeFile(join(gtk, "settings.ini"), `[Settings]\ngtk-enable-animations=${Number(animations)}\n`);
    const port = await freePort();
    // A group of its own, so that the screen and the browser end with it.
    own.#process = spawn("xvfb-run", ["-a", "-s", "-screen 0 2000x2000x24", DRIVER, `--port=${port}`], {
      detached: true,
      stdio: "ignore",
      env: {
        ...process.env,
        // Its sandbox needs what containers and root do not have; these pages are our own.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
        NO_AT_BRIDGE: "1",
        LC_ALL: "C.UTF-8",
        LANG: "en_GB.UTF-8",
        XDG_CONFIG_HOME: own.#folder,
        ...environment,
      },
    });
    const failed = once(own.#process, "error").then(([error]) => Promise.reject(error));
    failed.catch(() => {});
    process.on("exit", own.#kill);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
    const browserOptions = { binary: "/bin/sh", args: ["-c", BROWSER, "sh", "--automation", "--full-screen", ...words] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions, timeouts: { script: 60_000 } } };
    own.#address = `http://127.0.0.1:${port}`;
    await Promise.race([failed, own.#answers()]);
    const { sessionId } = await own.send("POST", "/session", { capabilities });
    own.#address += `/session/${sessionId}`;
    return own;
  }

  /** Waits until the driver listens. */
  async #answers() {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      try {
        return await fetch(`${this.#address}/status`);
      } catch {
        await new Promise((later) => setTimeout(later, 20));
      }
    }
    throw new Error(`${DRIVER} does not answer at ${this.#address}`);
  }

  async send(method, path, body = method === "POST" ? {} : undefined) {
    const response = await fetch(this.#address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw Object.assign(new Error(`${value.error}: ${value.message} (${method} ${path})`), { code: value.error });
    return value;
  }

  #kill = () => {
    try {
      process.kill(-this.#process.pid);
    } catch {
      // It has ended already.
    }
  };

  async close() {
    await this.send("DELETE", "").catch(() => {});
    process.off("exit", this.#kill);
    this.#kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
