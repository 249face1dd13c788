// Distances on the phone: for sorting and for "about 400 m", not for measuring.
import type { LonLat } from "../../api/directory";

const EARTH_RADIUS_M = 6_371_009;

/** Metres along the great circle; within half a percent of the geodesic. */
export function metresBetween(a: LonLat, b: LonLat): number {
  const rad = Math.PI / 180;
  const dLat = (b[1] - a[1]) * rad;
  const dLon = (b[0] - a[0]) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** "400 m", "1 km", "1.2 km" or "190 km": no finer than a phone knows. The server rounds the same way. */
export function roughly(metres: number, lang: string): string {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)}\u00a0m`;
  // From a town to another one to the ten kilometres: where exactly a place there stands is often not known.
  const km = metres < 20_000 ? metres / 1000 : Math.round(metres / 10_000) * 10;
  const words = String(km < 9.95 ? Math.round(metres / 100) / 10 : Math.round(km));
  return `${lang.startsWith("fr") ? words.replace(".", ",") : words}\u00a0km`;
}

/** `data-at="49.77,-94.49"`, latitude first as people write it. */
export function placeOf(text: string | null): LonLat | null {
  const [lat, lon] = (text ?? "").split(",").map(Number);
  if (lat === undefined || lon === undefined || !text || Number.isNaN(lat + lon)) return null;
  return [lon, lat];
}
