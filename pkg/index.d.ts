export { QuoteTimeline, type Problem, type QuoteTimelineEventMap } from "./element.js";
