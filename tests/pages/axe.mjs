// What axe-core finds wrong in a page.
import { createRequire } from "node:module";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** All violations that axe finds, of whatever impact, each with where it is. */
export async function violations(page, within = "quote-timeline") {
  await page.addScriptTag({ path: axe });
  // In the middle of a transition colours are no one's.
  await page.evaluate(() => Promise.all(document.getAnimations().map((own) => own.finished)));
  const { violations } = await page.evaluate((within) => window.axe.run(within), within);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${impact} ${id} at ${target.flat().join(" ")}: ${failureSummary}`),
  );
}
