// WebDriver (https://www.w3.org/TR/webdriver2/), as far as the pages need it: a session of a browser whose
// driver is a program.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";

export class Session {
  #address;
  #process;
  #folder;

  /**
   * Starts a driver (`program` with the words that `words` gives for a port) and, by it, a browser with these
   * `capabilities`; `folder` is what the two keep, and goes with them.
   */
  static async start({ program, words, capabilities, environment = {}, folder }) {
    const own = new Session();
    own.#folder = folder;
    const port = await freePort();
    own.#address = `http://127.0.0.1:${port}`;
    // A group of its own, so that the browser, and its screen, end with the driver.
    own.#process = spawn(program, words(port), { detached: true, stdio: "ignore", env: { ...process.env, ...environment } });
    const failed = once(own.#process, "error").then(([error]) => Promise.reject(error));
    failed.catch(() => {});
    process.on("exit", own.#kill);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
    try {
      await Promise.race([failed, own.#answers(program)]);
      const alwaysMatch = { ...capabilities, timeouts: { script: 60_000 } };
      const { sessionId } = await own.send("POST", "/session", { capabilities: { alwaysMatch } });
      own.#address += `/session/${sessionId}`;
    } catch (error) {
      await own.close();
      throw error;
    }
    return own;
  }

  /** Waits until the driver listens. */
  async #answers(program) {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      try {
        return await fetch(`${this.#address}/status`);
      } catch {
        await new Promise((later) => setTimeout(later, 20));
      }
    }
    throw new Error(`${program} does not answer at ${this.#address}`);
  }

  async send(method, path, body = method === "POST" ? {} : undefined) {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(this.#address + path, { method, headers, body: body && JSON.stringify(body) });
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
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
