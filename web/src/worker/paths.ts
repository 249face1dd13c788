// Which addresses the worker looks after. All others go their way without it: the portal, the API, what is made for other sites.
import { meant } from "../offline/paper";

/** The public pages. */
const PAGE = /^\/(?:fr\/?)?$|^\/(?:fr\/)?(?:(?:sites|go)\/[\w-]+|map|plan|disposal|about|privacy|leave|overdose|found|search|offline)$/;
/** Parts of the map whose names hold their hashes: what is kept is right for good. */
const FOR_GOOD = /^\/tiles\/basemap\/[\w-]+\/\d+\/\d+\/\d+\.mvt$|^\/assets\/(?:map[\w.-]*|[\w.-]+\.(?:woff2|png))$/;
/** Parts of it that are asked for again each time, and kept for when nobody answers. */
const ASKED_AGAIN = "/tiles/basemap.json";

/** The places the map draws: they change with the minute. */
const PLACES = /^\/(?:fr\/)?map\/places\.geojson$/;

/** A page of another instant is nobody's to keep, and nothing that is saved stands in for it. */
export const isPreview = (query: URLSearchParams): boolean => query.has("at");
export const isPage = (path: string): boolean => PAGE.test(meant(path));
export const isPlaces = (path: string): boolean => PLACES.test(path);
export const isForGood = (path: string): boolean => FOR_GOOD.test(path);
export const isMap = (path: string): boolean => isForGood(path) || path === ASKED_AGAIN;

/** How many of the first must go, for the rest to be within both limits. */
export function outOf(sizes: readonly number[], mostBytes: number, mostFiles: number): number {
  let [bytes, out] = [sizes.reduce((sum, size) => sum + size, 0), 0];
  while (out < sizes.length && (bytes > mostBytes || sizes.length - out > mostFiles)) bytes -= sizes[out++]!;
  return out;
}
