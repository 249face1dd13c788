// The map as MapLibre draws it. Throws where there is no WebGL 2.
import { GeoJSONSource, Map as GlMap, Marker, setWorkerUrl } from "maplibre-gl";
import type { Box } from "./box";
import { lookOf, SKETCH, styleOf } from "./look";
import { maxZoomOf, type MapView, type ViewOptions } from "./view";

export async function start(options: ViewOptions): Promise<MapView> {
  const { container, basemap, lang, say } = options;
  setWorkerUrl(options.worker);
  const style = styleOf(await lookOf(options.dark), basemap, lang, container);
  const maxZoom = maxZoomOf(basemap);
  const map = new GlMap({
    container,
    style,
    bounds: options.bounds,
    fitBoundsOptions: FIT,
    maxBounds: options.limits,
    maxZoom,
    minZoom: 4,
    attributionControl: false,
    // One finger scrolls the page, two move the map.
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    locale: {
      "Map.Title": say("canvas"),
      "CooperativeGesturesHandler.MobileHelpText": say("touch"),
      "CooperativeGesturesHandler.WindowsHelpText": say("wheel"),
      "CooperativeGesturesHandler.MacHelpText": say("wheel-mac"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  // A tile that does not come leaves its place empty; the pins and the list do not need it.
  map.on("error", () => {});
  await new Promise<void>((done) => void map.once("load", () => done()));
  let aim = map.getZoom();
  let lines: GeoJSON.Feature[] = [];
  const redraw = (): void => void map.getSource<GeoJSONSource>(SKETCH)?.setData({ type: "FeatureCollection", features: lines });
  return {
    focus: map.getCanvas(),
    maxZoom,
    zoom: () => map.getZoom(),
    bounds: () => map.getBounds().toArray().flat() as unknown as Box,
    project: ([lon, lat]) => {
      const { x, y } = map.project([lon, lat]);
      return [x, y];
    },
    zoomBy: (steps) => {
      // Quick presses add up, though the first is still under way.
      aim = Math.min(maxZoom, Math.max(map.getMinZoom(), (map.isZooming() ? aim : map.getZoom()) + steps));
      map.easeTo({ zoom: aim });
    },
    panBy: (right, down) => void map.panBy([right, down]),
    fit: (box) => {
      aim = map.cameraForBounds(box, FIT)?.zoom ?? aim;
      map.fitBounds(box, FIT);
    },
    goTo: ([lon, lat], zoom, above = 0) => {
      aim = zoom;
      map.easeTo({ center: [lon, lat], zoom, offset: [0, -above] });
    },
    addMarker: (mark, [lon, lat], by = "bottom") => {
      const marker = new Marker({ element: mark, anchor: by }).setLngLat([lon, lat]).addTo(map);
      return () => void marker.remove();
    },
    drawLines: (next) => {
      lines = next.map(({ kind, points }) => ({
        type: "Feature",
        properties: { kind },
        geometry: { type: "LineString", coordinates: points.map(([lon, lat]) => [lon, lat]) },
      }));
      redraw();
    },
    setDark: async (dark) => {
      map.setStyle(styleOf(await lookOf(dark), basemap, lang, container));
      map.once("styledata", redraw);
    },
    onMoveEnd: (then) => void map.on("moveend", then),
  };
}

const FIT = { padding: { top: 64, bottom: 28, left: 36, right: 36 }, maxZoom: 15 } as const;
