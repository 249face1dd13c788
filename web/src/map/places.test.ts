import assert from "node:assert/strict";
import { test } from "node:test";
import { around, inTown, type Place } from "./places";

const place = (slug: string, at: readonly [number, number]): Place => ({
  slug, at, name: slug, lang: undefined, page: `/sites/${slug}`, state: "open", sentence: "", unsure: false,
});

test("the first look is at the town, not at the one far place", () => {
  const town = [place("a", [-94.48, 49.76]), place("b", [-94.49, 49.77]), place("c", [-94.5, 49.77])];
  const elsewhere = [place("d", [-92.8, 49.8]), place("e", [-93.4, 48.6]), place("f", [-91.9, 50.1]), place("g", [-93.8, 51])];
  assert.deepEqual(inTown([...town, ...elsewhere], [-94.49, 49.77]), town);
  assert.deepEqual(inTown(elsewhere, [-94.49, 49.77]), []);
});

test("the margin around places is ground, as wide as it is high", () => {
  const [west, south, east, north] = around([place("a", [-94.5, 60])], 0.01);
  assert.ok(Math.abs(north - south - 0.02) < 1e-9);
  assert.ok(Math.abs(east - west - 0.04) < 1e-6);
});
