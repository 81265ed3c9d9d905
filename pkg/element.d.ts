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

/** The words of the interface; what is not given is said in English. */
export interface InterfaceWords {
  colon?: string;
  /** Between things that are told one after the other: ", ". */
  comma?: string;
  search?: string;
  search_hint?: string;
  speaker?: string;
  all_speakers?: string;
  outlet?: string;
  all_outlets?: string;
  entity?: string;
  all_entities?: string;
  filters?: string;
  clear?: string;
  timeline?: string;
  timeline_keys?: string;
  help?: string;
  wheel_hint?: string;
  wheel_hint_mac?: string;
  to_selection?: string;
  back?: string;
  event_clusters?: string;
  quote_clusters?: string;
  events?: string;
  quotes?: string;
  zoom_in?: string;
  zoom_out?: string;
  earlier?: string;
  later?: string;
  fit?: string;
  cite?: string;
  cite_reading?: string;
  cite_languages?: string;
  both_languages?: string;
  copy_link?: string;
  copied?: string;
  copy_by_hand?: string;
  permanent_link?: string;
  see_in_article?: string;
  controls?: string;
  part_failed?: string;
  nothing_found?: string;
  nothing_found_hint?: string;
  no_quote_found?: string;
  clear_search?: string;
  subjects?: string;
  show_everything?: string;
  no_quotes?: string;
  show_all?: string;
  show_more?: string;
  in_time?: string;
  unknown_speaker?: string;
  unknown_outlet?: string;
  no_translation?: string;
  compared_with?: string;
  base_text?: string;
  differences?: string;
  left_out?: string;
  articles_words?: string;
  same_words?: string;
  other_words?: string;
  word_by_word?: string;
  show?: string;
  typography?: string;
  original?: string;
  as_printed?: string;
  aligned_automatically?: string;
  rendered?: string;
  from?: string;
  from_vowel?: string;
  by?: string;
  makers?: string;
  machine?: string;
  languages?: string;
  via?: string;
  sources?: string;
  figures?: string;
  figures_hint?: string;
  figures_differ?: string;
  figures_agree?: string;
  one_article?: string;
  units_differ?: string;
  from_to?: string;
  thousands?: string;
  decimal_point?: string;
  before_christ?: string;
  hour_mark?: string;
  /** Dates are those of the browser's calendar; these words stand around them, `{}` where the date does: "around {}". */
  date_about?: string;
  /** "{} (uncertain)" */
  date_uncertain?: string;
  /** "until {}" */
  date_until?: string;
  /** "from {}" */
  date_since?: string;
  articles?: string;
  author?: string;
  undated?: string;
  headline_missing?: string;
  close?: string;
  cluster?: string;
  introduction?: string;
  eras?: string;
  play_on?: string;
  show_of?: string;
  loads?: string;
  open_on?: string;
  open_file?: string;
  picture_missing?: string;
  failure_title?: string;
  failure_network?: string;
  failure_engine?: string;
  failure_formats?: string;
  failure_crash?: string;
  failure_data?: string;
  retry?: string;
  loading?: string;
  event_count?: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  quote_count?: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  article_count?: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  read_count?: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  dropped_count?: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  entity_count?: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  row_count?: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  copy_as?: string[];
  variants?: string[];
  variants_said?: string[];
  shown?: string[];
  /** Spring to winter of a year: "spring {}". */
  date_seasons?: string[];
  statuses?: string[];
  article_kinds?: string[];
  entity_kinds?: string[];
  quotation_marks?: string[];
  keeps?: string[];
  keys?: [string, string][];
}

/** An affair as an interactive timeline with its quotations in two languages. */
export class QuoteTimeline extends HTMLElement {
  /**
   * Adds the interface's words in a further language, or other words in one that is there; widgets of that
   * language speak them at once. Resolves with what is missing or unknown.
   */
  static addLanguage(tag: string, words: InterfaceWords): Promise<string[]>;
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
