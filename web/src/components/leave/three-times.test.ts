import assert from "node:assert/strict";
import { test } from "node:test";
import { ThreeTimes } from "./three-times";

test("three quick presses count, and then it starts again", () => {
  const keys = new ThreeTimes();
  assert.deepEqual([0, 400, 900, 1000].map((at) => keys.count(true, at)), [false, false, true, false]);
});

test("another key or a pause starts again", () => {
  const keys = new ThreeTimes();
  assert.deepEqual([keys.count(true, 0), keys.count(true, 100), keys.count(false, 200), keys.count(true, 300)], [false, false, false, false]);
  const slow = new ThreeTimes();
  assert.deepEqual([0, 2000, 4000].map((at) => slow.count(true, at)), [false, false, false]);
});
