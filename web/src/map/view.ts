// What the pins stand on. MapLibre draws it where the device can, Leaflet where it cannot; nothing else knows which.
import type { LonLat } from "../api/directory";
import type { Basemap } from "./basemap";
import type { Box } from "./box";

/** How a map is to be made. */
export interface ViewOptions {
  /** The empty element to draw in. */
  readonly container: HTMLElement;
  readonly basemap: Basemap | null;
  /** What to show first. */
  readonly bounds: Box;
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
export interface MapView {
  /** What holds the keyboard focus of the map itself. */
  readonly focus: HTMLElement;
  /** The closest one can look. */
  readonly maxZoom: number;
  zoom(): number;
  /** What is in view. */
  bounds(): Box;
  zoomBy(steps: number): void;
  /** Moves the view by so many pixels. */
  panBy(right: number, down: number): void;
  /** Shows all of a box. */
  fit(box: Box): void;
  goTo(place: LonLat, zoom: number): void;
  /** Stands an element on a place by the middle of its foot; gives back how to take it away. */
  addMarker(mark: HTMLElement, place: LonLat): () => void;
  /** Draws the lines of the kilometre grid in place of those before. */
  drawGrid(lines: readonly (readonly LonLat[])[]): void;
  /** Changes between light and dark. */
  setDark(dark: boolean): Promise<void>;
  /** Calls whenever the view came to rest. */
  onMoveEnd(then: () => void): void;
}

/** The closest look with a street map, and without one, where nothing more would be seen. */
export function maxZoomOf(basemap: Basemap | null): number {
  return basemap?.street ? 18 : 16;
}
