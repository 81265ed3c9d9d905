// Prints one line per file for `cargo xtask size`: its bytes plain, after gzip -9, after brotli 11.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const gzip = gzipSync(bytes, { level: 9 });
  console.log(bytes.length, gzip.length, brotliCompressSync(bytes, { params }).length);
}
