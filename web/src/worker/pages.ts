// Pages come from the network. Only when that is silent does the saved list stand in.
import { meant } from "../offline/paper";
import { NETWORK_TIMEOUT_MS, within } from "./timeout";
import { held, languageOf } from "./shell";

/** The page from the network; else, or after some seconds of silence, what is saved. Never a page kept from before: it would be stale. */
export async function page(request: Request): Promise<Response> {
  const path = meant(new URL(request.url).pathname);
  const { offline, list } = shell.languages[languageOf(path)]!;
  const silence = new AbortController();
  const network = fetch(request, { signal: silence.signal });
  // A refusal is dealt with below, however long the caches take.
  network.catch(() => undefined);
  const saved = (await held(path)) ?? (await held(offline)) ?? (await anyOffline());
  if (!saved) return network;
  try {
    const answer = await ((await held(list)) ? within(NETWORK_TIMEOUT_MS, network) : network);
    // A proxy in front of a server that is down.
    return [502, 503, 504].includes(answer.status) ? saved : answer;
  } catch {
    // A request left hanging would hold up the next try of the same address.
    silence.abort();
    return saved;
  }
}

/** The other language's page is better than none. */
async function anyOffline(): Promise<Response | undefined> {
  for (const { offline } of Object.values(shell.languages)) {
    const page = await held(offline);
    if (page) return page;
  }
  return undefined;
}
