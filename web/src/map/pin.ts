// One pin: a real button, so that fingers, keys and screen readers all find it. Its shape tells the state, as on the list: a full circle is
// open, an empty one closed, a diamond means call first. In it stands the number of its card, or the need's sign where there is no card.
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
  /** Slug -> the number of its card. */
  readonly numbers: ReadonlyMap<string, number>;
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

/** Words of a number for places too close together to tell apart. */
export interface Many {
  /** "… places close together. Zoom in." */
  readonly many: string;
  /** "… open now." */
  readonly some: string;
  /** "None of them is open now." */
  readonly none: string;
}

/** A number for places too close together to tell apart: filled when one of them is open. */
export function clusterOf(places: readonly Place[], words: Many): HTMLButtonElement {
  const open = places.filter(({ state }) => state === "open").length;
  const pin = document.createElement("button");
  pin.type = "button";
  pin.className = `pin many${open ? " some-open" : ""}`;
  const told = open ? words.some.replace("…", String(open)) : words.none;
  pin.setAttribute("aria-label", `${words.many.replace("…", String(places.length))} ${told}`);
  pin.title = told;
  const number = document.createElement("b");
  number.textContent = `×${places.length}`;
  pin.append(number);
  return pin;
}

function dress(pin: HTMLElement, place: Place, sign: Sign): void {
  pin.className = `pin ${place.state}`;
  const body = svg("pin-body", "0 0 44 52");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", BODIES[place.state]);
  body.append(path);
  const number = sign.numbers.get(place.slug);
  const inside = number === undefined ? iconOf(sign.icon) : numberOf(number);
  const name = document.createElement("span");
  name.className = "pin-name";
  name.textContent = place.name;
  name.setAttribute("aria-hidden", "true");
  pin.append(body, inside, name);
}

function iconOf(address: string): SVGSVGElement {
  const icon = svg("pin-icon", "0 0 24 24");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", address);
  icon.append(use);
  return icon;
}

function numberOf(number: number): HTMLElement {
  const made = document.createElement("b");
  made.className = "pin-number";
  made.textContent = String(number);
  return made;
}

function svg(name: string, box: string): SVGSVGElement {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", name);
  made.setAttribute("viewBox", box);
  made.setAttribute("aria-hidden", "true");
  return made;
}

/** "3. Cedar Circle House. Open now, until 6 pm. Not confirmed." */
function labelOf({ slug, name, sentence, unsure }: Place, sign: Sign): string {
  return [sign.numbers.get(slug)?.toString() ?? "", name, sentence, unsure ? sign.unsure : ""].filter(Boolean).map((part) => part.replace(/\.?$/, ".")).join(" ");
}
