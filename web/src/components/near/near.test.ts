import assert from "node:assert/strict";
import { test } from "node:test";
import { metresBetween, placeOf, roughly } from "./distance";
import { inOrder } from "./order";

test("distances are those of the ground, not of degrees", () => {
  // At 49.77 north a degree of longitude is two thirds of one of latitude.
  const here = [-94.49, 49.77] as const;
  assert.ok(Math.abs(metresBetween(here, [-94.48, 49.77]) - 718) < 4);
  assert.ok(Math.abs(metresBetween(here, [-94.49, 49.778]) - 890) < 5);
});

test("distances are said no finer than they deserve, as the server says them", () => {
  const said = [3, 412, 949, 950, 1249, 9951, 34600].map((metres) => roughly(metres, "en").replace("\u00a0", " "));
  assert.deepEqual(said, ["50 m", "400 m", "950 m", "1 km", "1.2 km", "10 km", "30 km"]);
  assert.equal(roughly(1249, "fr-CA"), "1,2\u00a0km");
});

test("a place that is not one is no place", () => {
  assert.deepEqual(placeOf("49.5,-94.9"), [-94.9, 49.5]);
  for (const text of [null, "", "49.5", "a,b"]) assert.equal(placeOf(text), null);
});

test("the server's groups hold, and within one the nearest comes first", () => {
  const cards = [
    { name: "open far", group: 0, metres: 900 },
    { name: "open near", group: 0, metres: 300 },
    { name: "open somewhere", group: 0, metres: null },
    { name: "closed next door", group: 1, metres: 10 },
  ];
  const names = inOrder([cards[2]!, cards[3]!, cards[0]!, cards[1]!]).map(({ name }) => name);
  assert.deepEqual(names, ["open near", "open far", "open somewhere", "closed next door"]);
});
