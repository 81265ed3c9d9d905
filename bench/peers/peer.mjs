// What a peer is: the files of its code, a page that shows some events, and how a reader moves it.
import { readFileSync } from "node:fs";

/** A file of an installed package. */
export const installed = (path) => readFileSync(new URL(`../node_modules/${path}`, import.meta.url));

/** A page of English text without a favicon to ask for. */
export const page = (head, body) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>Timeline</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
