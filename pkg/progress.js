// How far the loading of a large dossier is, for eye and ear.
const WORDS = {
  fr: { loading: "Chargement", rows: (count) => `${count} lignes lues` },
  en: { loading: "Loading", rows: (count) => `${count} rows read` },
};

/** A line with a bar; `tell` it the share that has come, where that is known, and the rows. */
export function progress(language = "en") {
  const tag = language in WORDS ? language : "en";
  const words = WORDS[tag];
  const line = document.createElement("p");
  line.setAttribute("part", "status progress");
  line.lang = tag;
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", words.loading);
  const text = document.createElement("span");
  line.append(bar, " ", text);
  // Through the object model: a strict content security policy refuses style attributes.
  line.style.setProperty("font", "0.875em/1.5 system-ui, sans-serif");
  line.style.setProperty("margin", "0 0 0.5em");
  const tell = (share, rows) => {
    if (share === undefined) {
      text.textContent = words.rows(rows.toLocaleString(tag));
    } else {
      bar.value = share;
      text.textContent = share.toLocaleString(tag, { style: "percent" });
    }
  };
  return { line, tell };
}
