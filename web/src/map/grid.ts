// A grid of true size, for a town without a street map: it tells how far things are, and claims nothing else.
import type { LonLat } from "../api/directory";
import type { Box } from "./box";

const METRES_OF_A_DEGREE = 111_195;
const EQUATOR_M = 40_075_017;
const SIDES_M = [100, 1_000, 10_000, 100_000] as const;
/** A square narrower than this would be a hatching. */
const NARROWEST_PX = 56;

/** The side of a square at a zoom (MapLibre's) and a latitude, in metres. */
export function cellSideAt(zoom: number, lat: number): number {
  const metresOfAPixel = (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
  return SIDES_M.find((side) => side / metresOfAPixel >= NARROWEST_PX) ?? SIDES_M[3];
}

/** "1 km", "100 m". */
export function inWords(side: number): string {
  return side < 1_000 ? `${side} m` : `${side / 1_000} km`;
}

/** The lines that cross a view. They stay where they are when the view moves: `lat` is where a square is square. */
export function gridLines([west, south, east, north]: Box, side: number, lat: number): LonLat[][] {
  const down = side / METRES_OF_A_DEGREE;
  const across = down / Math.cos((lat * Math.PI) / 180);
  const upright = between(west, east, across).map((lon): LonLat[] => [[lon, south], [lon, north]]);
  const level = between(south, north, down).map((at): LonLat[] => [[west, at], [east, at]]);
  return [...upright, ...level];
}

/** The multiples of a step between two numbers. */
function between(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step);
  const count = Math.min(400, Math.max(0, Math.floor(high / step) - first + 1));
  return Array.from({ length: count }, (_, ix) => (first + ix) * step);
}
