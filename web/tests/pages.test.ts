import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { launch, open, overlaps, PAGES, SERVER, withServer, zipped } from "./browser";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

for (const scheme of ["light", "dark"] as const) {
  for (const width of [320, 360, 1280]) {
    test(`every page is accessible and fits, ${scheme}, ${width} pixels wide`, withServer, async () => {
      const { page, check } = await open(browser, { colorScheme: scheme, viewport: { width, height: 740 } });
      for (const path of PAGES.flatMap((path) => [path, `/fr${path}`])) {
        await page.goto(path);
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], path);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`);
        assert.deepEqual(await overlaps(page), [], path);
      }
      await check();
      await page.context().close();
    });
  }
}

test("every page is whole without script, in both languages, and has a neutral title", withServer, async () => {
  const { page, check } = await open(browser, { javaScriptEnabled: false });
  for (const path of PAGES) {
    for (const [lang, title, address] of [["en", "Where to go now", path], ["fr", "Où aller maintenant", `/fr${path}`]] as const) {
      await page.goto(address);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      assert.ok((await page.title()).endsWith(title), await page.title());
      assert.doesNotMatch(await page.title(), /needle|seringue|drug|drogue/i);
      assert.equal(await page.locator("h1").count(), 1, address);
      assert.equal(await page.locator("[data-part=button]:visible").count(), 0, "a button that needs script");
      assert.equal(await page.locator("script:not([src]):not([type=\"application/ld+json\"]), [style]").count(), 0);
      assert.equal(await page.locator("style").count(), 1, "the one whose hash the policy names");
    }
  }
  await check();
  await page.context().close();
});

test("the first answer, and how to reach it, is on the first screen of a small phone", withServer, async () => {
  const { page } = await open(browser);
  for (const path of ["/", "/?need=food", "/?need=supplies&from=birch-health-office", "/fr/?need=food"]) {
    await page.goto(path);
    // Either a place with its state, or, when nothing is known to be open, a line to call.
    const name = await page.locator(".card .state, .calm .lines b").first().boundingBox();
    assert.ok(name && name.y + name.height <= 740, `${path}: the answer ends at ${name && name.y + name.height}`);
    const call = await page.locator(".card .button.main, .calm .button").first().boundingBox();
    assert.ok(call && call.y + 20 <= 740, `${path}: the call button starts at ${call?.y}`);
  }
  await page.context().close();
});

test("what can be tapped is at least 44 pixels high, or a line of text", withServer, async () => {
  const { page } = await open(browser);
  await page.goto("/?need=supplies");
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  for (const one of await page.locator(".top a, .button:visible, summary:visible, .needs a:visible, select, footer a").all()) {
    const box = await one.boundingBox();
    assert.ok(box && box.height >= 43.5, `${await one.textContent()}: ${box?.height}`);
  }
  await page.context().close();
});

test("need, landmark and language are chosen with forms and links alone", withServer, async () => {
  const { page, check } = await open(browser, { javaScriptEnabled: false });
  await page.goto("/go/birch-health-office");
  assert.equal(new URL(page.url()).search, "?need=supplies&from=birch-health-office");
  assert.match(await page.locator(".calm:visible").first().innerText(), /Birch Landing Health Office[\s\S]*no longer has supplies/);
  await page.locator(".nearest summary").click();
  await page.selectOption("#near", "mill-bridge-west");
  await page.locator("[data-module=near] button:not([hidden])").click();
  assert.match(page.url(), /need=supplies&from=birch-health-office&near=mill-bridge-west/);
  assert.match(await page.locator(".cards").innerText(), /about \d+\sm as the crow flies/);
  assert.match(await page.locator(".cards").innerText(), /cross water .*Bridge/);
  await page.locator("a[hreflang=fr]").click();
  assert.match(page.url(), /\/fr\/\?need=supplies&from=birch-health-office&near=mill-bridge-west/);
  assert.match(await page.locator(".cards").innerText(), /environ \d+\sm à vol d’oiseau/);
  await page.locator(".change summary").first().click();
  await page.locator(".needs a", { hasText: "Nourriture" }).click();
  assert.match(page.url(), /\/fr\/\?need=food&near=mill-bridge-west&from=birch-health-office/);
  await page.locator(".card h3 a").first().click();
  assert.match(page.url(), /\/fr\/sites\//);
  await check();
  await page.context().close();
});

test("the keyboard reaches the skip link, Leave and the answer, and focus is seen", withServer, async () => {
  const { page } = await open(browser);
  await page.goto("/?need=food");
  const here = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  await page.keyboard.press("Tab");
  assert.equal(await here(), "Skip to the answers");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  assert.equal(outline, "solid");
  await page.keyboard.press("Enter");
  const seen: string[] = [];
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press("Tab");
    seen.push(await here());
  }
  // Nothing is open: what opens next, whom to call, then the choice of a start, then the places.
  const opensNext = await page.locator(".next a").first().innerText();
  const call = await page.locator("#lines .lines a").first().innerText();
  assert.equal(seen[0], opensNext);
  assert.equal(seen[1], call);
  assert.match(seen[2]!, /^Another place/);
  assert.ok(seen.includes(await page.locator(".card h3 a").first().innerText()), seen.join(" | "));
  await page.context().close();
});

test("the list with its styles is at most 10.2 kB, and a page of print is one page", withServer, async () => {
  const { page } = await open(browser);
  for (const path of ["/", "/fr/", "/?need=supplies&from=birch-health-office&near=mill-bridge-west"]) {
    await page.goto(path);
    const html = await (await fetch(SERVER + path)).text();
    assert.match(html, /<style>.*@media print/);
    assert.ok(zipped(html) <= 10_700, `${path}: ${zipped(html)} bytes`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, `${path} prints on one page`);
    assert.match(pdf, /\/MediaBox\s*\[0 0 612 792\]/, "Letter");
  }
  await page.context().close();
});

test("files are kept for good, pages not at all", withServer, async () => {
  const page = await fetch(`${SERVER}/`);
  assert.equal(page.headers.get("cache-control"), "no-store");
  const names = [...(await page.text()).matchAll(/\/assets\/[\w.-]+/g)].map(([name]) => name);
  assert.ok(names.length >= 4);
  for (const name of new Set(names)) {
    const file = await fetch(SERVER + name);
    assert.equal(file.status, 200, name);
    assert.match(file.headers.get("cache-control") ?? "", /immutable/);
    assert.match(file.headers.get("content-type") ?? "", /css|javascript|svg|png/);
  }
  assert.equal((await fetch(`${SERVER}/assets/nothing.css`)).status, 404);
});
