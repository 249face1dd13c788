// A point chosen on the map: the cross in its middle stands on the place, and a button writes it into a field. So it is done with keys and
// with one finger as well, and nothing is written that nobody asked for.
import type { LonLat } from "../api/directory";
import type { Box } from "./box";
import type { MapView } from "./view";

/** Nearer than this one sees the street a place stands in; from farther away the middle of the map means nothing. */
const CLOSE = 14;

/** The middle of what is in view, as a map shows it: parallels lie the farther apart the farther north they are. */
export function middleOf([west, south, east, north]: Box): LonLat {
  const up = (lat: number): number => Math.asinh(Math.tan((lat * Math.PI) / 180));
  const middle = Math.atan(Math.sinh((up(south) + up(north)) / 2));
  return [(west + east) / 2, (middle * 180) / Math.PI];
}

/** "49.76955, -94.48821" as a point. */
export function pointIn(text: string): LonLat | null {
  const [lat = NaN, lon = NaN] = text.split(",").map((part) => Number.parseFloat(part));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

export function pick(root: HTMLElement, view: MapView, say: (name: string) => string): void {
  const field = root.parentElement?.querySelector("input");
  const status = root.querySelector<HTMLElement>("[data-part=picked]");
  if (!field || !status) throw new Error("no field to write in");
  const point = pointIn(field.value);
  if (point) view.goTo(point, CLOSE + 1);
  root.querySelector("[data-part=take]")?.addEventListener("click", () => {
    if (view.zoom() < CLOSE) {
      status.textContent = say("closer");
      return;
    }
    const [lon, lat] = middleOf(view.bounds());
    field.value = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    status.textContent = say("taken").replace("…", field.value);
  });
}
