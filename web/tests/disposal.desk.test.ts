// A full day of somebody on the city's subcommittee who has never seen it: a box is said to be full, seen, emptied; a new one is tried by
// typing and by tapping, kept, and the month goes on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launch, SERVER } from "./browser";
import { clean, sit, withDesk } from "./desk";

const WHAT_IF = "/disposal/service/what-if";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

/** The share of the land before and after, in percent. */
async function shares(page: Page): Promise<readonly [number, number]> {
  const row = page.getByRole("row", { name: /Share of the land/ });
  const cells = await row.getByRole("cell").allInnerTexts();
  return [Number.parseInt(cells[0]!), Number.parseInt(cells[1]!)];
}

for (const [how, viewport, script] of [
  ["on a phone with script", { width: 360, height: 640 }, true],
  ["on a desk without script", { width: 1280, height: 800 }, false],
] as const) {
  test(`a new box is tried, kept, found again and taken off: ${how}`, withDesk, async () => {
    const { page, complaints } = await sit(browser, "sam", { viewport, javaScriptEnabled: script });
    const look = async (): Promise<void> => (script ? clean(page) : undefined);
    await page.goto("/disposal/service");
    await page.getByRole("link", { name: "What if", exact: true }).click();
    await look();
    await page.getByLabel("Where new box 1 stands").fill("Cedar Lane school");
    await page.getByLabel("Its name").first().fill(`School box ${how}`);
    await page.locator("#what-if").getByRole("button", { name: "Compare" }).click();
    await look();
    const [before, after] = await shares(page);
    assert.ok(after > before, `${before} ${after}`);
    // In the river it is refused, and what was typed is still there.
    await page.getByLabel("Where new box 2 stands").fill("49.5520, -94.9000");
    await page.locator("#what-if").getByRole("button", { name: "Compare" }).click();
    await look();
    assert.match(await page.getByRole("alert").innerText(), /lies in the water/);
    assert.equal(await page.getByLabel("Where new box 1 stands").inputValue(), "Cedar Lane school");
    await page.getByLabel("Where new box 2 stands").fill("");
    await page.locator("#what-if").getByRole("button", { name: "Compare" }).click();
    await page.getByLabel("Name", { exact: true }).fill(`Plan ${how}`);
    await page.getByLabel("Note", { exact: true }).fill("For the May meeting");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await look();
    assert.match(await page.getByRole("status").first().innerText(), /It is kept/);
    await page.goto(WHAT_IF);
    await page.getByRole("link", { name: `Plan ${how}` }).click();
    assert.deepEqual(await shares(page), [before, after]);
    await page.getByRole("button", { name: new RegExp(`Take it off the list ?: Plan ${how}`) }).click();
    assert.equal(await page.getByText(`Plan ${how}`).count(), 0);
    await page.goto("/disposal/service/where-next?places=2&metres=200");
    await look();
    assert.match(await page.locator("main").innerText(), /No set of 2 places that we tried reaches more than \d+ of \d+ squares/);
    await page.getByRole("link", { name: /Try them/ }).click();
    await look();
    assert.match(await page.locator("main").innerText(), /This is proven/);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test("a tap on the drawing is a new box, on a box it moves or goes, and only the form is sent", withDesk, async () => {
  const { page, complaints } = await sit(browser, "sam", { viewport: { width: 360, height: 640 }, hasTouch: true });
  await page.goto(`${WHAT_IF}?metres=200`);
  const svg = page.locator("svg.sketch");
  const box = (await svg.boundingBox())!;
  assert.ok(box.width <= 360 && box.height > 100, JSON.stringify(box));
  // The middle of the right half: the east side of the river.
  await svg.tap({ position: { x: box.width * 0.85, y: box.height * 0.8 } });
  assert.match(await page.locator("[data-part=status]").innerText(), /A new box stands there/);
  assert.match(await page.getByLabel("Where new box 1 stands").inputValue(), /^49\.\d{5}, -94\.\d{5}$/);
  const north = svg.locator("[data-slug=north-dock-box]");
  await north.click();
  assert.match(await page.locator("[data-part=status]").innerText(), /North Dock needle box: tap where it stands then/);
  await svg.tap({ position: { x: box.width * 0.9, y: box.height * 0.3 } });
  assert.match(await page.getByLabel("Where it stands then").inputValue(), /^49\./);
  assert.ok(await page.locator("input[name=move][value=north-dock-box]").isChecked());
  const mill = svg.locator("[data-slug=mill-park-box]");
  await mill.click();
  await mill.click();
  assert.ok(await page.locator("input[name=drop][value=mill-park-box]").isChecked());
  await svg.locator("[data-slug=sawmill-road-box]").click();
  assert.ok(await page.locator("input[name=open][value=sawmill-road-box]").isChecked());
  await page.locator("[data-part=go] button").click();
  await clean(page);
  const main = await page.locator("main").innerText();
  assert.match(main, /Before and after/);
  const address = new URL(page.url()).searchParams;
  assert.deepEqual([address.get("drop"), address.get("open"), address.get("move")], ["mill-park-box", "sawmill-road-box", "north-dock-box"]);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a month is two Letter pages in black on white", withDesk, async () => {
  for (const path of ["/disposal/service/report?month=2026-10", "/fr/disposal/service/report?month=2026-10"]) {
    const { page, complaints } = await sit(browser, "sam", { colorScheme: "dark" });
    await page.goto(path);
    await clean(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.match(pdf, /\/MediaBox\s*\[0 0 612 792\]/, "Letter");
    const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    assert.ok(sheets >= 1 && sheets <= 2, `${path}: ${sheets} sheets`);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test("the report of the town's month is four Letter pages, with charts, also once it is public", withDesk, async () => {
  const { page, complaints } = await sit(browser, "kim", { colorScheme: "dark" });
  const sheets = async (): Promise<number> => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.match(pdf, /\/MediaBox\s*\[0 0 612 792\]/, "Letter");
    return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  };
  const fits = async (path: string): Promise<void> => {
    await page.goto(path);
    assert.ok((await page.locator(".report svg").count()) >= 5, `${path}: charts`);
    assert.equal(await page.locator(".report svg:not([aria-hidden=true])").count(), 0, "the table beside it is read");
    const many = await sheets();
    assert.ok(many >= 2 && many <= 4, `${path}: ${many} sheets`);
  };
  for (const path of ["/steward/report?month=2026-10", "/fr/steward/report?month=2026-10"]) {
    await fits(path);
    await clean(page);
  }
  await page.goto("/steward/report?month=2026-10");
  await page.getByRole("button", { name: "Make it public as it is now" }).click();
  await page.getByRole("status").first().waitFor();
  for (const path of ["/report", "/fr/report?month=2026-10"]) await fits(path);
  await page.goto("/steward/report?month=2026-10");
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("status").first().waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a box is said to be full by a passer-by, seen by the city, emptied and said no more", withDesk, async () => {
  const passing = await browser.newContext({ baseURL: SERVER!, viewport: { width: 360, height: 640 } });
  const street = await passing.newPage();
  await street.goto("/full/north-dock-box");
  await street.getByRole("button").first().click();
  assert.equal((await passing.cookies()).length, 0);
  await street.goto("/disposal");
  assert.match(await street.locator("main").innerText(), /may be full/);
  const { page: sam, complaints } = await sit(browser, "sam", { viewport: { width: 1280, height: 800 } });
  await sam.goto("/disposal/service");
  await clean(sam);
  assert.match(await sam.locator("main").innerText(), /Somebody said these are full[^]*North Dock needle box/);
  await sam.getByRole("link", { name: "North Dock needle box" }).first().click();
  await clean(sam);
  await sam.getByLabel("Emptied", { exact: true }).check();
  await sam.getByLabel("Full", { exact: true }).check();
  await sam.getByRole("button", { name: "Save" }).click();
  await clean(sam);
  await street.goto("/sites/north-dock-box");
  assert.doesNotMatch(await street.locator("main").innerText(), /may be full/);
  assert.deepEqual(complaints, []);
  await sam.context().close();
  await passing.close();
});
