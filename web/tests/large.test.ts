// Text at twice its size, as somebody with tired eyes sets it in the browser: nothing is cut off, nothing lies on anything else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launch, open, PAGES, SERVER, withServer } from "./browser";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch(["--disable-gpu", "--blink-settings=defaultFontSize=32"]);
});
after(() => browser?.close());

for (const width of [360, 640, 1280]) {
  test(`text of 200 % fits on every page, ${width} pixels wide`, withServer, async () => {
    const { page, check } = await open(browser, { viewport: { width, height: 740 } });
    for (const path of PAGES.flatMap((path) => [path, `/fr${path}`])) {
      await page.goto(path);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), "34px", "the text is twice as large");
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      assert.deepEqual(await faults(page), [], path);
    }
    await check();
    await page.context().close();
  });
}

/** What sticks out of the page, is cut off by its own box, or lies on something else. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`${wide} pixels too wide`);
    // Heads of a table that stands as a list are there for screen readers only.
    const clipped = (one: Element): boolean => [one.closest("thead")].some((head) => head && getComputedStyle(head).clipPath !== "none");
    const seen = (one: Element): boolean => one.checkVisibility() && !one.closest(".hide, .skip, .map-skip, .map-view, option, svg") && !clipped(one);
    const told = (one: Element): string => `${one.tagName} ${one.textContent?.trim().slice(0, 40)}`;
    const words = [...document.querySelectorAll<HTMLElement>("a, button, summary, select, h1, h2, h3, p, dt, dd, th, td, label")].filter(seen);
    for (const one of words) {
      const { overflowX, overflowY } = getComputedStyle(one);
      if (overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) found.push(`cut off: ${told(one)}`);
      if (overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1) found.push(`cut off below: ${told(one)}`);
      // A wide table may slide within a region that keys reach too, as long as the region itself stays on the page.
      const { left, right } = (one.closest("[role=region][tabindex='0']") ?? one).getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) found.push(`beside the page: ${told(one)}`);
    }
    const leaves = words.filter((one) => !words.some((other) => other !== one && one.contains(other)));
    const boxes = leaves.map((one) => ({ one, own: [...one.getClientRects()] }));
    for (const [at, a] of boxes.entries()) {
      for (const b of boxes.slice(at + 1)) {
        // The head of the page stays in sight over the rest by design.
        if (a.one.closest(".top") !== b.one.closest(".top")) continue;
        const meet = a.own.some((p) =>
          b.own.some((q) => Math.min(p.right, q.right) - Math.max(p.left, q.left) > 2 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4),
        );
        if (meet) found.push(`${told(a.one)} lies on ${told(b.one)}`);
      }
    }
    return found;
  });
}
