// The state in one sentence, and the days ahead: looked up, never put together.
import type { Saved, Service } from "../api/directory";
import { MINUTE_S } from "./hours";

const WEEK = 7;

/** The sentence for an instant, in seconds since 1970; "call first" where the list has none. */
export function sentenceOf(saved: Pick<Saved, "tracks" | "words" | "call_first" | "emergency">, service: Pick<Service, "track" | "emergency">, at: number): string {
  let said = service.emergency ? saved.emergency : saved.call_first;
  for (const [minute, word] of trackOf(saved, service)?.sentences ?? []) {
    if (minute * MINUTE_S > at) break;
    said = saved.words[word] ?? said;
  }
  return said;
}

/** Seven days from the one that holds an instant, each with its name and hours; none when the hours are not known. */
export function weekOf(saved: Saved, service: Service, at: number): { day: string; hours: string }[] {
  const days = trackOf(saved, service)?.days ?? [];
  const started = days.filter(([minute]) => minute * MINUTE_S <= at).length;
  return days
    .slice(Math.max(0, started - 1), Math.max(0, started - 1) + WEEK)
    .map(([, day, hours]) => ({ day: saved.words[day] ?? "", hours: saved.words[hours] ?? "" }));
}

/** Whether the days ahead are told at all. */
export function hasWeek(saved: Pick<Saved, "tracks">, service: Pick<Service, "track">): boolean {
  return (trackOf(saved, service)?.days.length ?? 0) > 0;
}

function trackOf(saved: Pick<Saved, "tracks">, { track }: Pick<Service, "track">): Saved["tracks"][number] | undefined {
  return track === null ? undefined : saved.tracks[track];
}
