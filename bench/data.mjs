// Made-up events, the same for the same number: ten years, most of them in bursts, as news comes.
const DAY = 86_400_000;
const FIRST = Date.UTC(2015, 0, 1);
const SPAN = 4018 * DAY;
const WORDS = `accord amont appel argent avis bail banque bilan bord bourse budget cadre carte cause chef chiffre code
conseil contrat copie cour crise date débat défi délai doute droit dépêche école effet élan enjeu enquête essai étape
étude fait fonds forme foule gage geste groupe heure hausse idée image indice juge ligne liste loi lot main marge mesure
mise motif note offre ordre pacte page part peine piste place plan point poste preuve prix projet propos rang rapport
recours refus règle reprise rôle scène seuil siège somme source suite tête texte thèse titre ton tour trace vente voie
vote vue`.split(/\s+/);

/** Numbers from 0 to 1 that only look like chance: a linear congruential generator (Numerical Recipes). */
function sequence(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** So many events in order of time, each `{id, date, title, text}`. */
export function events(count) {
  const next = sequence(count);
  const words = (many) => Array.from({ length: many }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ");
  const times = [];
  while (times.length < count) {
    const centre = FIRST + next() * SPAN;
    // A quarter stand alone; the others come in bursts of up to a fiftieth of all, over a day to two months.
    const burst = next() < 0.25 ? 1 : 1 + Math.floor(next() ** 3 * (count / 50 + 8));
    const spread = DAY * 60 ** next();
    for (let i = 0; i < burst && times.length < count; i += 1) {
      times.push(Math.min(FIRST + SPAN, centre - Math.log(1 - next()) * spread));
    }
  }
  times.sort((one, other) => one - other);
  return times.map((time, number) => ({
    id: `event-${number}`,
    date: new Date(time).toISOString().slice(0, 10),
    title: `${words(7)} ${number}`,
    text: `${words(60)}.`,
  }));
}
