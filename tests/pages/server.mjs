// Serves www/, pkg/ and data/ of the repository as `cargo xtask demo` does, and what a test adds.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const root = new URL("../../", import.meta.url);

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wav": "audio/wav",
};

/**
 * Starts a server; `pages` maps further paths to texts, or to functions that answer themselves.
 * `watch` sees each request first, and says whether it has answered.
 */
export async function serve(pages, watch = () => false) {
  const server = createServer(async (request, response) => {
    // Some browsers ask for it, in nobody's name.
    if (request.url === "/favicon.ico") return response.writeHead(204).end();
    if (await watch(request, response)) return;
    const { pathname } = new URL(request.url, "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const page = pages.get(path);
    if (typeof page === "function") return page(request, response);
    try {
      const body = page ?? (await repositoryFile(path));
      response.writeHead(200, { "Content-Type": types[extname(path)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((started) => server.listen(0, "127.0.0.1", started));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function repositoryFile(path) {
  if (!/^\/(www|pkg|data)\//.test(path)) throw new Error(`${path} is not served`);
  return readFile(new URL(`.${path}`, root));
}
