// The browser of the tests: which one it is, and whether it is new enough. Said once, before anything runs, in place of a failure a test.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Its program. */
export const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";

/** How long it may take to say its version, in milliseconds. */
const PATIENCE = 20_000;

/** The oldest major version the tests are held to: `browsers.json`. */
const { tests } = JSON.parse(readFileSync(new URL("browsers.json", import.meta.url), "utf8"));

/** Why the tests cannot run in the browser that is there; undefined when they can. */
export function refusal() {
  const { error, stdout } = spawnSync(CHROMIUM, ["--no-sandbox", "--version"], { encoding: "utf8", timeout: PATIENCE });
  const found = /\b(\d+)(?:\.\d+){3}/.exec(stdout ?? "")?.[1];
  if (Number(found) >= tests.chromium) return undefined;
  const is = found ? `${CHROMIUM} is ${found}` : `${CHROMIUM} says no version${error ? ` (${error.code})` : ""}`;
  return `The browser tests need Chromium ${tests.chromium} or newer; ${is}. Name another one with CHROMIUM=/path/to/chromium.`;
}
