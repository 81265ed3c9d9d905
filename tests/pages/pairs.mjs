// Dossiers in other pairs of languages: three readings of one statement each, nothing aligned by hand.

/** A dossier with one quote; a reading is `[status, text, translation, more]`. */
function dossier(languages, speaker, readings) {
  const [from, to] = languages;
  return {
    languages,
    title: speaker,
    articles: readings.map(([, , , { outlet, date, language }], number) => ({
      id: `article-${number}`,
      outlet,
      headline: null,
      author: null,
      date,
      language: language ?? from,
      kind: "news",
      url: `https://example.org/${number}`,
    })),
    entities: [{ id: "speaker", name: speaker, kind: "person" }],
    events: [{ id: "event", date: "2024-05-03", title: speaker }],
    quotes: [
      {
        id: "quote",
        speaker: "speaker",
        date: "2024-05-03",
        event: "event",
        readings: readings.map(([status, text, translation, { language, via, by, kind }], number) => ({
          article: `article-${number}`,
          status,
          text,
          ...(via && { via }),
          ...(translation && {
            translations: [{ language: language === to ? from : to, text: translation, ...(by && { by }), ...(kind && { kind }) }],
          }),
        })),
      },
    ],
  };
}

export const german = dossier(["de", "en"], "Dr. Anna Weber", [
  [
    "original",
    "Wir geben den offenen Quelltext nicht auf. Das kostet rund 3,5 Mio. Euro im Jahr. Wer soll das bezahlen?",
    "We are not giving up the open source code. It costs around 3.5 million euros a year. Who is going to pay for that?",
    { outlet: "Berliner Blatt", date: "2024-05-03", by: "Tom Reed", kind: "person" },
  ],
  [
    "truncated",
    "Wir geben den offenen Quellcode nicht auf.",
    "We are not giving up the open source code.",
    { outlet: "Abendpost", date: "2024-05-04", kind: "machine", by: "Example Translate" },
  ],
  [
    "translation",
    "We will not abandon the open source code. Who is supposed to pay for it?",
    "Wir werden den offenen Quelltext nicht aufgeben. Wer soll dafür zahlen?",
    { outlet: "The Wire", date: "2024-05-05", language: "en", via: ["Berliner Blatt"], kind: "outlet", by: "The Wire" },
  ],
]);

export const arabic = dossier(["ar", "fr"], "ليلى حداد", [
  [
    "original",
    "الهدف ليس التخلي عن المصدر المفتوح. بلغت قيمة الشركة 2 مليار دولار عام 2024. من سيدفع الثمن؟",
    "Le but n’est pas d’abandonner le code ouvert. La société valait 2 milliards de dollars en 2024. Qui paiera le prix ?",
    { outlet: "الصحيفة", date: "2024-05-03", by: "Nadia Benali", kind: "person" },
  ],
  [
    "truncated",
    [{ outside: "قالت إن " }, "الغاية ليست التخلي عن المصدر المفتوح"],
    [{ outside: "elle a dit que " }, "l’objectif n’est pas d’abandonner le code ouvert"],
    { outlet: "المساء", date: "2024-05-04", kind: "machine" },
  ],
  [
    "back-translation",
    "من سيدفع الثمن؟ الهدف ليس ترك المصدر المفتوح.",
    "Qui paiera le prix ? Le but n’est pas de laisser le code ouvert.",
    { outlet: "الخبر", date: "2024-05-06", via: ["الصحيفة", "Reuters"], by: "الخبر", kind: "outlet" },
  ],
]);

export const japanese = dossier(["ja", "en"], "佐藤花子", [
  [
    "original",
    "オープンソースをやめるつもりはない。2024年の売上高は16億ドルだった。誰が費用を払うのか？",
    "We do not intend to give up open source. Sales in 2024 were 1.6 billion dollars. Who will pay the costs?",
    { outlet: "新聞", date: "2024-05-03", by: "Ken Mori", kind: "person" },
  ],
  [
    "truncated",
    "オープンソースを捨てるつもりはない。",
    "We have no intention of abandoning open source.",
    { outlet: "夕刊", date: "2024-05-04", kind: "machine" },
  ],
  [
    "translation",
    "We do not intend to abandon open source. Who will bear the costs?",
    "オープンソースを放棄するつもりはない。誰が費用を負担するのか？",
    { outlet: "The Wire", date: "2024-05-05", language: "en", via: ["新聞"] },
  ],
]);
