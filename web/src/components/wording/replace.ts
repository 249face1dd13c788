// What the server answers, and putting other words in the place of found ones.
import { withArticle } from "./insert";

/** Letters (Unicode scalar values) before and up to the end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Finding extends Span {
  readonly words: string;
  readonly why: string;
  readonly severity: "info" | "warn" | "block";
  readonly alternatives: readonly string[];
}

export interface Findings {
  readonly findings: readonly Finding[];
  readonly grade: number | null;
  readonly long_sentences: readonly Span[];
}

/** The text with other words in place of the found ones; as it is when they no longer stand there. A capital letter stays one. */
export function replaced(text: string, found: Pick<Finding, "start" | "end" | "words">, instead: string): string {
  const letters = [...text];
  if (letters.slice(found.start, found.end).join("") !== found.words) return text;
  const first = found.words.charAt(0);
  const capital = first !== first.toLowerCase();
  const words = capital ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead;
  const before = withArticle(letters.slice(0, found.start).join(""), words);
  return before + words + letters.slice(found.end).join("");
}
