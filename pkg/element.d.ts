/** One thing that was wrong in a dossier. */
export interface Problem {
  code: string;
  severity: "warning" | "error" | "fatal";
  /** Where in the dossier: `events[12].date`; in a spreadsheet `row 12, column C (Year)`. */
  path: string;
  /** Counted from 1; in a spreadsheet the row. */
  line: number;
  /** Counted from 1, in characters; in a spreadsheet the number of the column. */
  column: number;
  /** What is wrong and what would be right. */
  message: string;
}

/** What a dossier can be written as. */
export type ExportFormat =
  | "json"
  | "timelinejs"
  | "csv"
  | "jsonld"
  | "web-annotation"
  | "csl"
  | "bibtex"
  | "ris"
  | "tei";

export interface QuoteTimelineEventMap {
  "quote-timeline-ready": CustomEvent<{ problems: Problem[] }>;
  "quote-timeline-error": CustomEvent<{ code: string; message: string; problems: Problem[] }>;
  "quote-timeline-select": CustomEvent<{ id: string | null; kind: "event" | "quote" | null }>;
  "quote-timeline-range": CustomEvent<{ start: string; end: string }>;
}

/** An affair as an interactive timeline with its quotations in two languages. */
export class QuoteTimeline extends HTMLElement {
  /** Resolves when the widget is shown, rejects when it failed; renewed with each load. */
  readonly ready: Promise<QuoteTimeline>;
  /** The dossier as it was read, as a plain value; set it to a value or its text (JSON or CSV) to show another. */
  get dossier(): unknown;
  set dossier(value: unknown);
  /** Chooses an event or a quote, or nothing; says whether there is one of that name. */
  select(id: string | null): boolean;
  /** Shows the time from `start` to `end`, both EDTF. Throws when one is not a date. */
  show(start: string, end?: string): void;
  /**
   * The dossier as text. "json", the project's own format, is there at once; any other is a promise,
   * since what writes it may have to be loaded first: `await` is right for all. `lost` takes in what
   * the format cannot carry. Throws when the format is not known, and rejects when what writes it
   * could not be loaded (`code` is "formats").
   */
  export(format?: "json", lost?: Problem[]): string;
  export(format: Exclude<ExportFormat, "json">, lost?: Problem[]): Promise<string>;
  export(format?: ExportFormat, lost?: Problem[]): string | Promise<string>;

  addEventListener<K extends keyof QuoteTimelineEventMap>(
    type: K,
    listener: (this: QuoteTimeline, event: QuoteTimelineEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "quote-timeline": QuoteTimeline;
  }
}
