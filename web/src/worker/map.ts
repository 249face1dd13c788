// The map, once looked at: its scripts, styles and tiles are kept as they come, up to a size. The places on it are never kept: their states
// would be stale, and the saved list knows better.
import type { Saved } from "../api/directory";
import { placesOf } from "../offline/places";
import { saves } from "./list";
import { isForGood, outOf } from "./paths";
import { held, languageOf, MAP } from "./shell";
import { NETWORK_TIMEOUT_MS, within } from "./timeout";

/** What the map may take of a phone. */
const MOST_BYTES = 12 * 1024 * 1024;
const MOST_FILES = 2_000;
/** How many files are added before the oldest are looked at. */
const BETWEEN = 40;

let added = 0;

export async function mapFile(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
  const path = new URL(request.url).pathname;
  const kept = (await held(path)) ?? (await held(path, MAP));
  if (kept && isForGood(path)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok && saves()) later(store(path, answer.clone()));
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function store(path: string, answer: Response): Promise<void> {
  const bytes = await answer.arrayBuffer();
  const headers = { "content-type": answer.headers.get("content-type") ?? "", "content-length": `${bytes.byteLength}` };
  const cache = await caches.open(MAP);
  await cache.put(path, new Response(answer.status === 204 ? null : bytes, { status: answer.status, headers }));
  // The oldest go when a worker starts to add and from time to time after that, not with every tile.
  if (added++ % BETWEEN === 0) await trim(cache);
  if (!saves()) await caches.delete(MAP);
}

/** Takes the oldest out until the rest is within both limits. */
async function trim(cache: Cache): Promise<void> {
  const keys = await cache.keys();
  const sizes = await Promise.all(keys.map(async (key) => Number((await cache.match(key))?.headers.get("content-length") ?? 0)));
  for (const key of keys.slice(0, outOf(sizes, MOST_BYTES, MOST_FILES))) await cache.delete(key);
}

/** The places on the map as they stand now: from the server; else worked out from the saved list, never from an earlier answer. */
export async function places(request: Request): Promise<Response> {
  const network = fetch(request);
  network.catch(() => undefined);
  const list = await held(shell.languages[languageOf(new URL(request.url).pathname)]!.list);
  if (!list) return network;
  try {
    return await within(NETWORK_TIMEOUT_MS, network);
  } catch {
    const saved = (await list.json()) as Saved;
    const headers = { "content-type": "application/geo+json" };
    return new Response(JSON.stringify(placesOf(saved, Math.floor(Date.now() / 1000))), { headers });
  }
}
