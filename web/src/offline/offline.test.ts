import assert from "node:assert/strict";
import { test } from "node:test";
import type { Saved, Service } from "../api/directory";
import { isForGood, isMap, isPage, isPlaces, isPreview, outOf } from "../worker/paths";
import { ageOf, reliedOn, savedWhen } from "./age";
import { metresBetween } from "./geodesic";
import { shortOf } from "./card";
import { closesIn, momentAt, servedFrom, type Times } from "./hours";
import { firstThoseThatTake, lead, linesFor } from "./list";
import { listAt, requestAt, startOf } from "./request";
import { sentenceOf, weekOf } from "./sentence";
import { grants, offered } from "./wishes";

const MADE = Date.parse("2026-11-25T14:15:00-05:00") / 1000;
const DAY = 24 * 3600;

const saved = {
  made_at: "2026-11-25T14:15:00-05:00",
  good_until: "2026-12-09T14:15:00-05:00",
  made_at_in_words: "Wednesday 2:15 pm",
  made_on_in_words: "November 25, 2026",
  call_first: "Call first",
  ask_there: "Ask there",
  look_there: "Look there",
  needs: [{ code: "food" }, { code: "supplies" }, { code: "disposal" }],
  lines: [
    { name: "all", needs: [], intervals: null },
    { name: "food", needs: ["food"], intervals: [[MADE / 60, MADE / 60 + 60, "open"]] },
  ],
  landmarks: [{ id: "mill", name: "Mill", point: [-94.9, 49.5] }],
  plans: [
    {
      from: MADE / 60,
      rules: [
        { from: "old-counter", need: "food" },
        { from: "old-counter", need: "supplies" },
        { from: "hall", need: "disposal" },
      ],
    },
  ],
  sites: [
    { slug: "hall", point: [-94.8, 49.6], services: [{ need: "food", offer: "offered", track: 0, intervals: [[0, 1, "open"]] }] },
    { slug: "old-counter", point: null, services: [{ need: "food", offer: "not_offered", track: null, intervals: [] }] },
  ],
  tracks: [
    {
      sentences: [[MADE / 60, 0], [MADE / 60 + 10, 1]],
      days: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((day) => [MADE / 60 - 100 + day * 1440, 2 + (day % 2), 0]),
    },
  ],
  words: ["Open now", "Closed", "Wednesday", "Thursday"],
} as unknown as Saved;

test("every address of a list, a code and a place is understood, in both languages", () => {
  const ask = (path: string, query = ""): object => {
    const { need, chosen, near, from, site, instead } = requestAt(saved, path, query, MADE);
    return [need, chosen, near, from?.slug, site?.slug, instead];
  };
  assert.deepEqual(ask("/"), ["supplies", false, null, undefined, undefined, null]);
  assert.deepEqual(ask("/fr"), ask("/"));
  assert.deepEqual(ask("/fr/", "?need=food&near=mill&from=hall"), ["food", true, "mill", "hall", undefined, null]);
  assert.deepEqual(ask("/", "?need=x&near=x&from=x"), ask("/"), "what is not in the list is passed over");
  assert.deepEqual(ask("/go/old-counter"), ["supplies", true, null, "old-counter", undefined, null], "supplies first of a site's needs");
  assert.deepEqual(ask("/fr/go/hall"), ["disposal", true, null, "hall", undefined, null]);
  assert.deepEqual(ask("/go/hall", "?need=food"), ["food", true, null, "hall", undefined, null]);
  for (const written of ["/GO/OLD-COUNTER", "/go/old-counter/", "/go/old-counter.", "/Go/old-counter),", "/go/old-counter%20", "/go/old-counter%C2%A0", "/go/(old-counter)", "/go//old-counter", "/go/old-counter%E3%80%82"])
    assert.deepEqual(ask(written), ["supplies", true, null, "old-counter", undefined, null], written);
  assert.deepEqual(ask("/GO/HALL", "?need=food."), ["food", true, null, "hall", undefined, null]);
  assert.deepEqual(ask("/go/gone"), ["supplies", true, null, undefined, undefined, "gone"]);
  assert.deepEqual(ask("/sites/hall"), ["supplies", false, null, undefined, "hall", null]);
  assert.deepEqual(ask("/sites/gone"), ["supplies", false, null, undefined, undefined, "gone"]);
  assert.deepEqual(ask("/fr/disposal"), ["disposal", true, null, undefined, undefined, "page"]);
  assert.deepEqual(ask("/about"), ["supplies", false, null, undefined, undefined, "page"]);
});

