// The places on the map: `/map/places.geojson`.
import type { LonLat, State } from "../api/directory";
import type { PlaceCollection } from "../api/places";
import type { Box } from "./box";

/** One place as a pin tells it. */
export interface Place {
  readonly slug: string;
  readonly at: LonLat;
  readonly name: string;
  /** The language of the name where it is not the page's. */
  readonly lang: string | undefined;
  /** Its page, as links on this page name it. */
  readonly page: string;
  readonly state: State;
  /** "Open now, until 6 pm"; empty on a map of one place, whose page says more. */
  readonly sentence: string;
  readonly unsure: boolean;
  /** What kind of place for used needles it is, in words. */
  readonly kind?: string | undefined;
}

/** The need whose places are of kinds that people tell apart. */
const DISPOSAL = "disposal";

/** What a map shows: all places for a need, or one site. */
export interface Shown {
  readonly need: string;
  readonly site: string;
}

/** Asks for all places, which tells nobody what is looked for; only a directory too large for that is asked for the need or the site. */
export async function placesOf(address: string, shown: Shown): Promise<{ places: Place[]; more: boolean }> {
  let told = await ask(address);
  const sign = address.includes("?") ? "&" : "?";
  if (told.more) told = await ask(`${address}${sign}${new URLSearchParams(shown.site ? { site: shown.site } : { need: shown.need })}`);
  return { places: chosen(told, shown), more: told.more };
}

async function ask(address: string): Promise<PlaceCollection> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as PlaceCollection;
}

function chosen({ features }: PlaceCollection, { need, site }: Shown): Place[] {
  return features.flatMap(({ id, geometry, properties }) => {
    const { name, lang, page, services, kind } = properties;
    const place = { slug: id, at: geometry.coordinates, name, lang, page, kind: need === DISPOSAL ? kind : undefined };
    if (site) return id === site ? [{ ...place, state: stateOf(services), sentence: "", unsure: false }] : [];
    const service = need ? services.find((one) => one.need === need) : services[0];
    return service ? [{ ...place, state: service.state, sentence: service.sentence, unsure: service.unsure }] : [];
  });
}

/** Of a place with several services: open when any of them is; closed only when all of them are. */
function stateOf(services: readonly { readonly state: State }[]): State {
  if (services.some(({ state }) => state === "open")) return "open";
  return services.every(({ state }) => state === "closed") ? "closed" : "unknown";
}

/** The box around places, with so many degrees of latitude around it, and as much ground east and west. */
export function around(places: readonly Place[], margin: number): Box {
  const lons = places.map(({ at }) => at[0]);
  const lats = places.map(({ at }) => at[1]);
  const [south, north] = [Math.min(...lats) - margin, Math.max(...lats) + margin];
  const wide = margin / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return [Math.min(...lons) - wide, south, Math.max(...lons) + wide, north];
}

/** How far from the middle a place still belongs to the town, in degrees of latitude: about 11 km. */
const TOWN = 0.1;

/** The places of the town, around its middle: with far ones too the first look would be too small to tell anything. */
export function inTown(places: readonly Place[], [lon, lat]: LonLat): readonly Place[] {
  const wide = TOWN / Math.cos((lat * Math.PI) / 180);
  return places.filter(({ at }) => Math.abs(at[0] - lon) <= wide && Math.abs(at[1] - lat) <= TOWN);
}
