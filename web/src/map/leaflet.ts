// The map as Leaflet and protomaps-leaflet draw it on an ordinary canvas: for devices without WebGL 2.
import * as L from "leaflet";
import { namedFlavor } from "@protomaps/basemaps";
import { labelRules, leafletLayer, paintRules, type LabelRule, type PaintRule } from "protomaps-leaflet";
import type { Basemap } from "./basemap";
import type { Box } from "./box";
import darkColours from "./style/dark.json";
import lightColours from "./style/light.json";
import { colourOf, maxZoomOf, STROKES, type Line, type MapView, type ViewOptions } from "./view";

/** Leaflet counts from a world of 256 pixels. */
const DEEPER = 1;
/** Leaflet zoom at which the district ends and the streets begin. */
const STREETS = 10;

/** Every street is drawn in one colour here, without an edge, so that pale ones would be lost on pale land. */
const STREET = "#998450";

export async function start(options: ViewOptions): Promise<MapView> {
  // protomaps-leaflet looks for Leaflet there.
  Object.assign(globalThis, { L });
  const { container, basemap, lang, say } = options;
  if (!document.createElement("canvas").getContext("2d")) throw new Error("no canvas to draw on");
  const maxZoom = maxZoomOf(basemap);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(container, {
    attributionControl: false,
    zoomControl: false,
    preferCanvas: true,
    maxZoom: maxZoom + DEEPER,
    minZoom: 5,
    maxBounds: bounds(options.limits),
    maxBoundsViscosity: 1,
    // One finger scrolls the page, two zoom; with a mouse one drags.
    dragging: !L.Browser.mobile,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  map.fitBounds(bounds(options.bounds), { ...FIT, animate: false });
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", say("canvas"));
  let tiles = layer(basemap, lang, options.dark);
  tiles?.addTo(map);
  const sketch = L.layerGroup().addTo(map);
  // While Leaflet zooms it lets every other wish to move drop, so that quick presses would be lost: they wait, and are done in one go.
  let zooming = false;
  const waiting: ((how: L.ZoomPanOptions) => void)[] = [];
  const move = (to: (how: L.ZoomPanOptions) => void): void => void (zooming ? waiting.push(to) : to({ animate: !still }));
  const zoomTo = (wished: number, how: L.ZoomPanOptions, place = map.getCenter()): void => {
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), wished));
    map.setView(place, zoom, how);
    zooming = map.getZoom() !== zoom;
  };
  map.on("zoomend", () => {
    zooming = false;
    for (const to of waiting.splice(0)) to({ animate: false });
  });
  let sketched: readonly Line[] = [];
  const made: MapView = {
    focus: container,
    maxZoom,
    zoom: () => map.getZoom() - DEEPER,
    bounds: () => {
      const seen = map.getBounds();
      return [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
    },
    project: ([lon, lat]) => {
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      return [x, y];
    },
    zoomBy: (steps) => move((how) => zoomTo(map.getZoom() + steps, how)),
    panBy: (right, down) => move((how) => map.panBy([right, down], how)),
    fit: (box) => move((how) => map.fitBounds(bounds(box), { ...FIT, ...how })),
    goTo: ([lon, lat], zoom, above = 0) => {
      const at = Math.ceil(zoom) + DEEPER;
      const middle = map.unproject(map.project([lat, lon], at).add([0, above]), at);
      move((how) => zoomTo(at, how, middle));
    },
    addMarker: (mark, [lon, lat], by = "bottom") => {
      // The button itself takes taps and keys; Leaflet only keeps it in its place.
      const icon = L.divIcon({ html: mark, className: `map-stand by-${by}`, iconSize: [0, 0] });
      const marker = L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(map);
      L.DomEvent.disableClickPropagation(mark);
      return () => void marker.remove();
    },
    drawLines: (lines) => {
      sketched = lines;
      sketch.clearLayers();
      for (const { kind, points } of lines) {
        const { wide, dashes } = STROKES[kind];
        const line = points.map(([lon, lat]): L.LatLngTuple => [lat, lon]);
        const look = { color: colourOf(container, kind), weight: wide, dashArray: [...dashes], interactive: false };
        L.polyline(line, look).addTo(sketch);
      }
    },
    setDark: async (dark) => {
      tiles?.remove();
      tiles = layer(basemap, lang, dark)?.addTo(map);
      made.drawLines(sketched);
    },
    onMoveEnd: (then) => void map.on("moveend", then),
  };
  return made;
}

const FIT = { paddingTopLeft: [36, 64], paddingBottomRight: [36, 28], maxZoom: 15 + DEEPER } satisfies L.FitBoundsOptions;

function bounds([west, south, east, north]: Box): L.LatLngBoundsLiteral {
  return [
    [south, west],
    [north, east],
  ];
}

/** The tiles, in the same colours as MapLibre's. */
function layer(basemap: Basemap | null, lang: string, dark: boolean): L.GridLayer | undefined {
  if (!basemap) return undefined;
  const flavor = { ...namedFlavor(dark ? "dark" : "light"), ...(dark ? darkColours : { ...lightColours, major: STREET }) };
  const between = <Rule extends PaintRule | LabelRule>(rules: Rule[], dataSource: string, minzoom: number, maxzoom: number): Rule[] =>
    rules
      .map((rule) => ({ ...rule, dataSource, minzoom: Math.max(rule.minzoom ?? 0, minzoom), maxzoom: Math.min(rule.maxzoom ?? 99, maxzoom) }))
      .filter((rule) => rule.minzoom <= rule.maxzoom);
  const sources: Record<string, { url: string; maxDataZoom: number }> = {};
  const paints: PaintRule[] = [];
  const labels: LabelRule[] = [];
  for (const [name, archive, from, to] of [["district", basemap.district, 0, STREETS - 1], ["town", basemap.town, STREETS, 99]] as const) {
    if (!archive) continue;
    sources[name] = { url: archive.tiles[0]!, maxDataZoom: archive.maxzoom };
    paints.push(...between(paintRules(flavor), name, from, to));
    labels.push(...between(labelRules(flavor, lang), name, from, to));
  }
  return leafletLayer({
    sources,
    paintRules: paints,
    labelRules: labels,
    backgroundColor: flavor.background,
    attribution: "",
    lang,
  }) as unknown as L.GridLayer;
}
