import assert from "node:assert/strict";
import { test } from "node:test";
import { middleOf, pointIn } from "./pick";

test("the middle of a view is where the map draws it, not halfway between its parallels", () => {
  const [lon, lat] = middleOf([-95, 49, -94, 50]);
  assert.equal(lon, -94.5);
  assert.ok(lat > 49.5 && lat < 49.51, String(lat));
  assert.deepEqual(middleOf([-1, -1, 1, 1]).map(Math.abs), [0, 0]);
});

test("two numbers are a point, and nothing else is", () => {
  assert.deepEqual(pointIn("49.76955, -94.48821"), [-94.48821, 49.76955]);
  for (const none of ["", "49.7", "Main Street", "149, 20"]) assert.equal(pointIn(none), null, none);
});
