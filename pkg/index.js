// Defines <quote-timeline>. To name the element otherwise, import "quote-timeline/element".
import { QuoteTimeline } from "./element.js";

if (!customElements.get("quote-timeline")) customElements.define("quote-timeline", QuoteTimeline);

export { QuoteTimeline };
