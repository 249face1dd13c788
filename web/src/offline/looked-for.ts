// Words that somebody looks for, and how well they fit what a place is called: the rule of the server's `looked_for`. The vectors in
// tests/vectors/search hold the two together.

/** Words of a question that say nothing of what is looked for. */
const OF_QUESTIONS = new Set(
  ("a an and are can closest did do does find for get go gone happened how i in is it move moved my near nearest need of the there to was went what where " +
    "alle allee au aux c comment d dans de des du en est et il je l la le les ou passe passee pour puis trouver un une").split(" "),
);
/** Words that may belong to a name or to a question. */
const MAYBE = new Set("ancien ancienne closed ferme former new nouveau nouvelle old vieux".split(" "));
/** Spellings that stand for one another. */
const SPELT: Readonly<Record<string, string>> = { center: "centre", centers: "centres", neighbor: "neighbour", neighborhood: "neighbourhood" };
const INSIDE = 4;
const SLIP = 5;

/** Words in small letters, without accents and what nobody sees: the rule of the server's `folded`. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\p{M}\p{Cf}]/gu, "");
}

function words(text: string): readonly string[] {
  return (folded(text).match(/[\p{Alphabetic}\p{N}]+/gu) ?? []).map((word) => SPELT[word] ?? word);
}

export interface LookedFor {
  readonly word: string;
  /** Whether a place may be meant though the word does not fit it. */
  readonly may_miss: boolean;
}

/** The words of a text that say what is looked for; of a text that has no others, the words of questions. */
export function lookedFor(text: string): readonly LookedFor[] {
  const all = words(text);
  const telling = all.filter((word) => !OF_QUESTIONS.has(word));
  const found = telling.length ? telling : all;
  const named = found.some((word) => !MAYBE.has(word));
  return found.map((word) => ({ word, may_miss: named && MAYBE.has(word) }));
}

export type Fit = "not" | "nearly" | "there";

/** Words that are told of something, ready to be looked into. */
export class Told {
  private readonly words: readonly string[];

  constructor(...texts: readonly (string | null | undefined)[]) {
    this.words = texts.flatMap((text) => words(text ?? ""));
  }

  fit(word: string): Fit {
    const letters = [...word].length;
    if (this.words.some((own) => own.startsWith(word)) || (letters >= INSIDE && (this.words.some((own) => own.includes(word)) || this.runTogether(word)))) return "there";
    return letters >= SLIP && this.words.some((own) => oneSlip([...own], [...word])) ? "nearly" : "not";
  }

  /** Whether somebody wrote as one word what is several here: "nechee" of Ne-Chee. */
  private runTogether(word: string): boolean {
    return this.words.some((_, at) => {
      let rest = word;
      for (const own of this.words.slice(at)) {
        if (!rest.startsWith(own)) return own.startsWith(rest);
        rest = rest.slice(own.length);
      }
      return !rest;
    });
  }
}

/** Whether one letter more, less, other, or two in each other's place make one word the other. */
function oneSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < b.length) return oneSlip(b, a);
  if (a.length - b.length > 1) return false;
  let at = 0;
  while (at < b.length && a[at] === b[at]) at += 1;
  const rest = (from: readonly string[], start: number): string => from.slice(start).join("");
  if (a.length > b.length) return rest(a, at + 1) === rest(b, at);
  return rest(a, at + 1) === rest(b, at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2));
}
