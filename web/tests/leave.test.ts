import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launch, open, SERVER, withServer } from "./browser";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

test("Leave is a plain link without script", withServer, async () => {
  const { page } = await open(browser, { javaScriptEnabled: false });
  await page.goto("/");
  await page.locator(".out").click();
  await page.waitForURL("https://weather.gc.ca/");
  await page.context().close();
});

test("with script, Back from there does not return to the page one left", withServer, async () => {
  const { page } = await open(browser);
  await page.goto("/about");
  await page.goto("/?need=food");
  await page.locator(".out").click();
  await page.waitForURL("https://weather.gc.ca/");
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, "/about");
  assert.equal(await page.locator(".gone").count(), 0, "no cover over a page that is read again");
  await page.context().close();
});

test("Esc three times leaves; twice does not; French leaves to a French page", withServer, async () => {
  const { page } = await open(browser);
  await page.goto("/fr/");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("Escape");
  assert.ok(page.url().startsWith(SERVER!));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.waitForURL("https://meteo.gc.ca/");
  await page.context().close();
});
