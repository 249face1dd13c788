// The looks of the map, made when the pages are built: Protomaps' layers in our colours, without icons and with a plain choice of names.
import { readFileSync } from "node:fs";
import { layers, namedFlavor } from "@protomaps/basemaps";

/** What the district's archive draws. It holds no roads, and what it knows of shores is too coarse for a street. */
const DISTRICT = ["earth", "water", "boundaries", "places"];
/** Zooms between which the district fades away; names go last, for a point misleads nobody. */
const FADES = [8.5, 9.5];
const NAMES_END = 10.5;
/** Sizes of the names of towns and villages, by zoom: readable on a small screen, and larger for larger ones. */
const larger = (size) => ["case", [">=", ["coalesce", ["get", "population_rank"], 0], 8], size + 3, size];
const TOWN_NAMES = ["interpolate", ["linear"], ["zoom"], 5, larger(11), 8, larger(13), 14, larger(16)];
/** Where the streets begin to be drawn, and where there is nothing else in view. */
const STREETS = 8;
const STREETS_FILL_THE_VIEW = 12.8;

/** The layers of one look: `background`, `district` and `town`. Symbols have `name` where the page puts the reader's language. */
export function looks(scheme) {
  const own = JSON.parse(readFileSync(new URL(`src/map/style/${scheme}.json`, import.meta.url), "utf8"));
  const flavor = { ...namedFlavor(scheme), ...own };
  const all = layers("town", flavor, { lang: "en" }).filter(isDrawn).map(plain).map((layer) => ours(layer, flavor));
  const [background] = all;
  const rest = all.slice(1);
  return {
    background,
    district: rest.filter((layer) => DISTRICT.includes(layer["source-layer"])).map(faded),
    town: rest.map((layer) => ({ ...layer, minzoom: Math.max(STREETS, layer.minzoom ?? 0) })),
  };
}

/** Shops, arrows and road numbers are drawn with icons we do not ship. */
function isDrawn({ id }) {
  return !["pois", "roads_oneway", "roads_shields"].includes(id);
}

/** Two weights of one typeface, no icon, and a name that is chosen when it is shown. */
function plain(layer) {
  if (layer.type !== "symbol") return layer;
  const layout = Object.fromEntries(Object.entries(layer.layout).filter(([name]) => !name.startsWith("icon-")));
  const strong = layer["source-layer"] === "places";
  const isName = layer["source-layer"] !== "buildings";
  return {
    ...layer,
    layout: { ...layout, "text-font": [strong ? "Strong" : "Plain"], ...(isName && { "text-field": "name" }) },
  };
}

/** What reads too weakly on an old screen in the sun: names a size larger, and halos to stand on. */
function ours(layer, flavor) {
  const { id } = layer;
  if (layer.type === "symbol") {
    const paint = { ...layer.paint, "text-halo-width": 1.6 };
    if (id.startsWith("water_")) paint["text-halo-color"] = flavor.water;
    if (id === "places_country") paint["text-halo-color"] = flavor.earth;
    const layout = { ...layer.layout };
    if (layout["text-size"] === 12) layout["text-size"] = 13;
    if (id === "places_locality") layout["text-size"] = TOWN_NAMES;
    // Who looks at streets knows which town it is, and the name would stand under the pins.
    return { ...layer, layout, paint, ...(id === "places_locality" && { maxzoom: STREETS_FILL_THE_VIEW }) };
  }
  if (id.startsWith("boundaries")) return { ...layer, paint: { ...layer.paint, "line-width": id === "boundaries" ? 1 : 1.6 } };
  if (id === "buildings") return { ...layer, paint: { ...layer.paint, "fill-opacity": 0.8 } };
  if (id === "roads_rail") return { ...layer, paint: { ...layer.paint, "line-opacity": 0.8 } };
  return layer;
}

/** A layer of the district, which is gone before anyone could take it for a street map. */
function faded(layer) {
  const [from, to] = FADES;
  const opacity = layer.type === "fill" ? "fill-opacity" : layer.type === "line" ? "line-opacity" : "text-opacity";
  const [start, end] = layer.type === "symbol" ? [NAMES_END - 1, NAMES_END] : [from, to];
  return {
    ...layer,
    id: `district_${layer.id}`,
    source: "district",
    minzoom: Math.min(layer.minzoom ?? 0, 6),
    maxzoom: end,
    paint: { ...layer.paint, [opacity]: ["interpolate", ["linear"], ["zoom"], start, 1, end, 0] },
  };
}
