import assert from "node:assert/strict";
import { test } from "node:test";
import { folded } from "./looked-for";
import { placesBy } from "./search";

const place = (name: string, more: object = {}) => ({ slug: "x", name, organization_name: "Org", address: "", locality: "Kenora", description: "", door: "", ...more });

test("words are found however their accents were typed", () => {
  for (const [written, asked] of [["L’Épicerie du Cœur", "epicerie du coeur"], ["E\u0301te\u0301", "été"], ["Co\u200Boperative", "cooperative"]] as const) {
    assert.ok(folded(written).includes(folded(asked)), written);
  }
});

test("names come before streets, and streets before old names", () => {
  const sites = [place("A", { description: "Called Mill House until 2024." }), place("B", { address: "2 Mill House Lane" }), place("Mill House"), place("C")];
  assert.deepEqual(placesBy(sites, "mill HOUSE").map(({ site, story }) => [site.name, story]), [["Mill House", false], ["B", false], ["A", true]]);
  for (const nothing of ["", "  ", "\u200B"]) assert.deepEqual(placesBy(sites, nothing), []);
});
