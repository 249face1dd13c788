// What lies under the pins: `/tiles/basemap.json`, as docs/BASEMAP.md describes it.
import type { Box } from "./box";

const ADDRESS = "/tiles/basemap.json";

/** One archive of vector tiles. */
export interface Archive {
  readonly tiles: string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: Box;
  /** HTML with at most links in it. */
  readonly attribution: string;
}

export interface Basemap {
  readonly street: boolean;
  readonly district: Archive;
  readonly town: Archive | null;
}

/** What the server has; `null` when it has nothing to say, and pins stand on a plain background. */
export async function basemapOf(): Promise<Basemap | null> {
  try {
    const answer = await fetch(ADDRESS);
    return answer.ok ? ((await answer.json()) as Basemap) : null;
  } catch {
    return null;
  }
}

/** Writes who made the map, once each, with their links and nothing else of their HTML. */
export function credit(into: HTMLElement, basemap: Basemap | null): void {
  const said = new Set([basemap?.town, basemap?.district].flatMap((archive) => archive?.attribution || []));
  const lines = [...said].map((html) => {
    const line = document.createElement("span");
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
      if (node instanceof HTMLAnchorElement && /^https?:$/.test(node.protocol)) {
        const link = document.createElement("a");
        link.href = node.href;
        link.rel = "noreferrer";
        link.textContent = node.textContent;
        line.append(link);
      } else line.append(node.textContent ?? "");
    }
    return line;
  });
  into.replaceChildren(...lines);
}
