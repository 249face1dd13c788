import assert from "node:assert/strict";
import { test } from "node:test";
import { OLD_MS, whatToDo } from "./what-to-do";

test("a page is good for five minutes, then it is renewed or its states are covered", () => {
  for (const back of [true, false]) for (const online of [true, false]) assert.equal(whatToDo(OLD_MS - 1, back, online), "nothing");
  assert.equal(whatToDo(OLD_MS, true, true), "renew");
  assert.equal(whatToDo(OLD_MS, true, false), "cover");
  assert.equal(whatToDo(OLD_MS, false, true), "cover");
  // A phone whose clock was set back knows no age.
  assert.equal(whatToDo(-60_000, true, true), "renew");
});
