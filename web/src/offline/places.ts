// The places a map draws, from the saved list: the server's `/map/places.geojson`, as it stands at an instant.
import type { Saved } from "../api/directory";
import type { PlaceCollection, PlaceFeature } from "../api/places";
import { ageOf, reliedOn } from "./age";
import { momentAt, MINUTE_S } from "./hours";
import { sentenceOf } from "./sentence";

/** A GeoJSON `FeatureCollection`. `at` in seconds since 1970. */
export function placesOf(whole: Saved, at: number): PlaceCollection {
  const saved = reliedOn(whole, ageOf(whole, at));
  const features = saved.sites.flatMap((site): PlaceFeature[] => {
    const { slug, point, name, links, spoken, services } = site;
    const told = services.flatMap((service) => {
      if (service.offer === "not_offered") return [];
      const { state } = momentAt(service, at);
      const unsure = state !== "unknown" && at >= (service.confirmed_until ?? 0) * MINUTE_S;
      return [{ need: service.need, state, sentence: sentenceOf(saved, site, service, at), unsure }];
    });
    if (!point || !told.length) return [];
    const lang = spoken?.["name"];
    const properties = { name, ...(lang ? { lang } : {}), page: links.page, services: told };
    return [{ type: "Feature", id: slug, geometry: { type: "Point", coordinates: point }, properties }];
  });
  return { type: "FeatureCollection", edition: saved.edition, banner: saved.banner, more: false, features };
}
