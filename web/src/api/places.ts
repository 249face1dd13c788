// What the server's `/map/places.geojson` holds, as `signpost-pages`' `map/places` writes it: a GeoJSON `FeatureCollection` (RFC 7946).
import type { LonLat, State } from "./directory";

export interface PlaceCollection {
  readonly type: "FeatureCollection";
  readonly edition: string;
  readonly banner: string;
  /** Whether there are more than were sent. */
  readonly more: boolean;
  readonly features: readonly PlaceFeature[];
}

export interface PlaceFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: { readonly type: "Point"; readonly coordinates: LonLat };
  readonly properties: PlaceProperties;
}

export interface PlaceProperties {
  readonly name: string;
  /** The language of the name, where it is not that of the answer. */
  readonly lang?: string;
  readonly page: string;
  /** What kind of place for used needles it is, in words; absent for every other place. */
  readonly kind?: string;
  readonly services: readonly PlaceService[];
}

/** What it offers, and how that stands now. */
export interface PlaceService {
  readonly need: string;
  readonly state: State;
  readonly sentence: string;
  /** Whether it is said to be open or closed though nobody confirmed it. */
  readonly unsure: boolean;
}
