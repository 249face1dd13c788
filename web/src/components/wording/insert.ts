// Words as they are put into a text: without the note in brackets that stands beside them in the list, and several where there were several.

/** What ends a plural noun among the words that are found; "access" and "AIDS" end so too, and are none. */
const PLURAL: Readonly<Record<string, RegExp>> = { en: /(?:[^s]s|people)$/i, fr: /(?:s|x)$/i };
const SINGULAR = /(?:abuse|use|AIDS|access|wasted)$/i;

/** The suggestion as it can be inserted; `null` when it is a hint that only a person can follow. */
export function insertable(suggestion: string, found: string, lang: string): string | null {
  const words = suggestion.replace(/\s*\([^)]*\)/g, "").replace(/\s+/g, " ").trim();
  if (!words || /…|\.\s|^(?:nommer|nom de|garder) /.test(words)) return null;
  const several = (PLURAL[lang] ?? PLURAL["en"]!).test(found) && !SINGULAR.test(found);
  return several ? (lang === "fr" ? plusieurs(words) : many(words)) : words;
}

const VERBS: Readonly<Record<string, string>> = { has: "have", is: "are", was: "were", does: "do" };

/** "person who uses drugs" as "people who use drugs". */
function many(words: string): string {
  return words
    .replace(/\bperson\b/i, "people")
    .replace(/^(people who )((?:\w+ly )?)(\w+)/, (_all, who: string, how: string, verb: string) => who + how + (VERBS[verb] ?? verb.replace(/s$/, "")))
    .replace(/^baby\b/i, "babies")
    .replace(/^((?:used|new|sterile) )?(needle|syringe)$/i, "$1$2s")
    .replace(/^sex worker$/i, "sex workers");
}

const VERBES: Readonly<Record<string, string>> = { a: "ont", est: "sont", "s’injecte": "s’injectent" };

/** « personne qui consomme des drogues » comme « personnes qui consomment des drogues ». */
function plusieurs(words: string): string {
  return words
    .replace(/^personne\b/i, "personnes")
    .replace(/^(personnes qui )(\S+)/, (_all, who: string, verb: string) => who + (VERBES[verb] ?? verb.replace(/e$/, "ent")))
    .replace(/^personnes incarcérée\b/, "personnes incarcérées")
    .replace(/^(seringue|aiguille)( usagée| neuve)?$/i, (_all, noun: string, kind = "") => `${noun}s${kind && `${kind}s`}`)
    .replace(/^travailleuse du sexe$/, "travailleuses du sexe");
}

/** "an addict" becomes "a person": the article in front of what is inserted, as it has to be. */
export function withArticle(before: string, words: string): string {
  return before.replace(/\b(a|an)(\s+)$/i, (_all, article: string, blank: string) => {
    const wanted = /^[aeio]|^u(?!s|ni)/i.test(words) ? "an" : "a";
    const capital = article.charAt(0) !== article.charAt(0).toLowerCase();
    return (capital ? "A" + wanted.slice(1) : wanted) + blank;
  });
}
