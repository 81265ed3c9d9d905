// Prints one line per file for `cargo xtask size`: its bytes plain, after gzip -9, after brotli 11.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

// Node's zlib is Chromium's and differs from gzip's by up to a hundredth; gzip is what others weigh
// with, so it comes first where it is installed.
function gzipped(bytes) {
  const { status, stdout } = spawnSync("gzip", ["-9"], { input: bytes, maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : gzipSync(bytes, { level: 9 });
}

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  console.log(bytes.length, gzipped(bytes).length, brotliCompressSync(bytes, { params }).length);
}
