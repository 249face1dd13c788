// How far one comes on foot, as rings: straight lines with what ways are longer by, at an easy pace. A hint and no promise, as the page says.
import type { LonLat } from "../api/directory";
import type { Line } from "./view";

export const MINUTES = [5, 10, 15] as const;
const METRES_A_MINUTE = 4_000 / 60;
/** How much longer a way is than the straight line; the server reckons with the same. */
const DETOUR = 1.3;
const METRES_OF_A_DEGREE = 111_195;
const CORNERS = 60;

/** Metres as the crow flies that one comes in so many minutes. */
export function reachOf(minutes: number): number {
  return (minutes * METRES_A_MINUTE) / DETOUR;
}

/** The northernmost point of a ring, where its minutes are written. */
export function topOf([lon, lat]: LonLat, minutes: number): LonLat {
  return [lon, lat + reachOf(minutes) / METRES_OF_A_DEGREE];
}

export function ringsAround([lon, lat]: LonLat): Line[] {
  return MINUTES.map((minutes) => {
    const up = reachOf(minutes) / METRES_OF_A_DEGREE;
    const across = up / Math.cos((lat * Math.PI) / 180);
    const points = Array.from({ length: CORNERS + 1 }, (_, ix): LonLat => {
      const turn = (ix / CORNERS) * 2 * Math.PI;
      return [lon + across * Math.sin(turn), lat + up * Math.cos(turn)];
    });
    return { kind: "ring", points };
  });
}
