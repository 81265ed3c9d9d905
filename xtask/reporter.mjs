// Writes one line per test for `cargo xtask test` to count: `passed`, `failed` or `skipped`, then
// the file. Node's own summary counts a file that holds no test as a passed test; this one does not.
import { relative } from "node:path";

export default async function* (events) {
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    // A suite has no outcome of its own, but it fails where its hooks do.
    const isTest = data.details?.type !== "suite" && data.name !== data.file;
    const failed = type === "test:fail" && data.todo === undefined;
    if (!isTest && !failed) continue;
    const skipped = data.skip !== undefined || data.todo !== undefined;
    const outcome = skipped ? "skipped" : failed ? "failed" : "passed";
    yield `${outcome} ${relative(process.cwd(), data.file ?? data.name)}\n`;
  }
}
