import assert from "node:assert/strict";
import { test } from "node:test";
import { metresBetween } from "../components/near/distance";
import { cellSideAt, gridLines, inWords } from "./grid";

test("squares grow as one looks from further away, and never become a hatching", () => {
  const sides = [16, 15, 13, 12, 9, 6].map((zoom) => cellSideAt(zoom, 49.77));
  assert.deepEqual(sides, [100, 100, 1_000, 1_000, 10_000, 100_000]);
  assert.deepEqual(sides.slice(1, 3).map(inWords), ["100 m", "1 km"]);
});

test("a square is as wide as it is high, and as long as it says", () => {
  const lines = gridLines([-94.52, 49.75, -94.46, 49.79], 1_000, 49.77);
  const upright = lines.filter(([a, b]) => a![0] === b![0]);
  const level = lines.filter(([a, b]) => a![1] === b![1]);
  const wide = metresBetween([upright[0]![0]![0], 49.77], [upright[1]![0]![0], 49.77]);
  const high = metresBetween(level[0]![0]!, [level[0]![0]![0], level[1]![0]![1]]);
  for (const side of [wide, high]) assert.ok(Math.abs(side - 1_000) < 5, `${side}`);
});

test("lines stay where they are when the view moves", () => {
  const [here, there] = [gridLines([-94.52, 49.75, -94.46, 49.79], 1_000, 49.77), gridLines([-94.5, 49.75, -94.44, 49.79], 1_000, 49.77)];
  const lons = (lines: typeof here): number[] => lines.filter(([a, b]) => a![0] === b![0]).map(([a]) => a![0]);
  const shared = lons(here).filter((lon) => lon > -94.5);
  assert.ok(shared.length > 1);
  for (const lon of shared) assert.ok(lons(there).includes(lon));
});
