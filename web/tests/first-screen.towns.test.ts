// The first screen of an old phone, 360 by 640, holds the one thing to do: go there, call this line, or ask there from 10 am. Asked in the
// training town and in Kenora, at night and at noon.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { launch, open } from "./browser";

/** Servers by town and hour, as `tests/e2e/browser.rs` starts them. */
const TOWNS = JSON.parse(process.env["SIGNPOST_TOWNS"] ?? "{}") as Record<string, string>;
const withTowns = { skip: TOWNS["kenora-night"] ? false : "SIGNPOST_TOWNS is not set", timeout: 900_000 };
const SCREEN = { width: 360, height: 640 };

let browser: Browser;
before(async () => {
  if (!withTowns.skip) browser = await launch();
});
after(() => browser?.close());

/** What somebody does first: the address, and the things that must be seen and whole without scrolling. */
interface Situation {
  readonly name: string;
  readonly town: string;
  readonly path: string;
  readonly seen: (page: Page) => Record<string, Locator>;
}

const firstCard = (page: Page): Record<string, Locator> => ({
  "the first place": page.locator(".card h3").first(),
  "its state": page.locator(".card .state").first(),
});
const call = (page: Page): Record<string, Locator> => ({
  "what is so": page.locator("#lines > p").first(),
  "whom to call": page.locator("#lines .lines b").first(),
  "their number": page.locator('#lines .lines a[href^="tel:"]').first(),
});
const next = (page: Page): Record<string, Locator> => ({ ...call(page), "what opens next": page.locator(".next .state") });
/** The plan's word, then what opens next: whom to call comes right below. */
const door = (page: Page): Record<string, Locator> => ({
  "the plan's word": page.locator(".calm b").first(),
  "what opens next": page.locator(".next .state"),
});
const found = (page: Page): Record<string, Locator> => ({
  "whom to tell": page.locator(".lines b").first(),
  "their number": page.locator('.lines a[href^="tel:"]').first(),
});
const link = (page: Page): Record<string, Locator> => ({ "the way to what to do": page.locator('a[href$="/found"]').first() });

const SITUATIONS: readonly Situation[] = [
  { name: "supplies at 2 am", town: "training-night", path: "/?need=supplies", seen: next },
  { name: "supplies at 2 am", town: "kenora-night", path: "/?need=supplies", seen: call },
  { name: "a needle in a playground", town: "training-noon", path: "/", seen: link },
  { name: "a needle in a playground", town: "kenora-noon", path: "/", seen: link },
  { name: "a needle in a playground, the page", town: "training-noon", path: "/found", seen: found },
  { name: "a needle in a playground, the page", town: "kenora-noon", path: "/found", seen: found },
  { name: "a bed after hospital", town: "training-night", path: "/?need=shelter", seen: firstCard },
  { name: "a bed after hospital", town: "kenora-night", path: "/?need=shelter&near=kenora-hospital", seen: firstCard },
  { name: "food at noon", town: "training-noon", path: "/?need=food", seen: firstCard },
  { name: "food at noon", town: "kenora-noon", path: "/?need=food", seen: call },
  { name: "an old door", town: "training-noon", path: "/go/birch-health-office", seen: firstCard },
  { name: "an old door at 2 am", town: "training-night", path: "/go/birch-health-office", seen: door },
  { name: "an old door", town: "kenora-noon", path: "/go/nwhu-kenora", seen: call },
];

for (const { name, town, path, seen } of SITUATIONS) {
  for (const language of ["", "/fr"]) {
    for (const javaScriptEnabled of [true, false]) {
      test(`${town}, ${language || "/en"}${javaScriptEnabled ? "" : ", no script"}: ${name}`, withTowns, async () => {
        const { page } = await open(browser, { viewport: SCREEN, baseURL: TOWNS[town]!, javaScriptEnabled });
        await page.goto(language + path);
        for (const [what, where] of Object.entries(seen(page))) {
          const box = await where.boundingBox();
          assert.ok(box, `${what} is not on the page`);
          assert.ok(box.y + box.height <= SCREEN.height, `${what} ends at ${Math.round(box.y + box.height)}`);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= SCREEN.width, `the page is ${wide} wide`);
        await page.context().close();
      });
    }
  }
}
