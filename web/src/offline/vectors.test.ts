// The server's answers, from tests/vectors: the phone must rank the same, from the part of the list that is beside them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { whereToGo, type Question, type Ranked } from "./ranking";
import { Terrain } from "./water";

/** `npm test` runs in web/. */
const FOLDER = "../tests/vectors";

interface Vectors {
  readonly bundle: Ranked;
  readonly questions: readonly (Question & { readonly rule: string | null; readonly answers: readonly unknown[] })[];
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

test("there are vectors", () => assert.ok(files.length >= 7));

for (const name of files) {
  test(`the phone ranks as the server does: ${name}`, () => {
    const { bundle, questions } = JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as Vectors;
    const terrain = new Terrain(bundle.ground);
    assert.ok(questions.length >= 40);
    for (const { rule, answers, ...asked } of questions) {
      const reply = whereToGo(bundle, terrain, asked);
      assert.equal(reply.rule?.rule ?? null, rule);
      const own = reply.answers.map(({ site, service, moment, served_at, way, other_town, why }) => [
        site.slug,
        service.need,
        moment.state,
        served_at,
        way && Math.round(way.metres * 100) / 100,
        other_town && Math.round(other_town),
        why,
      ]);
      assert.deepEqual(own, answers, JSON.stringify(asked));
    }
  });
}
