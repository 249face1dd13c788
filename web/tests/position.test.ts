// Sorting by where the phone is, and the proof that nobody else learns it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launch, open, SERVER, withServer } from "./browser";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

const HERE = { latitude: 49.56137, longitude: -94.90511, accuracy: 20 };

async function tap(page: Page): Promise<string> {
  await page.locator(".nearest summary").click();
  await page.locator("[data-part=button]").click();
  const status = page.locator("[data-part=status]");
  await status.filter({ hasNotText: /Asking/ }).filter({ hasText: /\w/ }).waitFor();
  return status.innerText();
}

test("the phone sorts the cards itself, keeps what is open on top, and sends nothing", withServer, async () => {
  const { page, requests, check } = await open(browser, { geolocation: HERE, permissions: ["geolocation"] });
  await page.goto("/?need=disposal");
  const before = await page.locator(".card h3").allInnerTexts();
  const asked = requests.length;
  assert.match(await tap(page), /nearest|how far/i);
  const cards = await page.locator(".card").evaluateAll((all) =>
    all.map((card) => ({
      name: card.querySelector("h3")!.textContent,
      group: Number(card.getAttribute("data-group")),
      distance: card.querySelector("[data-part=distance]")!.textContent,
    })),
  );
  assert.notDeepEqual(cards.map(({ name }) => name), before, "the order changed");
  assert.deepEqual(cards.map(({ name }) => name).sort(), [...before].sort(), "no card was lost");
  const groups = cards.map(({ group }) => group);
  assert.deepEqual(groups, [...groups].sort((a, b) => a - b), "the server's groups hold");
  assert.match(cards[0]!.distance!, /about [\d.]+\s(m|km) as the crow flies/);
  assert.deepEqual(requests.slice(asked), [], "nothing is asked of anyone");
  await page.locator(".card h3 a").first().click();
  await page.waitForLoadState();
  for (const request of requests) assert.doesNotMatch(request, /49\.56|94\.90|56137|90511/);
  await check();
  await page.context().close();
});

test("a refusal is answered kindly, and the list stays as it was", withServer, async () => {
  const { page, requests, check } = await open(browser, { permissions: [] });
  await page.goto("/?need=disposal");
  const before = await page.locator(".card h3").allInnerTexts();
  const asked = requests.length;
  assert.match(await tap(page), /That is fine/);
  assert.deepEqual(await page.locator(".card h3").allInnerTexts(), before);
  assert.deepEqual(requests.slice(asked), []);
  await check();
  await page.context().close();
});
