// Open, closed or unknown, by comparing minutes with intervals worked out on the server. No zone and no hours text is read here.
import type { Service, State } from "../api/directory";

export const MINUTE_S = 60;
const SOON_MINUTES = 30;
const LEAST_STAY_S = 10 * MINUTE_S;
const HORIZON_S = 14 * 24 * 60 * MINUTE_S;

export interface Moment {
  readonly state: State;
  /** Seconds since 1970 at which the state changes, or at which the list stops; null when it stays closed as far as the list goes. */
  readonly until: number | null;
}

/** When one would be served; at least one of the two is there. */
export interface Served {
  readonly open: number | null;
  readonly unknown: number | null;
}

/** What is known of a service's times. */
export type Times = Pick<Service, "intervals" | "runs_on">;

/** The state at an instant, in seconds since 1970. */
export function momentAt(times: Times, at: number): Moment {
  for (const [start, end, state] of times.intervals) {
    if (at < start * MINUTE_S) return { state: "closed", until: start * MINUTE_S };
    if (at < end * MINUTE_S) return { state, until: closes(times, end) * MINUTE_S };
  }
  return { state: "closed", until: null };
}

/** In how many minutes it closes, in the last half hour of an opening; null while there is time. */
export function closesIn({ state, until }: Moment, at: number): number | null {
  const minutes = until === null ? Infinity : Math.floor((until - at) / MINUTE_S);
  return state === "open" && minutes <= SOON_MINUTES ? Math.max(1, minutes) : null;
}

/** When one who asks at `at` and is there at `from` would be served, within 14 days; null when it stays closed that long. An opening that
 * somebody vouches for at `at` runs on to its end, though the vouching may end on the way there. */
export function servedFrom(times: Times, at: number, from: number): Served | null {
  const minute = at / MINUTE_S;
  const vouched = times.intervals.some(([start, end, state]) => state === "open" && start <= minute && minute < end && end === times.runs_on?.[0]);
  const runs = vouched ? times.runs_on![1] : -Infinity;
  let [open, unknown]: [number | null, number | null] = [null, null];
  for (const [startMinute, endMinute, state] of times.intervals) {
    const [start, end] = [Math.max(startMinute * MINUTE_S, from), endMinute * MINUTE_S];
    if (end <= from) continue;
    if (start >= from + HORIZON_S) break;
    if (state === "unknown" && startMinute >= runs) unknown ??= start;
    else if (closes(times, endMinute) * MINUTE_S - start >= LEAST_STAY_S) open ??= start;
  }
  return open === null && unknown === null ? null : { open, unknown };
}

/** The minute at which an opening that ends at `end` closes: later, where only the vouching for it ends. */
function closes({ runs_on }: Times, end: number): number {
  return runs_on?.[0] === end ? runs_on[1] : end;
}
