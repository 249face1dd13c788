// What the pins stand on. MapLibre draws it where the device can, Leaflet where it cannot; nothing else knows which.
import type { LonLat } from "../components/near/distance";
import type { Basemap } from "./basemap";

/** West, south, east, north in degrees. */
export type Box = [west: number, south: number, east: number, north: number];

/** How a ground is to be made. */
export interface Wanted {
  /** The empty element to draw in. */
  readonly box: HTMLElement;
  readonly basemap: Basemap | null;
  /** What to show first. */
  readonly view: Box;
  /** What one cannot leave. */
  readonly limits: Box;
  /** `en` or `fr`. */
  readonly lang: string;
  readonly dark: boolean;
  /** Address of the second thread's script. */
  readonly worker: string;
  /** Words the server wrote, by name. */
  readonly say: (name: string) => string;
}

/** A map that is drawn. Zooms are MapLibre's: at 0 the world is 512 pixels wide. */
export interface Ground {
  /** What holds the keyboard focus of the map itself. */
  readonly focus: HTMLElement;
  /** The closest one can look. */
  readonly closest: number;
  zoom(): number;
  /** What is in view. */
  view(): Box;
  zoomBy(steps: number): void;
  /** Moves the view by so many pixels. */
  panBy(right: number, down: number): void;
  /** Shows all of a box. */
  show(view: Box): void;
  goTo(place: LonLat, zoom: number): void;
  /** Stands an element on a place by the middle of its foot; gives back how to take it away. */
  stand(mark: HTMLElement, place: LonLat): () => void;
  /** Draws the lines of the kilometre grid in place of those before. */
  draw(lines: readonly (readonly LonLat[])[]): void;
  /** Changes between light and dark. */
  light(dark: boolean): Promise<void>;
  /** Calls whenever the view came to rest. */
  onRest(then: () => void): void;
}

/** The closest look with a street map, and without one, where nothing more would be seen. */
export function closestOf(basemap: Basemap | null): number {
  return basemap?.street ? 18 : 16;
}
