// A server of what is in memory, compressed as a host would, never kept by the browser.
import { createServer } from "node:http";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export async function serve() {
  const files = new Map();
  const asked = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = files.get(pathname);
    asked.add(pathname);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": TYPES[extname(pathname)] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "content-length": file.length,
      "cache-control": "no-store",
    });
    return response.end(file);
  });
  await new Promise((started) => server.listen(0, "127.0.0.1", started));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Serves a file from now on. */
    put: (path, content) => files.set(path, gzipSync(content, { level: 9 })),
    /** The files of a folder that were asked for so far, each with its size after gzip -9. */
    sent: (folder) =>
      [...asked].filter((path) => path.startsWith(folder)).map((path) => ({ path, size: files.get(path)?.length ?? 0 })),
    close: () => server.close(),
  };
}
