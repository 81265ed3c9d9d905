// Corpora cut into parts by the command, and by a query engine, shown by the widget.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { SCRIPT, becomes, openReady } from "./browser.mjs";
import { widget } from "./widget.mjs";

const run = promisify(execFile);
const repository = new URL("../../", import.meta.url).pathname;
const PAGE = `<quote-timeline src="/tiles/index.json"></quote-timeline>${SCRIPT}`;
const COUNT = 30_000;

/** The command of this repository. */
const command = (...words) =>
  run("cargo", ["run", "--quiet", "--features", "command", "--bin", "quote-timeline", "--", ...words], { cwd: repository });

/** A folder that is gone after the test. */
async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), "quote-timeline-tiles-"));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

/** What a folder holds, as files of the server. */
async function served(path) {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [`/tiles/${relative(path, file)}`, await readFile(file, "utf8")])),
  );
}

const day = (number) => new Date(Date.UTC(1920, 0, 1 + number)).toISOString().slice(0, 10);

/** Opens a corpus, looks at a short time in its middle, and finds there what was not in the root. */
async function looksAround(t, files) {
  const page = await openReady(t, PAGE, { files });
  const own = widget(page);
  const root = JSON.parse(files["/tiles/index.json"]);
  const counted = [root.events.length, ...root.parts.flatMap(({ events }) => events)].reduce((sum, count) => sum + count, 0);
  assert.equal(counted, COUNT);
  assert.match(await own.status.last().innerText(), new RegExp(`^${COUNT}\\s+events`));
  await page.evaluate(() => document.querySelector("quote-timeline").show("1960-03-01", "1960-03-20"));
  const shown = () => own.timeline.locator("[part~=event][data-id]").evaluateAll((all) => all.map((label) => label.dataset.id));
  const known = new Set(root.events.map(({ id }) => id));
  await becomes(shown, (ids) => ids.some((id) => !known.has(id)));
  assert.match(await own.status.last().innerText(), new RegExp(`^${COUNT}\\s+events`), "the sum stays");
}

test("what `quote-timeline tile` writes", async (t) => {
  const path = await folder(t);
  const lines = Array.from({ length: COUNT }, (_, number) =>
    JSON.stringify({ id: `event-${number}`, date: day((number * 7919) % 36_500), title: `Event ${number}`, importance: number % 97 }),
  );
  const input = join(path, "corpus.ndjson");
  await writeFile(input, lines.join("\n"));
  await command("tile", input, "--output", join(path, "tiles"));
  await looksAround(t, await served(join(path, "tiles")));
});

test("what the script for DuckDB writes from Parquet", async (t) => {
  const path = await folder(t);
  const script = await readFile(join(repository, "docs/tiles/duckdb.sql"), "utf8");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const before = process.cwd();
  process.chdir(path);
  try {
    await connection.run(`COPY (
      SELECT 'event-' || number AS id, DATE '1920-01-01' + CAST((number * 7919) % 36500 AS INTEGER) AS date,
             'Event ' || number AS title, number % 97 AS importance
      FROM range(${COUNT}) AS made(number)
    ) TO 'events.parquet' (FORMAT parquet)`);
    const statements = await connection.extractStatements(script);
    for (let number = 0; number < statements.count; number += 1) {
      await (await statements.prepare(number)).run();
    }
  } finally {
    process.chdir(before);
    connection.closeSync();
    instance.closeSync();
  }
  const files = await served(join(path, "tiles"));
  assert.equal(Object.keys(files).length, 1 + COUNT / 2000);
  await looksAround(t, files);
  // Each file is a dossier by itself, without anything wrong in it.
  await command("check", "--strict", ...Object.keys(files).map((name) => join(path, name)));
});
