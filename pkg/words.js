// What the shim says itself, since there may be no engine to say it: that something failed, and how far
// the loading is.
const WORDS = {
  fr: {
    failure_title: "La chronologie n’a pas pu s’afficher.",
    failure_network: "Les données n’ont pas pu être chargées. Vérifiez la connexion, puis réessayez.",
    failure_engine: "Ce navigateur n’a pas pu lancer le module. Un navigateur à jour devrait y parvenir.",
    failure_formats: "Ces données sont d’un autre format, et le fichier qui sait le lire n’a pas pu être chargé.",
    failure_crash: "Une erreur interne l’a interrompue.",
    failure_data: "Le dossier contient une erreur qui empêche de le lire.",
    retry: "Réessayer",
    loading: "Chargement",
    row_count: { one: "ligne lue", other: "lignes lues" },
  },
  en: {
    failure_title: "The timeline could not be shown.",
    failure_network: "Its data could not be loaded. Check the connection, then try again.",
    failure_engine: "This browser could not start its module. An up-to-date browser should.",
    failure_formats: "Its data are in another format, and the file that reads it could not be loaded.",
    failure_crash: "An internal error stopped it.",
    failure_data: "The dossier has an error that keeps it from being read.",
    retry: "Try again",
    loading: "Loading",
    row_count: { one: "row read", other: "rows read" },
  },
};

const added = {};

const primary = (tag) => `${tag}`.split("-")[0].toLowerCase();

/**
 * Keeps the words of a table that are the shim's. Gives the others, which are the engine's, and what is
 * missing.
 */
export function keep(tag, table) {
  const own = { tag: `${tag}` };
  const rest = Object.entries(table).filter(([key, value]) => !(key in WORDS.en && (own[key] = value)));
  const missing = Object.keys(WORDS.en).filter((key) => !own[key]);
  added[primary(tag)] = own;
  return { rest, missing: missing.map((key) => `${key}: missing; it is said in English`) };
}

/** The words in a language, English where there are none, and the tag of what they are in. */
export function words(language = "en") {
  const tag = primary(language);
  const known = WORDS[tag] ? tag : "en";
  return { ...WORDS[known], tag: known, ...(added[tag] && { ...WORDS.en, ...added[tag] }) };
}

/** Marks an element as one in these words: their language, and the way they run. */
export function mark(element, { tag, loading }) {
  element.lang = tag;
  // Hebrew to Arabic: which way a text runs, it says itself.
  element.dir = /[\u0590-\u08ff]/.test(loading) ? "rtl" : "ltr";
}

/** A number and what is counted; the digits are those of the engine. */
export function counted(number, forms, tag) {
  const form = forms[new Intl.PluralRules(tag).select(number)] ?? forms.other;
  return `${figure(number, tag)}\u00a0${form}`;
}

export const figure = (number, tag, style) => number.toLocaleString(tag, { numberingSystem: "latn", style });
