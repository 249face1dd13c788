// What a steward decides, and what the other side sees of it: new places, first offers, changes taken back, tokens, the second step.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launch, SERVER } from "./browser";
import { clean, codeAt, invited, PASSWORD, sit, withDesk } from "./desk";

const HOUSE = "/agency/sites/cedar-circle-house";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

/** Status and text of a page as somebody passing by reads it. */
async function publicly(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(`${SERVER}${path}`);
  return `${answer.status()} ${await answer.text()}`;
}

for (const script of [true, false]) {
  const look = async (page: Page): Promise<void> => (script ? clean(page) : undefined);
  const how = script ? "with script" : "without script";
  const [name, slug] = script ? ["Cedar Circle Annex", "cedar-circle-annex"] : ["Cedar Circle Boathouse", "cedar-circle-boathouse"];

  test(`a new place waits unseen, is accepted, and is public: ${how}`, withDesk, async () => {
    const { page: ana, complaints } = await sit(browser, "ana", { javaScriptEnabled: script });
    const { page: kim, complaints: more } = await sit(browser, "kim", { javaScriptEnabled: script });
    await ana.goto("/agency/sites/new");
    await ana.locator("[name='name.en']").fill(name!);
    await ana.locator("[name='kind'][value=building]").check();
    await ana.locator("[name='address']").fill("9 Cedar Lane");
    await ana.locator("[name='point']").fill("49.5487, -94.8907");
    await ana.getByRole("button", { name: "Send to the stewards" }).click();
    await look(ana);
    assert.match(await ana.locator("main").innerText(), new RegExp(`Waiting for a steward[^]*${name}`));
    assert.match(await publicly(ana, `/sites/${slug}`), /^404/);

    await kim.goto("/steward");
    await kim.getByRole("link", { name: "Waiting", exact: false }).first().click();
    await look(kim);
    await kim.getByRole("link", { name: new RegExp(name!) }).click();
    await look(kim);
    await kim.getByRole("button", { name: "Accept" }).click();
    await look(kim);
    assert.match(await publicly(kim, `/sites/${slug}`), new RegExp(`^200[^]*${name}`));
    await ana.goto("/agency");
    assert.ok((await ana.locator("main").innerText()).includes(name!));
    assert.doesNotMatch(await ana.locator("main").innerText(), /Waiting for a steward/);
    assert.deepEqual([...complaints, ...more], []);
    await ana.context().close();
    await kim.context().close();
  });

  test(`a first offer is sent back with a note that its agency reads: ${how}`, withDesk, async () => {
    const { page: ana, complaints } = await sit(browser, "ana", { javaScriptEnabled: script });
    const { page: kim, complaints: more } = await sit(browser, "kim", { javaScriptEnabled: script });
    await ana.goto(`${HOUSE}/offers`);
    await ana.locator("[name='services.peer-support.offer'][value=yes]").check();
    await ana.getByRole("button", { name: "Save" }).click();
    await look(ana);
    assert.match(await ana.getByRole("status").first().innerText(), /Sent to the stewards\. It is not public yet\./);
    assert.doesNotMatch(await publicly(ana, "/sites/cedar-circle-house"), /Talk with people who have been there/);

    await kim.goto("/steward/review");
    await kim.getByRole("link", { name: "Cedar Circle House" }).first().click();
    await look(kim);
    await kim.getByRole("button", { name: "Send back" }).click();
    await kim.getByRole("alert").waitFor();
    await look(kim);
    await kim.locator("#note").fill(`Who is there, and when? ${how}`);
    await kim.getByRole("button", { name: "Send back" }).click();
    await look(kim);
    await ana.goto("/agency");
    await look(ana);
    await ana.getByRole("link", { name: /A steward sent .* back/ }).click();
    await look(ana);
    assert.ok((await ana.locator("main").innerText()).includes(`Who is there, and when? ${how}`));
    assert.deepEqual([...complaints, ...more], []);
    await ana.context().close();
    await kim.context().close();
  });

  test(`a change is taken back as a change of its own: ${how}`, withDesk, async () => {
    const { page: bo, complaints } = await sit(browser, "bo", { javaScriptEnabled: script });
    const { page: kim, complaints: more } = await sit(browser, "kim", { javaScriptEnabled: script });
    const before = (await publicly(bo, "/sites/cedar-circle-house")).includes("Ring the bell twice.");
    assert.equal(before, false);
    await bo.goto(`${HOUSE}/details`);
    await bo.locator("[name='access.en']").fill("Ring the bell twice.");
    await bo.getByRole("button", { name: "Save" }).click();
    assert.match(await publicly(bo, "/sites/cedar-circle-house"), /Ring the bell twice\./);
    await kim.goto(`${HOUSE}/history`);
    await look(kim);
    await kim.getByRole("link", { name: "Take this back" }).first().click();
    await look(kim);
    await kim.locator("#reason").fill("There is no bell.");
    await kim.locator("main form button.main").click();
    await look(kim);
    assert.doesNotMatch(await publicly(bo, "/sites/cedar-circle-house"), /Ring the bell twice\./);
    assert.match(await kim.locator("main").innerText(), /There is no bell\.[^]*Ring the bell twice\./);
    assert.deepEqual([...complaints, ...more], []);
    await bo.context().close();
    await kim.context().close();
  });
}

