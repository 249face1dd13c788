// Addresses as they stand on paper: in capitals, and with the full stop or bracket of the sentence around them. The rule of the server's
// `crates/signpost-web/src/on_paper.rs`.

/** What stands around an address in a sentence, or is typed after it. */
const MARKS = /[\s/.,;:!?…)\]}>+*|"'’‘”“»›–—。．｡、，\u00AD\u200B-\u200F\u2060\uFEFF]+$/;

/** Words without what a sentence put behind them, in small letters. */
export const withoutMarks = (text: string): string => text.replace(MARKS, "").toLowerCase();

/** A path without what stands between its parts by a slip: a bracket that opens before the last part, or a slash twice. */
const opened = (path: string): string => path.replace(/\/+/g, "/").replace(/\/[([{<«“"']+/g, "/");

/** A path as it was meant; `/` is the first page. */
export function meant(path: string): string {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // No UTF-8: it is no page of ours, whatever it is.
  }
  return withoutMarks(opened(plain)) || "/";
}