test("one starts from the landmark, else from the site one came from, else from nowhere", () => {
  const from = (query: string): unknown => startOf(saved, requestAt(saved, "/", query, MADE));
  assert.deepEqual(from("?near=mill&from=hall"), [-94.9, 49.5]);
  assert.deepEqual(from("?from=hall"), [-94.8, 49.6]);
  assert.equal(from("?from=old-counter"), null);
});

test("a list is good for 14 days, then old; a clock far behind it is wrong", () => {
  const ages = [-3600, -60, 0, 14 * DAY - 1, 14 * DAY].map((later) => ageOf(saved, MADE + later));
  assert.deepEqual(ages, ["clock", "good", "good", "good", "old"]);
  assert.equal(reliedOn(saved, "good"), saved);
  const [hall, origin] = reliedOn(saved, "old").sites;
  assert.deepEqual(hall!.services[0]!.intervals, [[0, 1e10, "unknown"]]);
  assert.deepEqual(origin!.services[0]!.intervals, [], "what is not offered stays so");
});

test("the day is named alone only while there can be no other of its name", () => {
  assert.equal(savedWhen(saved, MADE + 5 * DAY), "Wednesday 2:15 pm");
  for (const later of [6 * DAY, 20 * DAY, -DAY]) assert.equal(savedWhen(saved, MADE + later), "Wednesday 2:15 pm, November 25, 2026");
});

test("sentences and days are looked up by the minute", () => {
  const service = saved.sites[0]!.services[0] as Service;
  const callable = { phone: "807-555-0101", kind: "building" } as const;
  const said = [0, 599, 600].map((later) => sentenceOf(saved, callable, service, MADE + later));
  assert.deepEqual(said, ["Open now", "Open now", "Closed"]);
  assert.equal(sentenceOf(saved, callable, { track: null }, MADE), "Call first");
  assert.equal(sentenceOf(saved, { phone: null, kind: "building" }, { track: null }, MADE), "Ask there");
  assert.equal(sentenceOf(saved, { phone: null, kind: "box" }, { track: null }, MADE), "Look there");
  assert.deepEqual(weekOf(saved, service, MADE).map(({ day }) => day[0]).join(""), "WTWTWTW");
  assert.equal(weekOf(saved, service, MADE + DAY)[0]!.day, "Thursday");
});

test("a need without a line of its own gets all of them, and those that are answered come first", () => {
  const names = (need: string, at: number): string => linesFor(saved, need, at).map(({ name }) => name).join();
  assert.equal(names("food", MADE), "food,all");
  assert.equal(names("food", MADE + 2 * 3600), "all,food", "nobody is told to call into silence");
  assert.equal(names("disposal", MADE), "all");
  const none = { lines: [saved.lines[1]!] };
  assert.equal(linesFor(none, "disposal", MADE).length, 1);
});

test("metres are those of the ellipsoid, along the equator and over the pole too", () => {
  // Known lengths: a degree at the equator, a quarter of a meridian, Flinders Peak to Buninyong.
  const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 0.01, `${a} is not ${b}`);
  near(metresBetween([0, 0], [1, 0]), 111_319.491);
  near(metresBetween([0, 0], [0, 90]), 10_001_965.729);
  near(metresBetween([144.424867889, -37.951033417], [143.926495528, -37.652821139]), 54_972.271);
  assert.equal(metresBetween([-94.49, 49.77], [-94.49, 49.77]), 0);
  assert.ok(metresBetween([0, 0], [179.7, 0.3]) > 19_900_000, "other side of the Earth");
});

