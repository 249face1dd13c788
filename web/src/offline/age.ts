// How far a saved list may still be relied on.
import type { Interval, Saved } from "../api/directory";

/** How far a phone's clock may lag behind the server's before it counts as wrong. */
const LAG_S = 10 * 60;
const WEEK_S = 6 * 24 * 3600;
/** Every minute there is. */
const ALWAYS: readonly Interval[] = [[0, 1e10, "unknown"]];

export type Age = "good" | "old" | "clock";

/** `at` in seconds since 1970, by the phone's clock: one that is before the list was made is wrong. */
export function ageOf({ made_at, good_until }: Pick<Saved, "made_at" | "good_until">, at: number): Age {
  if (at < Date.parse(made_at) / 1000 - LAG_S) return "clock";
  return at < Date.parse(good_until) / 1000 ? "good" : "old";
}

/** The list as it may be relied on: once it is old, or when the clock is wrong, every state is unknown, and so "call first". */
export function reliedOn(saved: Saved, age: Age): Saved {
  if (age === "good") return saved;
  const sites = saved.sites.map((site) => ({
    ...site,
    services: site.services.map((one) => ({ ...one, track: null, offered_until: null, intervals: one.offer === "not_offered" ? [] : ALWAYS })),
  }));
  const lines = saved.lines.map((line) => ({ ...line, intervals: null, sentences: [] }));
  return { ...saved, sites, lines };
}

/** "Wednesday 2:15 pm", with the date once that could be another Wednesday. */
export function savedWhen(saved: Saved, at: number): string {
  const passed = at - Date.parse(saved.made_at) / 1000;
  const words = saved.made_at_in_words;
  return passed >= 0 && passed < WEEK_S ? words : `${words}, ${saved.made_on_in_words}`;
}