test("a token is shown once, changes its own agency's places, and is ended", withDesk, async () => {
  const { page: kim, complaints } = await sit(browser, "kim");
  await kim.goto("/steward/tokens");
  await kim.locator("main form button.main").click();
  await kim.getByRole("alert").waitFor();
  await clean(kim);
  await kim.locator("#organization").selectOption("cedar-circle");
  await kim.locator("#label").fill("Front desk calendar");
  await kim.locator("main form button.main").click();
  const token = await kim.locator("code.secret").innerText();
  await clean(kim);
  await kim.goto("/steward/tokens");
  assert.ok(!(await kim.content()).includes(token), "shown once");
  const close = async (site: string): Promise<number> => {
    const seen = await fetch(`${SERVER}/api/v1/sites/${site}`);
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "if-match": seen.headers.get("etag") ?? "*" };
    const body = JSON.stringify({ kind: "closed", first: "2027-03-01", last: "2027-03-01", reason: { en: "Inventory" } });
    return (await fetch(`${SERVER}/api/v1/sites/${site}/exceptions`, { method: "POST", headers, body })).status;
  };
  assert.equal(await close("cedar-circle-house"), 201);
  assert.equal(await close("granite-street-drop-in"), 404);
  await kim.locator("li.card", { hasText: "Front desk calendar" }).getByRole("button").click();
  await kim.locator("details summary").click();
  await clean(kim);
  assert.equal(await close("cedar-circle-house"), 401);
  assert.deepEqual(complaints, []);
  await kim.context().close();
});

test("a second step is asked of who has one, and a recovery code stands in for a lost phone", withDesk, async () => {
  const clock = async (): Promise<number> => Date.parse(((await (await fetch(`${SERVER}/api/v1/health`)).json()) as { clock: string }).clock) / 1000;
  const phone = async (): Promise<Page> => (await browser.newContext({ baseURL: SERVER!, viewport: { width: 360, height: 740 } })).newPage();
  const email = "second-step@example.org";
  const typed = async (page: Page): Promise<void> => {
    await page.locator("[name=email]").fill(email);
    await page.locator("[name=password]").fill(PASSWORD);
  };
  const own = await phone();
  await own.goto(await invited(browser, "", email));
  await own.locator("#password").fill(PASSWORD);
  await own.locator("main form button").click();
  await typed(own);
  await own.locator("main form button").first().click();
  await own.waitForURL(/\/agency$/);
  await own.goto("/account");
  await own.locator("#step form button").click();
  await own.locator("#proof-password").waitFor();
  await clean(own);
  await own.locator("#proof-password").fill("not this one");
  await own.locator("main form button.main").click();
  await own.getByRole("alert").waitFor();
  await own.locator("#proof-password").fill(PASSWORD);
  await own.locator("main form button.main").click();
  await own.locator("#step .qr").waitFor();
  await clean(own);
  const secret = await own.locator("#step code").first().innerText();
  await own.locator("#code").fill("000000");
  await own.locator("#step button.main").click();
  await own.getByRole("alert").waitFor();
  await clean(own);
  await own.locator("#code").fill(codeAt(secret, (await clock()) - 30));
  await own.locator("#step button.main").click();
  const [recovery] = await own.locator(".codes code").allInnerTexts();
  await clean(own);

  const enter = async (code: string): Promise<Page> => {
    const page = await phone();
    await page.goto("/login");
    await typed(page);
    await page.locator("main form button").first().click();
    await page.getByRole("alert").waitFor();
    await clean(page);
    await typed(page);
    await page.locator("[name=code]").fill(code);
    await page.locator("main form button").first().click();
    return page;
  };
  for (const [code, good] of [[codeAt(secret, await clock()), true], [recovery!, true], [recovery!, false]] as const) {
    const page = await enter(code);
    if (good) await page.waitForURL(/\/agency$/);
    else await page.getByText("That code is not right, or was used before.").waitFor();
    await page.context().close();
  }
  await own.goto("/account");
  await own.locator("#step button[value=off]").click();
  await own.locator("#step", { hasText: "Set up a second step" }).waitFor();
  await own.context().close();
});

for (const script of [true, false])
  test(`a map of one's own is sent, looked at and installed, and the page says so by itself: ${script ? "with script" : "without script"}`, withDesk, async () => {
    const { page, complaints } = await sit(browser, "kim", { javaScriptEnabled: script });
    await page.goto("/steward/map");
    if (script) await clean(page);
    await page.getByLabel("PMTiles file").setInputFiles({ name: "town.pmtiles", mimeType: "application/octet-stream", buffer: Buffer.from("no map") });
    await page.getByRole("button", { name: "Send and install it" }).click();
    await page.getByRole("alert").filter({ hasText: "this is not a whole PMTiles archive" }).waitFor();
    await page.getByLabel("PMTiles file").setInputFiles("../data/training/basemap.pmtiles");
    await page.getByRole("button", { name: "Send and install it" }).click();
    await page.getByRole("status").filter({ hasText: "The new map is installed." }).waitFor();
    if (script) await clean(page);
    // What a button begins goes on by itself too: nobody can be asked here, and that is told without a key pressed.
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
