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

test("a press that closes a list or leaves the map is not the first of three, and three more still leave", () => {
  const keys = new ThreeTimes();
  assert.deepEqual([0, 200, 400].map((at) => keys.count(true, at, true)), [false, false, false]);
  assert.equal(keys.count(true, 600, true), true);
  const map = new ThreeTimes();
  assert.deepEqual([map.count(true, 0, true), map.count(true, 100), map.count(true, 200), map.count(true, 300)], [false, false, false, true]);
  const closing = new ThreeTimes();
  assert.deepEqual([0, 3000, 6000, 9000].map((at) => closing.count(true, at, true)), [false, false, false, false], "lists closed now and then");
});