test("the worker looks after the public pages and the map, and after nothing else", () => {
  for (const path of ["/GO/A-B", "/FR/GO/A.", "/go/a)", "/go/a%20", "/plan/", "/", "/fr", "/fr/", "/sites/a-b", "/fr/go/a", "/map", "/fr/privacy", "/offline"]) assert.ok(isPage(path), path);
  for (const path of ["/login", "/agency", "/steward/plan", "/api", "/api/v1/sites", "/embed", "/sites/a/b", "/frites", "/ogc", "/sw.js"]) {
    assert.ok(!isPage(path) && !isMap(path), path);
  }
  for (const path of ["/tiles/basemap/3f9a/4/3/5.mvt", "/assets/map-D33R4PX5.js", "/assets/noto-sans-latin-400.woff2"]) assert.ok(isForGood(path), path);
  assert.ok(isMap("/tiles/basemap.json") && !isForGood("/tiles/basemap.json"));
  assert.ok(isPlaces("/fr/map/places.geojson") && !isMap("/map/places.geojson"));
});

test("the oldest of the map go first, and only as many as must", () => {
  assert.equal(outOf([5, 5, 5], 15, 3), 0);
  assert.equal(outOf([5, 5, 5], 14, 3), 1);
  assert.equal(outOf([1, 1, 9], 9, 3), 2);
  assert.equal(outOf([1, 1, 1], 99, 1), 2);
  assert.equal(outOf([], 0, 0), 0);
});

test("places that take what one has come first, those that take other things last, and otherwise the order stays", () => {
  const taking = (...item_codes: string[]): { service: { need: string; item_codes: string[] } } => ({ service: { need: "disposal", item_codes } });
  const [other, unknown, loose, both] = [taking("full-containers"), taking(), taking("loose"), taking("full-containers", "loose")] as const;
  const given = [other, unknown, loose, both];
  assert.deepEqual(firstThoseThatTake(given, "loose", MADE), [loose, both, unknown, other]);
  assert.deepEqual(firstThoseThatTake(given, null, MADE), given);
  const full = { service: { ...loose.service, short_of: [[MADE / 60, MADE / 60 + 60, "Full", ["loose"]]] } };
  assert.deepEqual(firstThoseThatTake([full, loose, unknown], "loose", MADE), [loose, unknown, full]);
  assert.deepEqual(firstThoseThatTake([full, loose], "loose", MADE + 3600), [full, loose]);
});

test("that places are closed is said of places that are known to be", () => {
  const say = (name: string): string => (name === "nobody-said-food" ? "" : name);
  const [closed, unknown] = (["closed", "unknown"] as const).map((state) => ({ moment: { state, until: null } }));
  assert.equal(lead({ say }, "food", []), "none-known");
  assert.equal(lead({ say }, "food", [unknown!, closed!]), "none-open");
  assert.equal(lead({ say }, "food", [unknown!]), "nobody-said");
  assert.equal(lead({ say }, "food", [unknown!, closed!, unknown!]), "nobody-said", "one that is known to be closed does not speak for the rest");
  assert.equal(lead({ say }, "supplies", [unknown!]), "nobody-said-supplies");
});

test("an emergency department is never one to call first, also in an old list", () => {
  const words = { ...saved, emergency: "Emergency department. In danger call 911" };
  const callable = { phone: "807-555-0101", kind: "building" } as const;
  assert.equal(sentenceOf(words, callable, { track: null }, MADE), "Call first");
  for (const phone of [callable.phone, null]) assert.equal(sentenceOf(words, { ...callable, phone }, { track: null, emergency: true }, MADE), words.emergency);
});

