// What this worker saves, told by the server in front of the script: see `crates/signpost-http/src/offline.rs`.

export interface Shell {
  /** Changes with everything below and with what the pages say. */
  readonly version: string;
  /** For readers of every language: styles, scripts, icons. */
  readonly files: readonly string[];
  readonly languages: Readonly<Record<string, Language>>;
}

export interface Language {
  /** The page that shows the saved list. */
  readonly offline: string;
  /** Pages that are the same every day, so that a saved list can be removed without a network. */
  readonly pages: readonly string[];
  readonly list: string;
}

declare global {
  // eslint-style globals are declared with var; the server writes `self.shell = {…}`.
  var shell: Shell;
}

/** Names that tell no more than the title of the pages. */
export const PREFIX = "where-to-go-";
export const OWN = `${PREFIX}${shell.version}`;
export const MAP = `${PREFIX}map`;

/** The language of a path. */
export function languageOf(path: string): string {
  return path === "/fr" || path.startsWith("/fr/") ? "fr" : "en";
}

/** What a cache holds of an address, whatever was said about compression. */
export function held(address: string, cacheName = OWN): Promise<Response | undefined> {
  return caches.match(address, { cacheName, ignoreVary: true });
}
