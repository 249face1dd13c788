// Saving the list, and removing it for good.
import { held, OWN, PREFIX, type Language } from "./shell";

/** A saved list that is younger than this and holds the same edits is not fetched again: data costs money. */
const YOUNG_MS = 6 * 3600 * 1000;

/** Once somebody removed the saved list, this worker saves nothing more. */
let removed = false;
export const saves = (): boolean => !removed;

/** Saves the pages and the list of a language, as far as they are missing or old. `sequence` is that of the last edit the page knew of. */
export async function keep(lang: string, sequence: string): Promise<void> {
  const language = shell.languages[lang];
  // The page must not say that it is saved.
  if (!language) throw new Error(`nothing is saved in ${lang}`);
  if (!saves()) return;
  const cache = await caches.open(OWN);
  for (const page of [language.offline, ...language.pages]) {
    if (!(await held(page))) await cache.add(page);
  }
  const list = await held(language.list);
  if (list && fresh(list, sequence)) return;
  await save(cache, language);
}

/** Everything for a language, afresh. */
export async function saveAll(cache: Cache, language: Language): Promise<void> {
  await cache.addAll([language.offline, ...language.pages]);
  await save(cache, language);
}

async function save(cache: Cache, { list }: Language): Promise<void> {
  const answer = await fetch(list);
  if (!answer.ok || !saves()) return;
  // Only what is read again: no header that tells when somebody was here.
  const headers = new Headers();
  for (const name of ["content-type", "etag", "last-modified"]) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  await cache.put(list, new Response(await answer.blob(), { headers }));
  if (removed) await remove();
}

/** The tag starts with the sequence of the last edit; the list was made at its last-modified. */
function fresh(list: Response, sequence: string): boolean {
  const [, edits] = /^(?:W\/)?"(\d+)-/.exec(list.headers.get("etag") ?? "") ?? [];
  const age = Date.now() - Date.parse(list.headers.get("last-modified") ?? "");
  return edits === sequence && age >= 0 && age < YOUNG_MS;
}

/** Languages somebody used: those with a list in any of our caches, which may be an older worker's. */
export async function languagesInUse(): Promise<Language[]> {
  const found: Language[] = [];
  for (const language of Object.values(shell.languages)) {
    if (await caches.match(language.list, { ignoreVary: true })) found.push(language);
  }
  return found;
}

/** Deletes everything, and saves nothing from here on. */
export async function remove(): Promise<void> {
  removed = true;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}
