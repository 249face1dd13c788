// The map, after the tap. It chooses who draws, puts the pins up and joins them with the list; the page stays whole when any of it fails.
import type { LonLat } from "../api/directory";
import { basemapOf, credit, type Basemap } from "./basemap";
import { contains, type Box } from "./box";
import { addShowOnMap, choose, someMissing } from "./cards";
import { cellSideAt, gridLines, inWords } from "./grid";
import { markOf, type Sign } from "./pin";
import { Pins } from "./pins";
import { pick } from "./pick";
import { around, inTown, placesOf, type Place } from "./places";
import { wire } from "./tools";
import type { MapView, ViewOptions } from "./view";

/** Degrees of latitude around the places that one may wander off to, and that one sees at first. */
const WANDER = 0.7;
const MARGIN = 0.002;
/** How far one sees around a single place at first. */
const AROUND_ONE = 0.001;
/** From here on there is nothing under the pins but streets, or squares. */
const TOWN_ZOOM = 9;
/** How many places stand on a map on which another is pointed at. */
const MOST_PINS = 200;
const ALL_OF_IT: Box = [-96, 48.5, -90, 51.5];

const root = document.querySelector<HTMLElement>("section.map");
if (root) void open(root);

async function open(root: HTMLElement): Promise<void> {
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  const say = (name: string): string => root.getAttribute(`data-say-${name}`) ?? "";
  const { places: address = "", need = "", site = "", icon = "", worker = "" } = root.dataset;
  const status = part("status");
  try {
    const [{ places, more }, basemap] = await Promise.all([placesOf(address, { need, site }), basemapOf()]);
    const frame = (part("frame") as HTMLTemplateElement).content.cloneNode(true);
    status.before(frame);
    const bounds = places.length ? around(inTown(places), site ? AROUND_ONE : MARGIN) : ALL_OF_IT;
    const limits = places.length ? around(places, WANDER) : ALL_OF_IT;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const lang = document.documentElement.lang.startsWith("fr") ? "fr" : "en";
    const view = await viewOf({ container: part("view"), basemap, bounds, limits, lang, dark: dark.matches, worker, say });
    dark.addEventListener("change", () => void view.setDark(dark.matches));
    part("door").remove();
    document.documentElement.classList.add("mapped");
    status.textContent = more ? say("some") : !site && someMissing(places) ? say("missing") : "";
    credit(part("credit"), basemap);
    drawGrid(view, basemap, part, say);
    wire(root, view, places.length ? around(places, MARGIN) : ALL_OF_IT);
    const sign: Sign = { icon, unsure: say("unsure") };
    if (root.hasAttribute("data-pick")) {
      for (const place of places.slice(0, MOST_PINS)) view.addMarker(markOf(place, sign), place.at);
      pick(root, view, say);
    } else if (site) for (const place of places) view.addMarker(markOf(place, sign), place.at);
    else join(view, places, { ...sign, many: say("many") }, part("here"), say("on"));
    root.tabIndex = -1;
    root.focus({ preventScroll: true });
  } catch {
    for (const one of root.querySelectorAll(".map-skip, .map-tools, .map-view, .map-here, .map-plain, .map-legend, .map-credit, .map-pick, [data-part=take], [data-part=picked]")) one.remove();
    root.querySelector("[data-part=door]")?.remove();
    status.textContent = say("failed");
  }
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

/** Pins and cards lead to each other. */
function join(view: MapView, places: readonly Place[], sign: Sign & { many: string }, here: HTMLElement, on: string): void {
  const pins: Pins = new Pins(view, places, sign, {
    choose,
    here: (found) => {
      here.hidden = !found;
      const lines = (found ?? []).map((place) => {
        const line = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button";
        button.textContent = place.name;
        if (place.lang) button.lang = place.lang;
        button.addEventListener("click", () => {
          pins.mark(place.slug);
          choose(place);
        });
        line.append(button);
        return line;
      });
      here.querySelector("ul")?.replaceChildren(...lines);
      here.querySelector("button")?.focus();
    },
  });
  addShowOnMap(places, on, (place) => {
    view.focus.scrollIntoView({ block: "center" });
    pins.reveal(place);
  });
}

/** Squares of a true size where there is no street map: nowhere in town, or beyond the edge of the one that is installed. */
function drawGrid(view: MapView, basemap: Basemap | null, part: (name: string) => HTMLElement, say: (name: string) => string): void {
  const [note, why, size] = [part("no-streets"), part("why"), part("square")];
  const streets = basemap?.street ? basemap.town : null;
  const draw = (): void => {
    const [west, south, east, north] = view.bounds();
    const middle: LonLat = [(west + east) / 2, (south + north) / 2];
    // Further out the district is drawn, and no squares.
    const inSight = view.zoom() >= TOWN_ZOOM;
    const ended = streets !== null && inSight && !contains(streets.bounds, middle);
    note.hidden = streets !== null && !ended;
    if (ended) why.textContent = say("ended");
    const side = cellSideAt(view.zoom(), middle[1]);
    const [wide, tall] = [(east - west) / 2, (north - south) / 2];
    view.drawGrid(note.hidden ? [] : gridLines([west - wide, south - tall, east + wide, north + tall], side, middle[1]));
    size.textContent = inSight ? say("square").replace("…", inWords(side)) : "";
  };
  view.onMoveEnd(draw);
  draw();
}
