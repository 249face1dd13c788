// Which browsers are old enough to be let go: said in `browsers.json`, held by the build, and told to people in two pages.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import oldest from "../browsers.json";

/** `npm test` runs in web/. */
const read = (path: string): string => readFileSync(path, "utf8");

/** What a Chrome this old does not have, and what of it no other tool here would notice: the build rewrites the language, not the library. */
const SINCE: Readonly<Record<string, number>> = {
  replaceChildren: 86,
  randomUUID: 92,
  structuredClone: 98,
  "AbortSignal.timeout": 103,
  checkVisibility: 105,
  ":has(": 105,
  showPopover: 114,
  // Never in Safari 15.
  requestIdleCallback: Infinity,
};

/** The versions of `["chrome80", …]`, in words: "Chrome 80, Firefox 78, Safari 15". */
function inWords(browsers: readonly string[]): string {
  return browsers.map((one) => one.replace(/^(.)(\D+)(\d+)$/, (_, first: string, rest: string, version: string) => `${first.toUpperCase()}${rest} ${version}`)).join(", ");
}

test("the pages that tell people which browsers are supported tell what is built for", () => {
  const told = read("../docs/OFFLINE.md").split("\n").filter((line) => line.startsWith("|"));
  const row = (name: string): string => told.find((line) => line.startsWith(`| ${name}`)) ?? "";
  assert.ok(row("the list, places and what is saved").includes(inWords(oldest.pages)), inWords(oldest.pages));
  assert.ok(row("the map, drawn by Leaflet").includes(inWords(oldest.map)), inWords(oldest.map));
  const readme = read("README.md").replace(/\s+/g, " ");
  for (const words of [inWords(oldest.pages), inWords(oldest.map), `Chromium ${oldest.tests.chromium}`]) assert.ok(readme.includes(words), words);
});

test("the scripts and styles of the pages ask a browser for nothing it has not got", () => {
  const least = Number(/chrome(\d+)/.exec(oldest.pages.join())![1]);
  const files = readdirSync("dist").filter((name) => /^(page|offline|portal|worker)-\w+\.(js|css)$/.test(name));
  assert.equal(files.length, 6, `npm run build first: ${files.join(" ")}`);
  for (const file of files) {
    const text = read(`dist/${file}`);
    const newer = Object.entries(SINCE).filter(([name, since]) => since > least && text.includes(name));
    assert.deepEqual(newer, [], file);
  }
});

test("a browser that is too old for the tests, or is none, is named at once", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "chromium-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const run = (says: string): [status: number | null, words: string] => {
    const file = join(folder, "chromium");
    writeFileSync(file, `#!/bin/sh\necho '${says}'\n`);
    chmodSync(file, 0o755);
    // A name that no test has: even if it were not stopped, nothing would be built over the tests that run now.
    const { status, stderr } = spawnSync(process.execPath, ["test.mjs", "nothing-of-the-kind"], {
      env: { ...process.env, CHROMIUM: file, SIGNPOST_URL: "http://127.0.0.1:1" },
      encoding: "utf8",
    });
    return [status, stderr.replaceAll(file, "chromium").trim()];
  };
  const least = oldest.tests.chromium;
  const needs = `The browser tests need Chromium ${least} or newer; chromium`;
  const help = "Name another one with CHROMIUM=/path/to/chromium.";
  assert.deepEqual(run(`Chromium ${least - 1}.0.6099.224 built on Debian`), [1, `${needs} is ${least - 1}. ${help}`]);
  assert.deepEqual(run("command not found"), [1, `${needs} says no version. ${help}`]);
});
