// What a page asks the server for, seen and answered there: WebDriver tells nothing of it.
import { readFile } from "node:fs/promises";
import { COLLECTOR } from "./script.mjs";

/** Where the script is served that every page begins with. */
const FIRST = "/first-of-all.js";

export class Network {
  #page;
  #routes = [];
  #init = "";

  /** From now on requests are those of this page. */
  attach(page, init = "") {
    this.#page = page;
    this.#routes = [];
    this.#init = init;
  }

  addInit(init) {
    this.#init += `;${init}`;
  }

  route(pattern, handler) {
    this.#routes.unshift({ matches: matcher(pattern), handler });
  }

  /** For the server, before it answers: whether the answer is given here. */
  watch = async (request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    if (request.url === FIRST) {
      response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(COLLECTOR + this.#init);
      return true;
    }
    const page = this.#page;
    if (!page) return false;
    const asked = { url: () => url, headers: () => request.headers };
    page.emit("request", asked);
    response.on("finish", () => page.emit("response", { url: () => url, status: () => response.statusCode, request: () => asked }));
    response.on("close", () => response.writableFinished || page.emit("requestfailed", asked));
    beginWithScript(response);
    const route = this.#routes.find(({ matches }) => matches(url));
    return route ? answered(route.handler, asked, response) : false;
  };
}

export function matcher(pattern) {
  if (pattern instanceof RegExp) return (url) => pattern.test(url);
  const parts = pattern.split("**").map((part) => part.split("*").map((own) => own.replaceAll(/[.?+^$()[\]{}|\\]/g, "\\$&")).join("[^/]*"));
  const whole = new RegExp(`^${parts.join(".*")}$`);
  return (url) => whole.test(url);
}

/** Lets a handler of the test answer: whether it did, or leaves it to the server. */
function answered(handler, asked, response) {
  return new Promise((done) => {
    handler({
      request: () => asked,
      continue: () => done(false),
      abort: () => (response.destroy(), done(true)),
      fulfill: async ({ status = 200, contentType = "application/json", body, path }) => {
        response.writeHead(status, { "Content-Type": contentType }).end(body ?? (await readFile(path)));
        done(true);
      },
    });
  });
}

/** Puts the first script before everything in an HTML page, and lets the page's policy allow it. */
function beginWithScript(response) {
  const { writeHead, end } = response;
  let html = false;
  let nonce = "";
  response.writeHead = function (status, headers = {}) {
    const of = (name) => Object.entries(headers).find(([own]) => own.toLowerCase() === name)?.[1] ?? "";
    html = /text\/html/.test(of("content-type"));
    [, nonce = ""] = /'nonce-([^']+)'/.exec(of("content-security-policy")) ?? [];
    return writeHead.call(this, status, headers);
  };
  response.end = function (body, ...rest) {
    if (!html || body === undefined) return end.call(this, body, ...rest);
    const script = `<script${nonce ? ` nonce="${nonce}"` : ""} src="${FIRST}"></script>`;
    const text = String(body);
    const [doctype = ""] = /^\s*<!doctype[^>]*>\s*(<html[^>]*>)?\s*(<head>)?/i.exec(text) ?? [];
    return end.call(this, doctype + script + text.slice(doctype.length), ...rest);
  };
}
