// One pin: a real button, so that fingers, keys and screen readers all find it. Its shape tells the state, as on the list: a full circle is
// open, an empty one closed, a diamond means call first. The sign in it is the need's.
import type { State } from "../api/directory";
import type { Place } from "./places";

const SVG = "http://www.w3.org/2000/svg";

/** Bodies in a box of 44 by 52, the tip at the middle of the foot. */
const BODIES: Readonly<Record<State, string>> = {
  open: "M22 50l-6.5-9.200a18.500 18.500 0 1 1 13 0z",
  closed: "M22 50l-6.500-9.200a18.500 18.500 0 1 1 13 0z",
  unknown: "M22 50L2.500 25 22 3l19.500 22z",
};

/** What a pin shows besides its place. */
export interface Sign {
  /** Address of the need's icon. */
  readonly icon: string;
  /** "Not confirmed". */
  readonly unsure: string;
}

/** A pin to choose. */
export function pinOf(place: Place, sign: Sign): HTMLButtonElement {
  const pin = document.createElement("button");
  pin.type = "button";
  pin.setAttribute("aria-label", labelOf(place, sign));
  if (place.lang) pin.lang = place.lang;
  dress(pin, place, sign);
  return pin;
}

/** A pin that only marks: on a map of one place. */
export function markOf(place: Place, sign: Sign): HTMLElement {
  const mark = document.createElement("div");
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", labelOf(place, sign));
  dress(mark, place, sign);
  return mark;
}

/** A number for places too close together to tell apart. */
export function clusterOf(count: number, words: string): HTMLButtonElement {
  const pin = document.createElement("button");
  pin.type = "button";
  pin.className = "pin many";
  pin.setAttribute("aria-label", words.replace("…", String(count)));
  const number = document.createElement("b");
  number.textContent = String(count);
  pin.append(number);
  return pin;
}

function dress(pin: HTMLElement, place: Place, sign: Sign): void {
  pin.className = `pin ${place.state}`;
  const body = svg("pin-body", "0 0 44 52");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", BODIES[place.state]);
  body.append(path);
  const icon = svg("pin-icon", "0 0 24 24");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", sign.icon);
  icon.append(use);
  const name = document.createElement("span");
  name.className = "pin-name";
  name.textContent = place.name;
  name.setAttribute("aria-hidden", "true");
  pin.append(body, icon, name);
}

function svg(name: string, box: string): SVGSVGElement {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", name);
  made.setAttribute("viewBox", box);
  made.setAttribute("aria-hidden", "true");
  return made;
}

/** "Cedar Circle House. Open now, until 6 pm. Not confirmed." */
function labelOf({ name, sentence, unsure }: Place, sign: Sign): string {
  return [name, sentence, unsure ? sign.unsure : ""].filter(Boolean).map((part) => part.replace(/\.?$/, ".")).join(" ");
}
