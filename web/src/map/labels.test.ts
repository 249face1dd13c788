import assert from "node:assert/strict";
import { test } from "node:test";
import { place, type Area, type Wish } from "./labels";

const FRAME: Area = [0, 0, 400, 300];
const sign = (x: number, y: number): Area => [x - 22, y - 52, x + 22, y];
const sides = (wishes: Wish[], taken: Area[]): unknown[] => place(wishes, taken, FRAME).map((spot) => spot?.side ?? null);
const wish = (x: number, y: number, wide = 80): Wish => ({ sign: sign(x, y), size: [wide, 20] });

test("a name stands to the right where there is room, else on another side, else nowhere", () => {
  assert.deepEqual(sides([wish(100, 150)], []), ["right"]);
  assert.deepEqual(sides([wish(370, 150)], []), ["left"]);
  assert.deepEqual(sides([wish(200, 150, 330)], []), ["below"]);
  assert.deepEqual(sides([wish(200, 290, 330)], []), ["above"]);
  assert.deepEqual(sides([wish(200, 150, 500)], []), [null]);
});

test("the first chooses first, and nothing covers a pin or another name", () => {
  const two = [wish(100, 150), wish(190, 150)];
  const taken = two.map((one) => one.sign);
  assert.deepEqual(sides(two, taken), ["below", "right"]);
  const crowd = Array.from({ length: 12 }, (_, ix) => wish(60 + ix * 12, 150));
  const found = sides(crowd, crowd.map((one) => one.sign));
  assert.ok(found[0] && found.filter(Boolean).length < 8, found.join());
});

test("near the edge a name above or below moves aside, and stays in view", () => {
  const [spot] = place([{ sign: sign(380, 150), size: [200, 20] }], [[100, 90, 357, 150]], FRAME);
  assert.equal(spot?.side, "below");
  assert.equal(spot?.area[2], 400);
});
