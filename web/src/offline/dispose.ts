// Beside new supplies: the nearest place to leave used needles that is open then. The server's rule, signpost-answers' `dispose.rs`.
import type { LonLat, Saved, Service, Site } from "../api/directory";
import { metresBetween } from "./geodesic";
import { MINUTE_S, momentAt } from "./hours";
import { Terrain } from "./water";

/** How far one is sent with used needles, in metres on foot. */
const FARTHEST_M = 5000;

/** How much further one is sent because somebody said that the nearest may be full, in metres on foot. */
const DETOUR_M = 400;

export interface Dispose {
  readonly site: Site;
  readonly metres: number;
}

/** The nearest place to `from` that takes used needles of anybody and is open; null when none near is known to be. */
export function nearestDisposal({ saved, at }: { readonly saved: Saved; readonly at: number }, from: LonLat): Dispose | null {
  const any = nearest(saved, at, from, true);
  if (!any || !mayBeFull(any.site, at)) return any;
  // One tap of a passer-by moves nobody across the town.
  const other = nearest(saved, at, from, false);
  return other && other.metres <= any.metres + DETOUR_M ? other : any;
}

function nearest(saved: Saved, at: number, from: LonLat, alsoFull: boolean): Dispose | null {
  const terrain = new Terrain(saved.ground);
  let best: Dispose | null = null;
  for (const site of saved.sites) {
    const { point } = site;
    const farthest: number = best?.metres ?? FARTHEST_M;
    // No way is shorter than the straight line.
    if (!point || metresBetween(from, point) >= farthest || !site.services.some((one) => isOpenToAnybody(one, at) && (alsoFull || !one.may_be_full))) continue;
    const { metres, on_foot } = terrain.way(from, point);
    if (on_foot && metres < farthest) best = { site, metres };
  }
  return best;
}

/** Whether somebody said that it is full, and nobody looked since. */
export function mayBeFull(site: Site, at: number): boolean {
  return !site.services.some((one) => isOpenToAnybody(one, at) && !one.may_be_full);
}

function isOpenToAnybody(service: Service, at: number): boolean {
  const known = Math.max(service.confirmed_until ?? 0, service.offered_until ?? 0) * MINUTE_S;
  return !!service.from_anybody && at < known && momentAt(service, at).state === "open";
}
