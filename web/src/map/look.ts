// How the map looks. The layers are made by `map-style.mjs` when the pages are built; here they get tiles, fonts and a language.
import plain from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2";
import strong from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2";
import syllabics from "@fontsource/noto-sans-canadian-aboriginal/files/noto-sans-canadian-aboriginal-canadian-aboriginal-400-normal.woff2";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Basemap, Archive } from "./basemap";

/** One look, light or dark. */
export interface Look {
  readonly background: LayerSpecification;
  readonly district: readonly LayerSpecification[];
  readonly town: readonly LayerSpecification[];
  readonly grid: { readonly line: string; readonly halo: string };
}

/** The source and the layer of the kilometre grid. */
export const GRID = "grid";

/** Only the look that is wanted is fetched. */
export async function lookOf(dark: boolean): Promise<Look> {
  return (await (dark ? import("look:dark") : import("look:light"))).default;
}

/** A whole MapLibre style. Text is drawn in the browser from font files of ours: no glyphs, no sprites. */
export function styleOf(look: Look, basemap: Basemap | null, lang: string): StyleSpecification {
  const archives = { district: basemap?.district, town: basemap?.town };
  const sources: StyleSpecification["sources"] = { [GRID]: { type: "geojson", data: { type: "FeatureCollection", features: [] } } };
  for (const [name, archive] of Object.entries(archives)) {
    if (archive) sources[name] = sourceOf(archive);
  }
  const grid: LayerSpecification = {
    id: GRID,
    type: "line",
    source: GRID,
    paint: { "line-color": look.grid.line, "line-width": 1, "line-opacity": ["interpolate", ["linear"], ["zoom"], 8.5, 0, 9.5, 1] },
  };
  const layers = [look.background, ...look.district, grid, ...look.town].filter((layer) => !("source" in layer) || layer.source in sources);
  return {
    version: 8,
    sources,
    layers: layers.map((layer) => named(layer, lang)),
    "font-faces": {
      Plain: [{ url: plain, "unicode-range": ["U+0-13FF", "U+2000-2FFF"] }, canadian],
      Strong: [{ url: strong, "unicode-range": ["U+0-13FF", "U+2000-2FFF"] }, canadian],
    },
  };
}

/** Canadian Aboriginal Syllabics; fetched only when a name on the map is written in them. */
const canadian = { url: syllabics, "unicode-range": ["U+1400-167F", "U+18B0-18FF"] };

function sourceOf(archive: Archive): StyleSpecification["sources"][string] {
  const { tiles, bounds, minzoom, maxzoom } = archive;
  // The worker has no address to resolve these against.
  return { type: "vector", tiles: tiles.map((path) => location.origin + path), bounds, minzoom, maxzoom };
}

/** The name in the reader's language where the map has one, else the name on the signs there. */
function named(layer: LayerSpecification, lang: string): LayerSpecification {
  if (layer.type !== "symbol" || layer.layout?.["text-field"] !== "name") return layer;
  return { ...layer, layout: { ...layer.layout, "text-field": ["coalesce", ["get", `name:${lang}`], ["get", "name"]] } };
}
