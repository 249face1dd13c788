// The whole way with keys alone: find, sort, read, change the language, leave.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launch, open, SERVER, withServer } from "./browser";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

/** Presses Tab until the focus is on an element; on the way every stop is seen and not covered. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let press = 0; press < 90; press++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((selector) => {
      const on = document.activeElement!;
      // A link over several lines has several boxes: its own middle may lie between them.
      const box = on.getClientRects()[0] ?? on.getBoundingClientRect();
      const under = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        there: on.matches(selector),
        what: `${on.tagName} ${on.textContent?.trim().slice(0, 40)}`,
        covered: on !== document.body && !(under && (on.contains(under) || under.contains(on))),
        outline: getComputedStyle(on).outlineStyle,
      };
    }, wanted);
    assert.ok(!stop.covered, `${stop.what} is covered or out of sight`);
    assert.ok(stop.outline !== "none" || stop.what.startsWith("BODY"), `nobody sees that ${stop.what} has the focus`);
    if (stop.there) return;
  }
  assert.fail(`no way to ${wanted} at ${page.url()}`);
}

for (const javaScriptEnabled of [true, false]) {
  test(`keys alone lead from the need to the call, and out: script ${javaScriptEnabled ? "on" : "off"}`, withServer, async () => {
    const { page } = await open(browser, { javaScriptEnabled });
    const enter = async (): Promise<void> => {
      const before = page.url();
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.href !== before);
      await page.waitForLoadState();
    };
    await page.goto("/");
    await tabTo(page, ".needs a[href*='need=food']");
    await enter();
    await tabTo(page, ".nearest summary");
    await page.keyboard.press("Enter");
    await tabTo(page, "#near");
    await page.keyboard.type("Mill Bridge, w");
    await tabTo(page, ".near button");
    await enter();
    assert.match(page.url(), /need=food&near=mill-bridge-west/);
    await tabTo(page, ".card h3 a");
    const name = await page.evaluate(() => document.activeElement!.textContent);
    await enter();
    assert.equal(await page.locator("h1").innerText(), name);
    await tabTo(page, "a[hreflang=fr]");
    await enter();
    assert.match(page.url(), /\/fr\/sites\//);
    await tabTo(page, "a[href^='tel:']");
    await page.goto(page.url());
    await tabTo(page, ".out");
    await page.keyboard.press("Enter");
    await page.waitForURL("https://meteo.gc.ca/");
    await page.context().close();
  });
}
