// The first day of somebody new: invited by a steward, a password of their own, signed in, the first changes made, signed out. On a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { launch, SERVER } from "./browser";
import { sit, withDesk } from "./desk";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

const PLACE = "/agency/sites/lantern-rest-shelter";
const PASSWORD = "four geese over the bay";

async function clean(page: Page): Promise<void> {
  // The check itself is a script, so pages without script are looked at in the journey with it.
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], page.url());
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${page.url()} is ${wide} pixels too wide`);
}

/** A steward invites an editor of the shelter, and gives them the link by hand. */
async function invited(lang: "" | "/fr", email: string): Promise<string> {
  const { page, complaints } = await sit(browser, "kim", { viewport: { width: 1280, height: 800 } });
  await page.goto(`${lang}/steward/accounts`);
  await page.locator("#name").fill("New Person");
  await page.locator("#email").fill(email);
  await page.locator("#role").selectOption("editor");
  await page.locator("#organization").selectOption("lantern-rest");
  await page.locator("form.stack:has(#email) button").click();
  const link = await page.locator("#link").inputValue();
  await page.goto(`${lang}/steward/accounts`);
  assert.equal(await page.locator("#link").count(), 0, "shown once");
  assert.deepEqual(complaints, []);
  await page.context().close();
  return new URL(link).pathname;
}

for (const [lang, script, dark] of [
  ["", true, false],
  ["/fr", true, true],
  ["", false, false],
] as const) {
  test(`somebody new gets in, says what is true today, and leaves: ${lang || "/en"}, script ${script ? "on" : "off"}`, withDesk, async () => {
    const email = `new-${lang.slice(1)}${script}@example.org`;
    const link = await invited(lang, email);
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
