// Loads a script that lies beside the single file: with the page's nonce, from another host, from a
// disk, and where the page asks for Trusted Types.
import { ARRIVED } from "./arrived.js";

/** The script of this file, and what a file beside it is called in full. */
const own = document.currentScript ?? document.querySelector('script[src*="quote-timeline"]');
export const address = (name) => new URL(name, own?.src || document.baseURI).href;

const byImport = (url) => import(url);

const byElement = (url) =>
  new Promise((done, failed) => {
    const script = document.createElement("script");
    script.nonce = own?.nonce ?? "";
    script.crossOrigin = own?.crossOrigin ?? null;
    script.onload = done;
    script.onerror = () => failed(new Error("the script did not load"));
    // Where the page asks for Trusted Types it may forbid to make one; this throws then.
    const types = self.trustedTypes?.createPolicy("quote-timeline", { createScriptURL: () => url });
    script.src = types?.createScriptURL("") ?? url;
    document.documentElement.append(script);
    script.remove();
  });

/**
 * Runs the script of an address; what it brings.
 *
 * An element may load from another host and from a disk, where importing fails and leaves a message
 * on the console. Importing needs no Trusted Type, which a page may forbid to make. So each is tried
 * first where it is more sure to be allowed, and the other then.
 */
export async function beside(url) {
  let brought, cause;
  const hear = ({ detail }) => (brought = detail);
  document.addEventListener(ARRIVED, hear);
  const means = [byElement, byImport];
  if (url.startsWith(`${self.origin}/`)) means.reverse();
  for (const run of means) {
    try {
      await run(url);
    } catch (error) {
      cause ??= error;
    }
    if (brought) break;
  }
  document.removeEventListener(ARRIVED, hear);
  if (!brought) throw cause;
  return brought;
}
