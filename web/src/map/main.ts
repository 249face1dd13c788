// The map, after the tap, or by itself on its own page. It chooses who draws, puts the pins up and joins them with the list; the page stays
// whole when any of it fails.
import type { LonLat } from "../api/directory";
import { placeOf } from "../components/near/distance";
import { basemapOf, credit, type Basemap } from "./basemap";
import { contains, type Box } from "./box";
import { number, someMissing } from "./cards";
import { join } from "./join";
import { layOut } from "./labels";
import { markOf, type Sign } from "./pin";
import { pick } from "./pick";
import { around, inTown, placesOf, type Place } from "./places";
import { keep } from "./scale";
import { groundOf, Sketch } from "./sketch";
import { wire } from "./tools";
import type { MapView, ViewOptions } from "./view";

/** Degrees of latitude around the places that one may wander off to, and that one sees at first. */
const WANDER = 0.7;
const MARGIN = 0.002;
/** How far one sees around a single place at first. */
const AROUND_ONE = 0.001;
/** The same where there are no streets, and one finds one's way by what lies further off. */
const AROUND_ONE_IN_A_SKETCH = 0.006;
/** How far one sees around places that are all in other towns: to the lakes and towns that one knows. */
const FAR = 0.3;
/** From here on there is nothing under the pins but streets, or a sketch. */
const TOWN_ZOOM = 9;
/** How many places stand on a map on which another is pointed at. */
const MOST_PINS = 200;
const ALL_OF_IT: Box = [-96, 48.5, -90, 51.5];

const root = document.querySelector<HTMLElement>("section.map");
if (root) void open(root);

async function open(root: HTMLElement): Promise<void> {
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  const say = (name: string): string => root.getAttribute(`data-say-${name}`) ?? "";
  const { places: address = "", ground: sketched = "", centre = "", need = "", site = "", icon = "", worker = "" } = root.dataset;
  const status = part("status");
  try {
    const [{ places, more }, basemap] = await Promise.all([placesOf(address, { need, site }), basemapOf()]);
    const streets = basemap?.street ? basemap.town : null;
    const ground = streets || !sketched ? null : await groundOf(sketched);
    status.before((part("frame") as HTMLTemplateElement).content.cloneNode(true));
    const one = ground ? AROUND_ONE_IN_A_SKETCH : AROUND_ONE;
    const middle = placeOf(centre) ?? places[0]?.at ?? [0, 0];
    const near = site ? places : inTown(places, middle);
    const whole = near.length ? around(near, site ? one : MARGIN) : places.length ? around(places, FAR) : ALL_OF_IT;
    const limits = places.length ? around(places, WANDER) : ALL_OF_IT;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const lang = document.documentElement.lang.startsWith("fr") ? "fr" : "en";
    const view = await viewOf({ container: part("view"), basemap, bounds: whole, limits, lang, dark: dark.matches, worker, say });
    dark.addEventListener("change", () => void view.setDark(dark.matches));
    part("door").remove();
    document.documentElement.classList.add("mapped");
    if (ground) root.classList.add("sketched");
    status.textContent = more ? say("some") : !site && someMissing(places) ? say("missing") : "";
    credit(part("credit"), basemap);
    tellOfStreets(view, streets, part("no-streets"), say);
    const bar = part("scale");
    if (bar) keep(bar, view);
    const numbers = site || root.hasAttribute("data-pick") ? new Map<string, number>() : number(places);
    const sign: Sign = { icon, unsure: say("unsure"), numbers };
    const sketch = ground && new Sketch(view, ground, say("minutes"), () => names());
    const fixed = (): Place[] => (site ? [...places] : []);
    const marks = fixed().map((place) => standing(view, place, sign));
    const pins = site || root.hasAttribute("data-pick") ? null : join(root, view, places, { ...sign, many: say("many"), some: say("many-some"), none: say("many-none") }, sketch, say);
    const besides = [...root.querySelectorAll<HTMLElement>(".map-tools, .map-foot, [data-part=chosen]")];
    function names(): void {
      if (!sketch) return;
      const isNear = view.zoom() >= TOWN_ZOOM;
      if (!isNear) sketch.rest();
      layOut(view, pins?.marks() ?? marks, isNear ? sketch.named() : [], besides);
    }
    view.onMoveEnd(names);
    pins?.onChange(names);
    names();
    if (site && sketch && places[0]) sketch.around(places[0].at);
    wire(root, view, whole, (at) => {
      sketch?.around(at);
      names();
    });
    if (root.hasAttribute("data-pick")) {
      for (const place of places.slice(0, MOST_PINS)) standing(view, place, sign);
      pick(root, view, say);
    }
    // Who asked for it goes on from it; a map that opened by itself takes nobody's place.
    if (root.hasAttribute("data-asked")) {
      root.tabIndex = -1;
      root.focus({ preventScroll: true });
    }
  } catch {
    for (const one of root.querySelectorAll(".map-skip, .map-frame, .map-tools, .map-view, .map-here, .map-plain, .map-filter, .map-credit, .map-pick, [data-part=take], [data-part=picked]")) one.remove();
    root.querySelector("[data-part=door]")?.remove();
    status.textContent = say("failed");
  }
}

/** A mark that is no button. */
function standing(view: MapView, place: Place, sign: Sign): { at: LonLat; mark: HTMLElement; name: HTMLElement | null } {
  const mark = markOf(place, sign);
  view.addMarker(mark, place.at);
  return { at: place.at, mark, name: null };
}

/** MapLibre where the device can run it, Leaflet where it cannot. Asked first, so that nobody pays for what cannot run. */
async function viewOf(options: ViewOptions): Promise<MapView> {
  if (canRunMapLibre()) {
    try {
      return await (await import("./maplibre")).start(options);
    } catch {
      options.container.replaceChildren();
    }
  }
  return (await import("./leaflet")).start(options);
}

/** It draws with WebGL 2, and of what it takes from the language `Object.hasOwn` came last: Chrome 93, Firefox 92, Safari 15.4. */
function canRunMapLibre(): boolean {
  return "hasOwn" in Object && document.createElement("canvas").getContext("webgl2") !== null;
}

/** Says that there are no streets: nowhere in town, or beyond the edge of the map that is installed. */
function tellOfStreets(view: MapView, streets: Basemap["town"], note: HTMLElement, say: (name: string) => string): void {
  if (!streets) {
    note.hidden = false;
    return;
  }
  const draw = (): void => {
    const [west, south, east, north] = view.bounds();
    const middle: LonLat = [(west + east) / 2, (south + north) / 2];
    note.hidden = view.zoom() < TOWN_ZOOM || contains(streets.bounds, middle);
    if (!note.hidden) note.textContent = say("ended");
  };
  view.onMoveEnd(draw);
  draw();
}
