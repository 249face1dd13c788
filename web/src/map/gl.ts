// The ground as MapLibre draws it. Throws where there is no WebGL 2.
import { GeoJSONSource, Map as GlMap, Marker, setWorkerUrl } from "maplibre-gl";
import { closestOf, type Box, type Ground, type Wanted } from "./ground";
import { SQUARES, lookOf, styleOf } from "./look";

export async function start(wanted: Wanted): Promise<Ground> {
  const { box, basemap, lang, say } = wanted;
  setWorkerUrl(wanted.worker);
  const style = styleOf(await lookOf(wanted.dark), basemap, lang);
  const closest = closestOf(basemap);
  const map = new GlMap({
    container: box,
    style,
    bounds: wanted.view,
    fitBoundsOptions: FIT,
    maxBounds: wanted.limits,
    maxZoom: closest,
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
  const squares = (): void => void map.getSource<GeoJSONSource>(SQUARES)?.setData({ type: "FeatureCollection", features: lines });
  return {
    focus: map.getCanvas(),
    closest,
    zoom: () => map.getZoom(),
    view: () => map.getBounds().toArray().flat() as unknown as Box,
    zoomBy: (steps) => {
      // Quick presses add up, though the first is still under way.
      aim = Math.min(closest, Math.max(map.getMinZoom(), (map.isZooming() ? aim : map.getZoom()) + steps));
      map.easeTo({ zoom: aim });
    },
    panBy: (right, down) => void map.panBy([right, down]),
    show: (view) => {
      aim = map.cameraForBounds(view, FIT)?.zoom ?? aim;
      map.fitBounds(view, FIT);
    },
    goTo: ([lon, lat], zoom) => {
      aim = zoom;
      map.easeTo({ center: [lon, lat], zoom });
    },
    stand: (mark, [lon, lat]) => {
      const marker = new Marker({ element: mark, anchor: "bottom" }).setLngLat([lon, lat]).addTo(map);
      return () => void marker.remove();
    },
    draw: (next) => {
      lines = next.map((line) => ({
        type: "Feature",
        properties: {},
        geometry: { type: "LineString", coordinates: line.map(([lon, lat]) => [lon, lat]) },
      }));
      squares();
    },
    light: async (dark) => {
      map.setStyle(styleOf(await lookOf(dark), basemap, lang));
      map.once("styledata", squares);
    },
    onRest: (then) => void map.on("moveend", then),
  };
}

const FIT = { padding: { top: 64, bottom: 28, left: 36, right: 36 }, maxZoom: 15 } as const;
