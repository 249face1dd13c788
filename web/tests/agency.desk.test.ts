// A new agency worker on a phone, with script and without: each journey from the list of places to the public page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { launch, overlaps, SERVER } from "./browser";
import { sit, withDesk } from "./desk";
import { GoBetween } from "./go-between";

const HOUSE = "/agency/sites/cedar-circle-house";
const FORMS = ["", "/hours/supplies", "/holidays/supplies", "/services/supplies", "/details", "/offers", "/place", "/closings", "/closed?day=today", "/closings/staff-training"];
const PAGES = ["/agency", "/agency/holidays", "/agency/organization", ...FORMS.map((form) => `${HOUSE}${form}`)];

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

/** What the public reads. */
async function publicly(page: Page): Promise<string> {
  const answer = await page.request.get(`${SERVER}/sites/cedar-circle-house`);
  return answer.text();
}

/** From the list of places to the one place. */
async function toTheHouse(page: Page): Promise<void> {
  await page.goto("/agency");
  await page.getByRole("link", { name: /Change something/ }).click();
}

test("what is typed makes the choice with which it counts", withDesk, async () => {
  const { page, complaints } = await sit(browser, "ana");
  await page.goto(`${HOUSE}/closings`);
  const chosen = (name: string): Promise<string> => page.locator(`input[name=${name}]:checked`).inputValue();
  for (const [field, words, choice, value] of [
    ["review", "2026-12-01", "end", "review"],
    ["last", "2026-12-03", "end", "last"],
    ["from", "10:00", "kind", "open"],
    ["reason.en", "Flood", "why", "own"],
  ] as const) {
    await page.locator(`[name='${field}']`).fill(words);
    assert.equal(await chosen(choice), value, field);
  }
  await page.goto(`${HOUSE}/stock`);
  await page.locator("[name=day]").fill("2026-12-03");
  assert.equal(await chosen("again"), "day");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

for (const script of [true, false]) {
  const how = script ? "with script" : "without script";
  const [time, words, end] = script ? ["6:45 pm", "18:45", "Staff training"] : ["7:15 pm", "19:15", "Repairs"];

  test(`Monday's hours are changed, looked at and public, ${how}`, withDesk, async () => {
    const { page, complaints } = await sit(browser, "ana", { javaScriptEnabled: script });
    await toTheHouse(page);
    await page.getByRole("link", { name: /Change these hours.*New needles/ }).click();
    await page.locator("[name='mo.to.1']").fill(words!);
    await page.getByRole("button", { name: "Look at it before it counts" }).last().click();
    await page.getByRole("heading", { name: "Is this right?" }).waitFor();
    assert.match(await page.locator("main").innerText(), new RegExp(`Monday\\s+10 am to ${time}`));
    assert.doesNotMatch(await publicly(page), new RegExp(`10 am to ${time}`));
    await page.getByRole("button", { name: "Yes, save" }).click();
    assert.match(await page.locator("[role=status]").first().innerText(), /The new hours are public now/);
    assert.match(await publicly(page), new RegExp(`10 am to ${time}`));
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test(`a place is closed tomorrow in two taps, and opened again, ${how}`, withDesk, async () => {
    const { page, complaints } = await sit(browser, "ana", { javaScriptEnabled: script });
    await toTheHouse(page);
    await page.getByRole("link", { name: "Closed tomorrow" }).click();
    await page.getByLabel(end!).check();
    await page.getByRole("button", { name: /Yes, closed on Thursday, November 26/ }).click();
    assert.match(await publicly(page), new RegExp(`November 26, 2026: Closed. ${end}`));
    await page.getByRole("link", { name: /November 26, 2026/ }).click();
    await page.getByRole("button", { name: "Take it back" }).click();
    assert.doesNotMatch(await publicly(page), /November 26, 2026: Closed/);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test(`a label is stopped with better words and the better ones are public at once, ${how}`, withDesk, async () => {
    const { page, complaints } = await sit(browser, "ana", { javaScriptEnabled: script });
    await toTheHouse(page);
    await page.getByRole("link", { name: "New needles and supplies", exact: true }).click();
    const field = page.locator("[name='services.supplies.description.en']");
    await field.fill("clean needles for addicts");
    await page.getByRole("button", { name: "Save" }).click();
    const trouble = page.getByRole("alert");
    assert.match(await trouble.innerText(), /addicts/);
    assert.match(await page.locator(".fault").first().innerText(), /person who uses drugs/);
    assert.equal(await field.inputValue(), "clean needles for addicts");
    if (script) assert.equal(await trouble.evaluate((box) => box === document.activeElement), true);
    const better = `New needles for people who use drugs, ${how}.`;
    await field.fill(better);
    await page.getByRole("button", { name: "Save" }).click();
    assert.ok((await publicly(page)).includes(better));
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test("what was typed is kept without a connection once there is one again, and offered back", withDesk, async (t) => {
  const line = await GoBetween.open();
  t.after(() => line.close());
  const { page } = await sit(browser, "bo", { baseURL: line.url });
  await page.goto(`${HOUSE}/details`);
  line.cut();
  await page.locator("[name='access.en']").fill("Ramp at the ba");
  const status = page.locator("[data-part=status]");
  await status.filter({ hasText: "Not saved yet: no connection" }).waitFor();
  line.mend();
  await status.filter({ hasText: "Draft kept" }).waitFor();
  // The phone goes dead here; the next page is another one.
  const { page: later } = await sit(browser, "bo");
  await later.goto(`${HOUSE}/details`);
  await later.getByRole("button", { name: "Use the draft" }).click();
  assert.equal(await later.locator("[name='access.en']").inputValue(), "Ramp at the ba");
  const kept = await later.evaluate(() => [localStorage.length, sessionStorage.length]);
  assert.deepEqual(kept, [0, 0], "nothing is kept in the browser");
  await later.goto(`${HOUSE}/details`);
  await later.getByRole("button", { name: "Throw it away" }).click();
  assert.equal(await later.getByRole("button", { name: "Use the draft" }).count(), 0);
  await page.context().close();
  await later.context().close();
});

test("a phone that says it has a connection again is believed at once", withDesk, async (t) => {
  const line = await GoBetween.open();
  t.after(() => line.close());
  const { page } = await sit(browser, "rita", { baseURL: line.url });
  await page.clock.install();
  await page.goto("/agency/sites/granite-street-drop-in/details");
  // Its clock stands still from here on, so that no try comes by itself.
  await page.clock.pauseAt(Date.now() + 60_000);
  line.cut();
  await page.locator("[name='access.en']").fill("Two st");
  await page.clock.runFor(2_000);
  const status = page.locator("[data-part=status]");
  await status.filter({ hasText: "Not saved yet: no connection" }).waitFor();
  line.mend();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.clock.runFor(1);
  await status.filter({ hasText: "Draft kept" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await page.context().close();
});

test("a form sent without a connection is held, says so, and is sent when there is one again", withDesk, async (t) => {
  const line = await GoBetween.open();
  t.after(() => line.close());
  const { page } = await sit(browser, "rita", { baseURL: line.url });
  await page.goto("/agency/sites/granite-street-drop-in/details");
  line.cut();
  await page.locator("[name='access.en']").fill("One low step.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("It is held here and sent when there is one again").waitFor();
  assert.match(page.url(), /\/details$/);
  line.mend();
  await page.waitForURL(/done=details/);
  const answer = await page.request.get(`${SERVER}/sites/granite-street-drop-in`);
  assert.match(await answer.text(), /One low step\./);
  await page.context().close();
});

test("a form whose answer got lost on its way is sent again, counts once, and nobody sees an error of the browser", withDesk, async (t) => {
  const line = await GoBetween.open();
  t.after(() => line.close());
  const { page } = await sit(browser, "rita", { baseURL: line.url });
  await page.goto("/agency/sites/granite-street-drop-in/details");
  await page.locator("[name='access.en']").fill("Two low steps.");
  line.mood = "forgets";
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("It is held here and sent when there is one again").waitFor();
  line.mood = "passes";
  await page.waitForURL(/done=details/);
  await page.goto("/agency/sites/granite-street-drop-in/history");
  assert.equal(await page.getByText("“Two low steps.”").count(), 1, "it counted once");
  await page.context().close();
});

test("what has no key is not sent twice, and says that it may have arrived", withDesk, async (t) => {
  const line = await GoBetween.open();
  t.after(() => line.close());
  const { page } = await sit(browser, "rita", { baseURL: line.url });
  await page.goto("/account");
  line.mood = "forgets";
  await page.locator("button[value=offer]").click();
  await page.getByText("It may have arrived: load this page again and look").waitFor();
  assert.match(page.url(), /\/account$/);
  await page.context().close();
});

test("the point of a new place is taken from under the cross of a map, with keys alone", withDesk, async () => {
  const { page, complaints } = await sit(browser, "rita");
  await page.goto("/agency/sites/new");
  const point = page.locator("[name=point]");
  assert.equal(await page.locator(".map-view").count(), 0, "no map before somebody asks");
  await page.getByRole("button", { name: /Point at it on a map/ }).press("Enter");
  const closer = page.getByRole("button", { name: "Zoom in" });
  await closer.waitFor();
  const take = page.getByRole("button", { name: "Use the place under the cross" });
  for (let step = 0; step < 4; step++) await page.getByRole("button", { name: "Zoom out" }).press("Enter");
  await page.waitForTimeout(1_000);
  await take.press("Enter");
  await page.getByText("Look closer first").waitFor();
  assert.equal(await point.inputValue(), "");
  for (let step = 0; step < 12; step++) await closer.press("Enter");
  await page.waitForTimeout(1_500);
  await take.press("Enter");
  await page.getByText("Written in the field").waitFor();
  assert.match(await point.inputValue(), /^49\.\d{5}, -94\.\d{5}$/);
  await page.locator("[data-draft]").filter({ hasText: "Draft kept" }).waitFor();
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a session that ended elsewhere is told apart from a lost connection", withDesk, async () => {
  const { page } = await sit(browser, "rita");
  await page.goto("/agency/sites/granite-street-drop-in/details");
  await page.context().clearCookies();
  await page.locator("[name='access.en']").fill("Two st");
  await page.locator("[data-part=status]").filter({ hasText: "your session ended" }).waitFor();
  await page.context().close();
});

test("going back to a page that answered a form never asks to send it again", withDesk, async () => {
  const { page } = await sit(browser, "ana");
  await page.goto(`${HOUSE}/details`);
  await page.locator("[name='phone']").fill("call us");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").waitFor();
  await page.goto("/agency");
  await page.goBack();
  assert.match(await page.locator("h1").innerText(), /Description, door, phone, languages/);
  // And from a page that stands here because a form led to it, to the form as the server has it now.
  await page.locator("[name='access.en']").fill("A ramp at the side.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/done=details/);
  await page.goBack();
  await page.waitForURL(/\/details$/);
  // The address is there at once, the page a moment later.
  await page.getByRole("heading", { level: 1, name: /Description, door, phone, languages/ }).waitFor();
  assert.equal(await page.locator("[name='access.en']").inputValue(), "A ramp at the side.");
  await page.context().close();
});

test("a button that loads the form anew returns to its field", withDesk, async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await sit(browser, "ana", { javaScriptEnabled });
    await page.goto(`${HOUSE}/hours/supplies`);
    for (const [button, id] of [
      [/Another time.*Friday/, "f-fr-from-2"],
      [/Monday to Friday like Friday/, "f-fr-state"],
      ["Another day of the month", "f-monthly-2-nth"],
    ] as const) {
      await page.getByRole("button", { name: button }).click();
      const field = page.locator(`#${id}`);
      await field.waitFor();
      // Without script nothing of the page can be asked but where it stands.
      const box = await field.boundingBox();
      assert.ok(box && box.y >= 0 && box.y < 740, `${id} is in sight: ${JSON.stringify(box)}`);
    }
    await page.context().close();
  }
});

test("two people at one form both keep what they wrote, or are asked", withDesk, async () => {
  const { page: ana } = await sit(browser, "ana");
  const { page: bo } = await sit(browser, "bo");
  await ana.goto(`${HOUSE}/details`);
  await bo.goto(`${HOUSE}/details`);
  await ana.locator("[name='door.en']").fill("Green door");
  await ana.getByRole("button", { name: "Save" }).click();
  await ana.getByRole("status").first().waitFor();
  await bo.locator("[name='door.en']").fill("Red door");
  await bo.locator("[name='access.en']").fill("Ramp at the back.");
  await bo.getByRole("button", { name: "Save" }).click();
  await bo.getByText("Theirs: Green door").click();
  await bo.getByRole("button", { name: "Save" }).click();
  assert.match(await bo.getByRole("status").first().innerText(), /Ana .* changed this place while you were writing/);
  const page = await publicly(bo);
  assert.ok(page.includes("Green door") && page.includes("Ramp at the back."));
  await ana.context().close();
  await bo.context().close();
});

for (const scheme of ["light", "dark"] as const) {
  test(`every page is accessible, fits and has targets one can hit, ${scheme}`, withDesk, async () => {
    const { page, complaints } = await sit(browser, "ana", { colorScheme: scheme, viewport: { width: 320, height: 740 } });
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
      const small = await page.locator("main").evaluate((main) =>
        [...main.querySelectorAll<HTMLElement>("button:not(.first), select, textarea, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), .button, label.option")]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(small, [], path);
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}
