// The bar that says how long a stretch of the map is on the ground.
import type { MapView } from "./view";

const EQUATOR_M = 40_075_017;
const LONGEST_PX = 96;

/** The longest round length (1, 2 or 5 and noughts) that fits, in metres and in pixels; zooms are MapLibre's. */
export function barAt(zoom: number, lat: number): { readonly metres: number; readonly pixels: number } {
  const ofAPixel = (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
  const most = ofAPixel * LONGEST_PX;
  const tens = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((one) => one * tens).find((one) => one <= most) ?? tens;
  return { metres, pixels: Math.round(metres / ofAPixel) };
}

/** "1 km", "100 m". */
export function inWords(metres: number): string {
  return metres < 1_000 ? `${metres}\u00a0m` : `${metres / 1_000}\u00a0km`;
}

/** Keeps a bar true to what is in view. */
export function keep(bar: HTMLElement, view: MapView): void {
  const draw = (): void => {
    const [, south, , north] = view.bounds();
    const { metres, pixels } = barAt(view.zoom(), (south + north) / 2);
    bar.textContent = inWords(metres);
    bar.style.width = `${pixels}px`;
  };
  view.onMoveEnd(draw);
  draw();
}
