// The pins on the map: those in view, with close ones gathered into a number.
import Supercluster from "supercluster";
import type { LonLat } from "../api/directory";
import type { Named } from "./labels";
import { clusterOf, pinOf, type Many, type Sign } from "./pin";
import type { Place } from "./places";
import type { MapView } from "./view";

/** Closer than this, two pins could not both be tapped. */
const APART_PX = 48;

interface Standing {
  readonly mark: HTMLElement;
  readonly at: LonLat;
  readonly places: readonly Place[];
  readonly remove: () => void;
}

/** What a pin is asked to do. */
export interface Acts {
  /** A place was chosen. */
  choose(place: Place): void;
  /** These are at one spot; `null` when the spot is left. */
  here(places: readonly Place[] | null): void;
}

export class Pins {
  private index!: Supercluster<{ place: Place }>;
  private standing = new Map<string, Standing>();
  private chosen: string | null = null;
  /** Takes the focus as soon as it stands. */
  private awaited: string | null = null;

  constructor(
    private readonly view: MapView,
    places: readonly Place[],
    private readonly sign: Sign & Many,
    private readonly acts: Acts,
  ) {
    view.onMoveEnd(() => this.stand());
    this.show(places);
  }

  /** Puts these up in place of those before. */
  show(places: readonly Place[]): void {
    for (const { remove } of this.standing.values()) remove();
    this.standing.clear();
    this.index = new Supercluster({ radius: APART_PX, extent: 512, maxZoom: this.view.maxZoom });
    this.index.load(
      places.map((place) => ({ type: "Feature", geometry: { type: "Point", coordinates: [...place.at] }, properties: { place } })),
    );
    this.stand();
  }

  /** The marks as they stand, for names beside them: single places by their numbers, and numbers of many without a name. */
  marks(): Named[] {
    const order = ({ places }: Standing): number => (places.length > 1 ? -1 : (this.sign.numbers.get(places[0]!.slug) ?? Infinity));
    const named = [...this.standing.values()].sort((a, b) => order(a) - order(b));
    return named.map(({ mark, at, places }) => ({ at, mark, name: places.length > 1 ? null : mark.querySelector<HTMLElement>(".pin-name") }));
  }

  /** Shows a place from close enough to stand alone where that is possible, and moves the focus to its pin. */
  reveal(place: Place): void {
    this.mark(place.slug);
    this.awaited = place.slug;
    this.view.goTo(place.at, Math.max(this.view.zoom(), Math.min(15, this.view.maxZoom)));
    // A view that is there already does not come to rest again.
    this.focusAwaited();
  }

  /** Moves the focus to the pin of a place, when it stands. */
  focus(slug: string): void {
    this.awaited = slug;
    this.focusAwaited();
    this.awaited = null;
  }

  /** Sets the chosen pin off from the others. */
  mark(slug: string | null): void {
    this.chosen = slug;
    for (const { mark, places } of this.standing.values()) {
      const isIt = places.some((place) => place.slug === slug);
      mark.classList.toggle("chosen", isIt);
    }
  }

  private stand(): void {
    const zoom = Math.round(this.view.zoom());
    const [west, south, east, north] = this.view.bounds();
    const [wide, high] = [(east - west) / 4, (north - south) / 4];
    const found = this.index.getClusters([west - wide, south - high, east + wide, north + high], zoom);
    const next = new Map<string, Standing>();
    const held = this.focused();
    // North to south, so that Tab goes down the map as the eye does.
    found.sort((a, b) => b.geometry.coordinates[1]! - a.geometry.coordinates[1]!);
    for (const one of found) {
      const at = one.geometry.coordinates as unknown as LonLat;
      const { properties } = one;
      const many = "cluster" in properties;
      const places = many ? this.index.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.place) : [properties.place];
      const key = places.map(({ slug }) => slug).sort().join(" ");
      const known = this.standing.get(key);
      if (known) {
        next.set(key, known);
        continue;
      }
      const mark = many ? this.cluster(properties.cluster_id, places, at) : this.pin(places[0]!);
      next.set(key, { mark, at, places, remove: this.view.addMarker(mark, at) });
    }
    for (const [key, { remove }] of this.standing) if (!next.has(key)) remove();
    this.standing = next;
    // A single pin has room for its name, which says where one is when nothing else is drawn.
    for (const { mark } of next.values()) mark.classList.toggle("alone", next.size === 1);
    if (this.chosen) this.mark(this.chosen);
    if (held && !this.focused()) this.awaited ??= held;
    this.focusAwaited();
  }

  private pin(place: Place): HTMLElement {
    const mark = pinOf(place, this.sign);
    mark.addEventListener("click", () => {
      this.mark(place.slug);
      this.acts.here(null);
      this.acts.choose(place);
    });
    return mark;
  }

  private cluster(id: number, places: readonly Place[], at: LonLat): HTMLElement {
    const mark = clusterOf(places, this.sign);
    mark.addEventListener("click", () => {
      const zoom = this.index.getClusterExpansionZoom(id);
      // No zoom tells apart what is at one spot: then it is a list.
      if (zoom > this.view.maxZoom) return this.acts.here(places);
      this.awaited = places[0]!.slug;
      this.view.goTo(at, zoom);
    });
    return mark;
  }

  /** The place whose pin, or the first of whose number, has the focus. */
  private focused(): string | null {
    const standing = [...this.standing.values()].find(({ mark }) => mark === document.activeElement);
    return standing?.places[0]?.slug ?? null;
  }

  private focusAwaited(): void {
    const standing = [...this.standing.values()].find(({ places }) => places.some(({ slug }) => slug === this.awaited));
    if (!standing?.mark.isConnected) return;
    standing.mark.focus({ preventScroll: true });
    this.awaited = null;
  }
}
