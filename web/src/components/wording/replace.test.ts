import assert from "node:assert/strict";
import { test } from "node:test";
import { replaced } from "./replace";

test("found words are replaced where they stand, letters counted as people do", () => {
  const found = { start: 4, end: 11, words: "addicts" };
  assert.equal(replaced("👋🏽 \u00e9addicts!", { ...found }, "people"), "👋🏽 \u00e9people!");
});

test("a capital stays a capital, and a text that changed meanwhile is left alone", () => {
  const found = { start: 0, end: 13, words: "Clean needles" };
  assert.equal(replaced("Clean needles here", found, "new needles"), "New needles here");
  assert.equal(replaced("Some clean needles", found, "new needles"), "Some clean needles");
});
