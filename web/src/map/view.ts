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

/** Lines of ours over the map: the sides of the water, ways over it, and how far one walks. */
export const LINES = ["shore", "crossing", "ring"] as const;

export interface Line {
  readonly kind: (typeof LINES)[number];
  readonly points: readonly LonLat[];
}

/** How wide each is drawn, and its dashes: all of them are a sketch, and look it. */
export const STROKES: Readonly<Record<Line["kind"], { readonly wide: number; readonly dashes: readonly [on: number, off: number] }>> = {
  shore: { wide: 2.5, dashes: [4, 5] },
  crossing: { wide: 4, dashes: [8, 3] },
  ring: { wide: 1.5, dashes: [2, 4] },
};

/** The colour of a line, light or dark: the page's styles say it for both ways of drawing. */
export function colourOf(container: HTMLElement, kind: Line["kind"]): string {
  return getComputedStyle(container).getPropertyValue(`--map-${kind}`).trim() || "#666";
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
  /** Where a place is in view, in pixels from its upper left corner. */
  project(place: LonLat): readonly [x: number, y: number];
  zoomBy(steps: number): void;
  /** Moves the view by so many pixels. */
  panBy(right: number, down: number): void;
  /** Shows all of a box. */
  fit(box: Box): void;
  /** Looks at a place; it comes to stand so many pixels above the middle. */
  goTo(place: LonLat, zoom: number, above?: number): void;
  /** Stands an element on a place, by the middle of its foot or by its own middle; gives back how to take it away. */
  addMarker(mark: HTMLElement, place: LonLat, by?: "bottom" | "center"): () => void;
  /** Draws lines in place of those before. */
  drawLines(lines: readonly Line[]): void;
  /** Changes between light and dark. */
  setDark(dark: boolean): Promise<void>;
  /** Calls whenever the view came to rest. */
  onMoveEnd(then: () => void): void;
}

/** The closest look with a street map, and without one, where nothing more would be seen. */
export function maxZoomOf(basemap: Basemap | null): number {
  return basemap?.street ? 18 : 16;
}
