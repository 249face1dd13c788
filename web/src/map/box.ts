// A part of the earth between two meridians and two parallels, as GeoJSON and TileJSON write it.
import type { LonLat } from "../api/directory";

/** West, south, east, north in degrees. */
export type Box = [west: number, south: number, east: number, north: number];

/** Whether a point lies in a box. */
export function contains([west, south, east, north]: Box, [lon, lat]: LonLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
