import assert from "node:assert/strict";
import { test } from "node:test";
import { metresBetween } from "../components/near/distance";
import { MINUTES, reachOf, ringsAround, topOf } from "./rings";
import { barAt, inWords } from "./scale";

test("the bar is a round length, never longer than its place, and true", () => {
  for (const zoom of [4, 9, 12, 13.4, 15, 18]) {
    const { metres, pixels } = barAt(zoom, 49.77);
    assert.ok(pixels <= 96 && pixels > 36, `${zoom}: ${pixels}`);
    assert.match(String(metres), /^[125]0*$/);
    const ofAPixel = (40_075_017 * Math.cos((49.77 * Math.PI) / 180)) / (512 * 2 ** zoom);
    assert.ok(Math.abs(pixels * ofAPixel - metres) <= ofAPixel);
  }
  assert.deepEqual([200, 1_000, 5_000].map(inWords), ["200\u00a0m", "1\u00a0km", "5\u00a0km"]);
});

test("rings are round on the ground, and as far as one walks", () => {
  const here = [-94.49, 49.77] as const;
  ringsAround(here).forEach(({ points }, ix) => {
    const far = reachOf(MINUTES[ix]!);
    for (const point of points) assert.ok(Math.abs(metresBetween(here, point) - far) < far * 0.01);
    assert.deepEqual(points[0], topOf(here, MINUTES[ix]!));
  });
  assert.ok(Math.abs(reachOf(15) - 769) < 1);
});
