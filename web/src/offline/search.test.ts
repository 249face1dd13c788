import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { folded, lookedFor, Told } from "./looked-for";
import { needsBy, placesBy, type Called, type Named } from "./search";

const place = (name: string, more: object = {}) => ({ slug: "x", name, organization_name: "Org", address: "", locality: "Kenora", description: "", door: "", ...more });

test("words are found however their accents were typed", () => {
  for (const [written, asked] of [["L’Épicerie du Cœur", "epicerie du coeur"], ["E\u0301te\u0301", "été"], ["Co\u200Boperative", "cooperative"]] as const) {
    assert.ok(folded(written).includes(folded(asked)), written);
  }
});

test("names come before streets, and streets before what is said", () => {
  const sites = [place("A", { description: "Called Mill House until 2024." }), place("B", { address: "2 Mill House Lane" }), place("Mill House"), place("C"), place("D", { former_name: "The Old Mill House" })];
  assert.deepEqual(placesBy(sites, [], "mill HOUSE").map(({ site, known }) => [site.name, ...known]), [["Mill House", "name"], ["D", "former", "The Old Mill House"], ["B", "place"], ["A", "story"]]);
  for (const nothing of ["", "  ", "\u200B"]) assert.deepEqual(placesBy(sites, [], nothing), []);
});

test("a question is asked about a few of its words, and a word may have a slip", () => {
  assert.deepEqual(lookedFor("Où est le bureau de santé ?").map(({ word }) => word), ["bureau", "sante"]);
  const told = new Told("Ne-Chee Friendship Centre");
  assert.deepEqual(["nechee", "frendship", "freindship", "frendshp", "shed"].map((word) => told.fit(word)), ["there", "nearly", "nearly", "not", "not"]);
});

test("the phone finds what the server finds", () => {
  const { sites, needs, asked } = JSON.parse(readFileSync("../tests/vectors/search/training.json", "utf8")) as {
    readonly sites: readonly Named[];
    readonly needs: readonly Called[];
    readonly asked: readonly { readonly asked: string; readonly places: readonly unknown[]; readonly needs: readonly string[] }[];
  };
  assert.ok(asked.length >= 20);
  for (const one of asked) {
    assert.deepEqual(placesBy(sites, needs, one.asked).map(({ site, known }) => [site.slug, known]), one.places, one.asked);
    assert.deepEqual(needsBy(needs, one.asked).map(({ code }) => code), one.needs, one.asked);
  }
});
