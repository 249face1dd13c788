// Paper: what somebody hands over or pins to a wall.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launch, open, SERVER, withServer } from "./browser";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

/** Pages of Letter paper. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.match(pdf, /\/MediaBox\s*\[0 0 612 792\]/, "Letter");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

const DOOR = "/?need=supplies&from=birch-health-office";

test("the list from an old door is one sheet with the plan's sentence, the places, their phones and the day", withServer, async () => {
  for (const [path, says, day, place] of [
    [DOOR, /no longer has supplies/, /November 25, 2026/, /Cedar Circle House/],
    [`/fr${DOOR}`, /n’a plus/, /25 novembre 2026/, /Maison du Cercle de cèdre/],
  ] as const) {
    const { page, check } = await open(browser, { colorScheme: "dark" });
    await page.goto(path);
    assert.equal(await sheets(page), 1, path);
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    for (const needed of [says, day, place, /807-555-0103/, /807-555-0190/]) assert.match(text, needed, path);
    for (const useless of [/^Leave$/m, /^Quitter$/m, /^Show$/m, /^Directions$/m, /on a map|sur une carte/]) assert.doesNotMatch(text, useless, path);
    const [ink, paper] = await page.locator(".card").first().evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]);
    assert.equal(ink, "rgb(0, 0, 0)", "black on white, also from a dark screen");
    assert.match(paper!, /255, 255, 255|rgba\(0, 0, 0, 0\)/);
    await check();
    await page.context().close();
  }
});

// The points with the figures of the ground and the week are three sheets.
test("a place, the points and the plan print without what only a screen can do", withServer, async () => {
  for (const [path, most, needed] of [
    ["/sites/cedar-circle-house", 2, /807-555-0103/],
    ["/fr/sites/cedar-circle-house", 2, /807-555-0103/],
    ["/print?need=food", 1, /What is true today stands here/],
    ["/print?need=supplies&from=birch-health-office&both=1", 1, /Seringues neuves et matériel/],
    ["/fr/print?need=shelter&both=1", 1, /A bed for tonight/],
    ["/disposal", 3, /What it takes/],
    ["/fr/disposal", 3, /Ce qu’on y prend/],
    ["/plan", 2, /Now go to:/],
    ["/fr/plan", 2, /Birch/],
  ] as const) {
    const { page } = await open(browser);
    await page.goto(path);
    const count = await sheets(page);
    assert.ok(count >= 1 && count <= most, `${path}: ${count} sheets`);
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    assert.match(text, needed, path);
    for (const useless of [/^Leave$/m, /^Quitter$/m, /Show map|Afficher la carte/, /needs script/]) assert.doesNotMatch(text, useless, path);
    await page.context().close();
  }
});
