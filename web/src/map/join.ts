// Pins, cards, legend and the chosen place, joined: each leads to the others.
import { addShowOnMap, pickCard } from "./cards";
import { Chosen } from "./chosen";
import { wireLegend } from "./legend";
import type { Named } from "./labels";
import type { Many, Sign } from "./pin";
import { Pins } from "./pins";
import type { Place } from "./places";
import type { Sketch } from "./sketch";
import type { MapView } from "./view";

/** What an address says after `#` of the place that is chosen: its slug, never where somebody is. */
const HASH = "#place=";

/** The pins as the map knows them. */
export interface Joined {
  marks(): Named[];
  /** Calls whenever other pins stand. */
  onChange(then: () => void): void;
}

export function join(root: HTMLElement, view: MapView, places: readonly Place[], sign: Sign & Many, sketch: Sketch | null, say: (name: string) => string): Joined {
  const part = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-part=${name}]`);
  const here = part("here");
  const panel = part("chosen");
  let changed = (): void => {};
  const chosen = panel && new Chosen(panel, view, sign.unsure, (was) => {
    settle(null);
    pins.focus(was.slug);
  });

  /** Marks a place as the chosen one everywhere; `null` for none. */
  function settle(place: Place | null): void {
    pins.mark(place?.slug ?? null);
    pickCard(place);
    sketch?.around(place?.at ?? null);
    history.replaceState(history.state, "", place ? HASH + place.slug : location.pathname + location.search);
    changed();
  }

  function choose(place: Place, focus: boolean): void {
    settle(place);
    if (chosen) chosen.open(place, focus);
    else if (focus) location.assign(place.page);
    changed();
  }

  const pins: Pins = new Pins(view, places, sign, {
    choose: (place) => choose(place, true),
    here: (found) => listHere(here, found, (place) => choose(place, true)),
  });
  addShowOnMap(places, say("on"), (place) => {
    view.focus.scrollIntoView({ block: "center" });
    choose(place, false);
    pins.reveal(place);
  });
  wireLegend(root, places, say, (left) => {
    pins.show(left);
    listHere(here, null, () => {});
    changed();
  });
  const named = decodeURIComponent(location.hash.startsWith(HASH) ? location.hash.slice(HASH.length) : "");
  const wanted = places.find(({ slug }) => slug === named);
  if (wanted) {
    choose(wanted, false);
    view.goTo(wanted.at, Math.min(15, view.maxZoom), (panel?.offsetHeight ?? 0) / 2);
  }
  return { marks: () => pins.marks(), onChange: (then) => void (changed = then) };
}

/** The places at one spot, as a list to choose from. */
function listHere(here: HTMLElement | null, found: readonly Place[] | null, choose: (place: Place) => void): void {
  if (!here) return;
  here.hidden = !found;
  const lines = (found ?? []).map((place) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = place.name;
    if (place.lang) button.lang = place.lang;
    button.addEventListener("click", () => choose(place));
    line.append(button);
    return line;
  });
  here.querySelector("ul")?.replaceChildren(...lines);
  here.querySelector("button")?.focus();
}
