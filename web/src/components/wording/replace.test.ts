import assert from "node:assert/strict";
import { test } from "node:test";
import { insertable } from "./insert";
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

test("suggested words are inserted clean: without notes, several where there were several", () => {
  for (const [lang, found, suggestion, words] of [
    ["en", "addict", "person who uses drugs", "person who uses drugs"],
    ["en", "addicts", "person who uses drugs", "people who use drugs"],
    ["en", "Junkies", "person who uses drugs", "people who use drugs"],
    ["en", "addicts", "person with a substance use disorder (only if diagnosed)", "people with a substance use disorder"],
    ["en", "ex-addicts", "person who has used drugs", "people who have used drugs"],
    ["en", "recreational users", "person who occasionally uses drugs", "people who occasionally use drugs"],
    ["en", "drug users", "person who uses (injects) drugs", "people who use drugs"],
    ["en", "homeless people", "unhoused person", "unhoused people"],
    ["en", "dirty needles", "used needle", "used needles"],
    ["en", "dirty needle", "used needle", "used needle"],
    ["en", "drug abuse", "substance use", "substance use"],
    ["fr", "toxicomanes", "personne qui consomme (utilise) des drogues", "personnes qui consomment des drogues"],
    ["fr", "toxicomane", "personne qui consomme (utilise) des drogues", "personne qui consomme des drogues"],
    ["fr", "ivrognes", "personne qui a bu", "personnes qui ont bu"],
    ["fr", "seringues souillées", "seringue (aiguille) usagée", "seringues usagées"],
  ] as const) {
    assert.equal(insertable(suggestion, found, lang), words, `${found}: ${suggestion}`);
  }
  for (const hint of ["(delete)", "has a … use disorder", "nommer la drogue"]) assert.equal(insertable(hint, "x", "en"), null, hint);
});

test("the article in front fits what is inserted", () => {
  const found = { start: 5, end: 11, words: "addict" };
  assert.equal(replaced("I am an addict", { start: 8, end: 14, words: "addict" }, "person who uses drugs"), "I am a person who uses drugs");
  assert.equal(replaced("Is a x", { start: 5, end: 6, words: "x" }, "unhoused person"), "Is an unhoused person");
  assert.equal(replaced("The, addict", found, "person"), "The, person");
});
