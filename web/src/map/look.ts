// How the map looks. The layers are made by `map-style.mjs` when the pages are built; here they get tiles, fonts and a language.
import plain from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2";
import strong from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2";
import syllabics from "@fontsource/noto-sans-canadian-aboriginal/files/noto-sans-canadian-aboriginal-canadian-aboriginal-400-normal.woff2";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Basemap, Archive } from "./basemap";
import { colourOf, LINES, STROKES } from "./view";

/** One look, light or dark. */
export interface Look {
  readonly background: LayerSpecification;
  readonly district: readonly LayerSpecification[];
  readonly town: readonly LayerSpecification[];
}

/** The source of our own lines. */
export const SKETCH = "sketch";

/** Only the look that is wanted is fetched. */
export async function lookOf(dark: boolean): Promise<Look> {
  return (await (dark ? import("look:dark") : import("look:light"))).default;
}

/** A whole MapLibre style. Text is drawn in the browser from font files of ours: no glyphs, no sprites. */
export function styleOf(look: Look, basemap: Basemap | null, lang: string, container: HTMLElement): StyleSpecification {
  const archives = { district: basemap?.district, town: basemap?.town };
  const sources: StyleSpecification["sources"] = { [SKETCH]: { type: "geojson", data: { type: "FeatureCollection", features: [] } } };
  for (const [name, archive] of Object.entries(archives)) {
    if (archive) sources[name] = sourceOf(archive);
  }
  const sketch = LINES.map((kind): LayerSpecification => {
    const { wide, dashes } = STROKES[kind];
    return {
      id: `sketch-${kind}`,
      type: "line",
      source: SKETCH,
      minzoom: 9,
      filter: ["==", ["get", "kind"], kind],
      paint: { "line-color": colourOf(container, kind), "line-width": wide, "line-dasharray": dashes.map((dash) => dash / wide) },
    };
  });
  const layers = [look.background, ...look.district, ...look.town, ...sketch].filter((layer) => !("source" in layer) || layer.source in sources);
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