test("that nobody vouches for the hours any more is no closing", () => {
  const [lapse, end] = [1000, 1e6];
  const always: Times = { intervals: [[0, lapse, "open"], [lapse, end, "unknown"]], runs_on: [lapse, end] };
  const late = lapse * 60 - 300;
  assert.deepEqual(momentAt(always, late), { state: "open", until: end * 60 });
  assert.deepEqual(servedFrom(always, late, late), { open: late, unknown: null });
  assert.deepEqual(servedFrom(always, late, lapse * 60 + 300), { open: lapse * 60 + 300, unknown: null }, "who asks while somebody vouches is served after a walk too");
  assert.deepEqual(servedFrom(always, lapse * 60, lapse * 60), { open: null, unknown: lapse * 60 });
  assert.deepEqual(momentAt(always, lapse * 60), { state: "unknown", until: end * 60 });
  const closing: Times = { intervals: [[0, lapse, "open"]] };
  assert.equal(servedFrom(closing, late, late), null, "five minutes before it really closes nobody is served");
});

test("things that are out of stock are said as long as they are, and the rest is there", () => {
  const service = { short_of: [[MADE / 60, MADE / 60 + 60, "Out of stock until November 26, 2026: New needles", ["needles"]]] } as unknown as Service;
  assert.equal(shortOf({ at: MADE }, service), "Out of stock until November 26, 2026: New needles.");
  assert.equal(shortOf({ at: MADE - 60 }, service), "");
  assert.equal(shortOf({ at: MADE + 3600 }, service), "");
  assert.equal(shortOf({ at: MADE }, {} as Service), "");
});

test("how soon it closes is said in the last half hour of an opening, and of nothing else", () => {
  const end = 60 * 60;
  const at = (minutes: number, state: "open" | "closed" | "unknown" = "open"): number | null => closesIn({ state, until: end }, end - minutes * 60);
  assert.deepEqual([31, 30, 20, 1, 0.5].map((minutes) => at(minutes)), [null, 30, 20, 1, 1]);
  assert.equal(at(20, "closed"), null);
  assert.equal(at(20, "unknown"), null);
  assert.equal(closesIn({ state: "open", until: null }, end), null);
});

test("a page of another instant is left to the network alone", () => {
  for (const query of ["at=2026-12-25T14:00", "need=food&at=2026-12-25", "at="]) assert.ok(isPreview(new URLSearchParams(query)), query);
  for (const query of ["", "need=food", "near=at", "that=1"]) assert.ok(!isPreview(new URLSearchParams(query)), query);
});

test("what nobody said is no yes, and what was denied is a no", () => {
  const of = (service: object, step_free?: boolean): boolean | null => grants({ site: { step_free }, service } as Parameters<typeof grants>[0], ["no_id", "step_free"]);
  assert.equal(of({ id_required: false }, true), true);
  assert.equal(of({ id_required: false }), null);
  assert.equal(of({ id_required: true }), false, "one no is enough");
  assert.equal(of({ id_required: true }, true), false);
  const service = { need: "food", offer: "offered", minimum_age: null, maximum_age: null };
  const list = { sites: [{ services: [{ ...service, pets: false }, { ...service, need: "shelter", pets: true, minimum_age: 12 }] }] } as unknown as Saved;
  const asked = (need: string, wishes: string[] = []): string[] => [...offered(list, { need, wishes, age: null })];
  assert.deepEqual(asked("food"), []);
  assert.deepEqual(asked("food", ["pets"]), ["pets"], "what is chosen can be taken away");
  assert.deepEqual(asked("shelter"), ["pets", "age"]);
});

test("an address says what a place has to grant, and the way back keeps it", () => {
  const request = requestAt(saved, "/", "?need=food&pets=yes&no_id=1&age=16", MADE);
  assert.deepEqual([request.wishes, request.age], [["pets"], 16]);
  assert.equal(listAt(request, "/"), "/?need=food&pets=yes&age=16");
  for (const odd of ["age=old", "age=121", "age=", "pets=no"]) assert.deepEqual(listAt(requestAt(saved, "/", `?need=food&${odd}`, MADE), "/"), "/?need=food");
});
