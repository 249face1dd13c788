// The state in one sentence, and the days ahead: looked up, never put together.
import type { Saved, Service, Site } from "../api/directory";
import { MINUTE_S } from "./hours";

const WEEK = 7;
const NIGHT_S = 10 * 3600;

/** What the saved list says of states. */
type Told = Pick<Saved, "tracks" | "words" | "call_first" | "ask_there" | "look_there" | "ask_them" | "emergency">;

/** How one finds out what nobody knows: on the phone, at the door, or by looking. Nobody calls an emergency department first, whatever they come
 * for. As the domain's `find_out.rs` has it. */
export function findOutOf({ phone, kind, services }: Asks): "call" | "ask" | "look" | "meet" {
  if (phone) return services?.some(({ emergency }) => emergency) ? "ask" : "call";
  return kind === "box" ? "look" : kind === "mobile" ? "meet" : "ask";
}

/** What tells how one finds out. */
type Asks = Pick<Site, "phone" | "kind"> & { readonly services?: readonly Pick<Service, "emergency">[] };

/** The sentence for an instant, in seconds since 1970; where the list has none, "call first", or what to do where nobody can be called. */
export function sentenceOf(saved: Told, site: Asks, service: Pick<Service, "track" | "emergency">, at: number): string {
  const instead = service.emergency ? saved.emergency : { call: saved.call_first, ask: saved.ask_there, look: saved.look_there, meet: saved.ask_them }[findOutOf(site)];
  return said(saved, trackOf(saved, service)?.sentences ?? [], at) || instead;
}

/** What is said for an instant: the last sentence that has begun. */
export function said(saved: Pick<Saved, "words">, sentences: readonly (readonly [minute: number, word: number])[], at: number): string {
  const begun = sentences.filter(([minute]) => minute * MINUTE_S <= at);
  return saved.words[begun[begun.length - 1]?.[1] ?? -1] ?? "";
}

/** Seven days from the one that holds an instant, each with its name, date and hours; none when the hours are not known. */
export function weekOf(saved: Saved, service: Service, at: number): { day: string; hours: string }[] {
  // Of an emergency department whose hours nobody vouches for each day would say to ask first.
  if (service.emergency && at >= (service.confirmed_until ?? 0) * MINUTE_S) return [];
  const days = trackOf(saved, service)?.days ?? [];
  const started = days.filter(([minute]) => minute * MINUTE_S <= at).length;
  return days
    .slice(Math.max(0, started - 1), Math.max(0, started - 1) + WEEK)
    .map(([, day, hours]) => ({ day: saved.words[day] ?? "", hours: saved.words[hours] ?? "" }));
}

/** Whether it is the night that counts: an opening runs to where the next day begins for those who are there, and that is soon. */
export function tonight(saved: Pick<Saved, "tracks">, service: Pick<Service, "track" | "intervals">, at: number): boolean {
  const next = (trackOf(saved, service)?.days ?? []).map(([minute]) => minute).find((minute) => minute * MINUTE_S > at);
  if (next === undefined || next * MINUTE_S - at > NIGHT_S) return false;
  return service.intervals.some(([start, end]) => start * MINUTE_S <= at && end === next);
}

/** Whether the days ahead are told at all. */
export function hasWeek(saved: Pick<Saved, "tracks">, service: Pick<Service, "track">): boolean {
  return (trackOf(saved, service)?.days.length ?? 0) > 0;
}

function trackOf(saved: Pick<Saved, "tracks">, { track }: Pick<Service, "track">): Saved["tracks"][number] | undefined {
  return track === null ? undefined : saved.tracks[track];
}
