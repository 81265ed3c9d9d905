/** The event by which the second file of the single-file build tells the first that it is there. */
export const ARRIVED = "quote-timeline-formats";
