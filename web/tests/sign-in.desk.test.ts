// The first day of somebody new: invited by a steward, a password of their own, signed in, the first changes made, signed out. On a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launch, SERVER } from "./browser";
import { clean, invited, PASSWORD, withDesk } from "./desk";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

const PLACE = "/agency/sites/lantern-rest-shelter";

for (const [lang, script, dark] of [
  ["", true, false],
  ["/fr", true, true],
  ["", false, false],
] as const) {
  test(`somebody new gets in, says what is true today, and leaves: ${lang || "/en"}, script ${script ? "on" : "off"}`, withDesk, async () => {
    const email = `new-${lang.slice(1)}${script}@example.org`;
    const link = await invited(browser, lang, email);
    const context = await browser.newContext({
      baseURL: SERVER!,
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: script,
      colorScheme: dark ? "dark" : "light",
    });
    const page = await context.newPage();
    const look = async (): Promise<void> => (script ? clean(page) : undefined);

    await page.goto(link);
    await look();
    await page.locator("#password").fill("12345678");
    await page.locator("main form button").click();
    await page.locator("#fault").waitFor();
    await look();
    await page.locator("#password").fill(PASSWORD);
    await page.locator("main form button").click();
    await page.locator("[role=status]").waitFor();
    await look();
    const again = await page.request.get(`${SERVER}${link}`);
    assert.notEqual(again.status(), 200, "a link works once");

    await page.locator("[name=email]").fill(email);
    await page.locator("[name=password]").fill("not that one");
    await page.locator("main form button").first().click();
    await page.locator("[role=alert]").waitFor();
    await look();
    assert.equal(await page.locator("[name=email]").inputValue(), email, "the address need not be typed again");
    await page.locator("[name=password]").fill(PASSWORD);
    await page.locator("main form button").first().click();
    await page.waitForURL(/\/agency$/);
    const cookies = await context.cookies();
    assert.ok(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite !== "None"), JSON.stringify(cookies));

    await page.locator(`form[action$="${PLACE}/still-right"] button`).first().click();
    const publicly = async (): Promise<string> => (await page.request.get(`${SERVER}${lang}/sites/lantern-rest-shelter`)).text();
    assert.match(await publicly(), lang ? /Confirmé le 2\d novembre 2026/ : /Confirmed November 2\d, 2026/);

    await page.goto(`${lang}${PLACE}`);
    await page.locator(`a[href="${lang}${PLACE}/closed?day=today"]`).click();
    await page.locator("button[value=save]").click();
    await page.locator("[role=status]").first().waitFor();
    assert.match(await publicly(), lang ? /Fermé/ : /Closed/);
    await page.locator(`a[href*="${PLACE}/closings/closed-"]`).first().click();
    await page.locator("button[value=remove]").click();
    await page.locator("[role=status]").first().waitFor();

    await page.locator(".out-form button").click();
    await page.waitForURL(/\/login/);
    await look();
    await page.goto(`${lang}${PLACE}`);
    assert.match(page.url(), /\/login\?next=/, "signed out is signed out");
    await look();
    await context.close();
  });
}
