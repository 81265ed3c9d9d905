// What a reader sees when something failed: why, what to do, and below it the page's own fallback.
const WORDS = {
  fr: {
    title: "La chronologie n’a pas pu s’afficher.",
    network: "Les données n’ont pas pu être chargées. Vérifiez la connexion, puis réessayez.",
    engine: "Ce navigateur n’a pas pu lancer le module. Un navigateur à jour devrait y parvenir.",
    formats: "Ces données sont d’un autre format, et le fichier qui sait le lire n’a pas pu être chargé.",
    crash: "Une erreur interne l’a interrompue.",
    data: "Le dossier contient une erreur qui empêche de le lire.",
    retry: "Réessayer",
  },
  en: {
    title: "The timeline could not be shown.",
    network: "Its data could not be loaded. Check the connection, then try again.",
    engine: "This browser could not start its module. An up-to-date browser should.",
    formats: "Its data are in another format, and the file that reads it could not be loaded.",
    crash: "An internal error stopped it.",
    data: "The dossier has an error that keeps it from being read.",
    retry: "Try again",
  },
};

const STYLE = {
  all: "initial",
  display: "block",
  font: "0.9375em/1.5 system-ui, sans-serif",
  color: "CanvasText",
  background: "Canvas",
  border: "1px solid currentColor",
  padding: "1em 1.25em",
  margin: "0 0 1em",
};

function node(name, text, style = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  // Through the object model: a strict content security policy refuses style attributes.
  for (const [key, value] of Object.entries(style)) made.style.setProperty(key, value);
  return made;
}

/** A panel that says what failed; `retry` is called when the reader asks for another try. */
export function panel(error, language, retry) {
  const words = WORDS[language] ?? WORDS.en;
  const box = node("div", "", STYLE);
  box.setAttribute("role", "alert");
  box.setAttribute("part", "error");
  box.lang = words === WORDS.fr ? "fr" : "en";
  const detail = node("p", error.message, { margin: "0.5em 0", "overflow-wrap": "anywhere" });
  detail.lang = "en";
  const button = node("button", words.retry, { font: "inherit", padding: "0.25em 0.75em" });
  button.type = "button";
  button.addEventListener("click", retry);
  box.append(
    node("strong", words.title),
    node("p", words[error.code] ?? words.data, { margin: "0.5em 0" }),
    detail,
    button,
  );
  return box;
}
