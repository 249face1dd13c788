// The saved list: what a phone shows without a network, for how long, and how it is removed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { placesOf } from "../src/offline/places";
import type { Saved } from "../src/api/directory";
import type { PlaceCollection } from "../src/api/places";
import { isForGood } from "../src/worker/paths";
import { launch, open, SERVER, withServer, zipped, type Watched } from "./browser";
import { GoBetween } from "./go-between";

let browser: Browser;
const lines: GoBetween[] = [];
before(async () => {
  if (SERVER) browser = await launch();
});
after(async () => {
  await browser?.close();
  for (const line of lines) line.close();
});

/** The server's clock; the phone's runs with it. */
const NOW = "2026-11-25T14:15:00-05:00";
const DAY_MS = 24 * 3600 * 1000;

/** A phone, with a line to the server that can be cut. */
interface Phone extends Watched {
  readonly line: GoBetween;
}

/** Opens a list on a phone with the right time, and waits until it is saved. */
async function visited(path = "/?need=food", options: BrowserContextOptions = {}, on = browser): Promise<Phone> {
  const line = await GoBetween.open();
  lines.push(line);
  const watched = await open(on, { baseURL: line.url, ...options });
  await watched.page.clock.setFixedTime(new Date(NOW));
  await watched.page.goto(path);
  await watched.page.locator(".saved-note").waitFor();
  return { ...watched, line };
}

async function offline(path: string, options: BrowserContextOptions = {}): Promise<Phone> {
  const phone = await visited(path.startsWith("/fr") ? "/fr/" : "/", options);
  phone.line.cut();
  await read(phone.page, path);
  return phone;
}

/** Goes to an address and waits until the saved list is on the page. */
async function read(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await shown(page);
}

/** Waits until the saved list is on the page, which it is only where the network gave no page. */
const shown = (page: Page): Promise<void> => page.locator("[data-part=shown]:not([hidden])").waitFor();

/** What the cards say, one after another. */
async function cards(page: Page): Promise<string[]> {
  return page.locator(".card").evaluateAll((all) =>
    all.map((card) => {
      const said = (one: Element | null): string => (one as HTMLElement | null)?.innerText.replace(/\s+/g, " ").trim() ?? "";
      // Whether it was right is asked where the answer can be sent.
      const asked = said(card.querySelector(".ask"));
      return asked ? said(card).replace(asked, "").trim() : said(card);
    }),
  );
}

const caches_ = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
const workers = (page: Page): Promise<number> => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("without a network the phone says what the server would have said, in both languages", withServer, async () => {
  const questions = [
    "/?need=supplies",
    "/?need=supplies&from=birch-health-office&near=mill-bridge-west",
    "/?need=disposal&near=west-point",
    "/?need=withdrawal",
    "/?need=food&from=birch-hall",
    "/?need=food&pets=yes&near=mill-bridge-west",
    "/?need=food&pets=yes&no_id=yes",
    "/?need=peer-support&age=40",
    "/go/birch-health-office",
    "/go/old-mill-counter?need=disposal",
    "/go/lantern-rest-shelter?ref=poster",
  ];
  for (const twin of ["", "/fr"]) {
    const { page, line, check } = await visited(`${twin}/`);
    const right: string[][] = [];
    for (const question of questions) {
      await page.goto(twin + question);
      right.push(await cards(page));
    }
    line.cut();
    for (const [ix, question] of questions.entries()) {
      await read(page, twin + question);
      assert.deepEqual(await cards(page), right[ix], twin + question);
      assert.match(await page.locator("[data-part=when]").innerText(), twin ? /enregistrée mercredi à 14\u00a0h\u00a015/ : /Saved Wednesday 2:15 pm/);
    }
    assert.match(await page.locator(".calm").nth(1).innerText(), /shelter may not hand out|ne peut pas remettre/);
    await check();
    await page.context().close();
  }
});

test("a line that is cut is cut for the page and for its worker", withServer, async () => {
  const { page, line } = await visited("/");
  const [worker] = page.context().serviceWorkers();
  const get = (): Promise<string> => fetch("/api/v1/needs", { cache: "no-store" }).then(({ status }) => `${status}`, ({ name }: Error) => name);
  const both = (): Promise<string[]> => Promise.all([page.evaluate(get), worker!.evaluate(get)]);
  assert.deepEqual(await both(), ["200", "200"]);
  line.cut();
  assert.deepEqual(await both(), ["TypeError", "TypeError"]);
  assert.ok(line.refused >= 2, `${line.refused} tries`);
  line.mend();
  assert.deepEqual(await both(), ["200", "200"]);
  await page.context().close();
});

test("find, lose the network, find something else, call: by taps alone", withServer, async () => {
  const { page, line, check } = await visited("/?need=supplies");
  line.cut();
  await page.reload();
  await shown(page);
  await page.locator(".change summary").first().click();
  await page.locator(".needs a", { hasText: "Food" }).click();
  await page.locator("h2", { hasText: "Food" }).waitFor();
  assert.equal(await page.locator(".needs [aria-current]").textContent(), "Food");
  await page.locator(".nearest summary").click();
  await page.selectOption("#near", "cedar-school");
  await page.locator(".near button").first().click();
  await page.locator(".far", { hasText: "about" }).first().waitFor();
  assert.match(page.url(), /\?need=food&near=cedar-school$/);
  assert.match((await cards(page))[0]!, /about [\d.]+\sk?m as the crow flies|at least [\d.]+\sk?m by foot/);
  await page.locator(".card h3 a").first().click();
  await page.locator("h1", { hasText: /House|Hall|Kitchen/ }).waitFor();
  await shown(page);
  assert.match((await page.locator(".button.main").first().getAttribute("href"))!, /^tel:/);
  await check();
  await page.context().close();
});

test("a place has its own page without a network, with its hours of seven days", withServer, async () => {
  const { page, check } = await offline("/sites/cedar-circle-house");
  assert.equal(await page.locator("h1").innerText(), "Cedar Circle House");
  const main = await page.locator("main").innerText();
  for (const words of ["7 Cedar Lane", "Open now, until 6 pm", "807-555-0103", "Round porch", "Staff training", "Confirmed November 5, 2026"]) {
    assert.ok(main.includes(words), words);
  }
  const week = await page.locator(".week").first().innerText();
  assert.match(week, /^Wednesday, November 25 \(today\)\s+10 am to 6 pm/);
  assert.equal(week.trim().split("\n").length, 7);
  await read(page, "/sites/old-mill-counter");
  await page.locator(".row", { hasText: "Where to go for this now" }).first().click();
  await page.locator("h2", { hasText: "New needles" }).waitFor();
  assert.match((await cards(page))[0]!, /^Pinecone Pharmacy, West/);
  await read(page, "/sites/nowhere");
  assert.match(await page.locator("main").innerText(), /not in the saved list/);
  assert.ok((await cards(page)).length > 0, "no dead end");
  await check();
  await page.context().close();
});

test("days that differ and holidays are those of the server's page, until they are over", withServer, async () => {
  const { page, line } = await visited("/");
  const under = (heading: string): Promise<string[]> =>
    page.locator("main h2", { hasText: heading }).locator("xpath=following-sibling::ul[1]/li").allInnerTexts();
  const headings = ["Days that are different", "Holidays soon"] as const;
  await page.goto("/sites/cedar-circle-house");
  const [differ, holidays] = await Promise.all(headings.map(under));
  assert.ok(differ!.length > 0 && holidays!.length > 1, "there is something to compare");
  line.cut();
  await read(page, "/sites/cedar-circle-house");
  assert.deepEqual(await Promise.all(headings.map(under)), [differ, holidays]);
  // The training is on December 9 and over at its midnight; the winter Saturday is the 12th.
  for (const [at, left, next] of [
    ["2026-12-09T23:59:00-05:00", differ!.length, "Christmas Day"],
    ["2026-12-10T00:00:00-05:00", differ!.length - 1, "Christmas Day"],
    ["2026-12-26T00:00:00-05:00", differ!.length - 2, "Boxing Day"],
  ] as const) {
    await page.clock.setFixedTime(new Date(at));
    await read(page, "/sites/cedar-circle-house");
    assert.equal((await under(headings[0])).length, left, at);
    assert.match((await under(headings[1]))[0]!, new RegExp(next), at);
  }
  await page.context().close();
});

test("without a network a name finds what the server finds, by its old name too, and says what became of it", withServer, async () => {
  const { page, line, check } = await visited("/");
  const found = (): Promise<string> => page.locator("main ul.plain").last().innerText().then((words) => words.replace(/\s+/g, " ").trim());
  const asked = ["where did the health unit go?", "old mill", "friendship center", "lantren", "ferry road box", "pinecone"];
  const right: string[] = [];
  for (const one of asked) {
    await page.goto(`/search?q=${encodeURIComponent(one)}`);
    right.push(await found());
  }
  assert.match(right[0]!, /“Birch Landing Health Unit” is now called Birch Landing Health Office\./);
  assert.match(right[1]!, /where to go now: Pinecone Pharmacy, West Side/);
  line.cut();
  await read(page, "/search");
  for (const [ix, one] of asked.entries()) {
    await page.fill("#q", one);
    await page.press("#q", "Enter");
    await page.waitForURL(/\?q=/);
    await shown(page);
    await page.waitForFunction((words) => (document.querySelector("#q") as HTMLInputElement | null)?.value === words, one);
    assert.equal(await found(), right[ix], one);
  }
  await page.goto("/search?q=narcan");
  await shown(page);
  assert.doesNotMatch(await page.locator("main").innerText(), /We know of no place/);
  await check();
  await page.context().close();
});

test("without a network one chooses what one needs there, and takes it away again", withServer, async () => {
  const { page, check } = await offline("/?need=food");
  await page.locator(".nearest summary").click();
  assert.deepEqual(await page.locator(".wishes label:visible").allInnerTexts(), ["No ID asked for", "No steps", "For women", "Pets may come in", "Your age"]);
  await page.getByLabel("Pets may come in").check();
  await page.locator(".near button").first().click();
  await page.waitForURL(/pets=yes/);
  await shown(page);
  assert.match(await page.locator("main").innerText(), /Only: Pets may come in\.[\s\S]*Cedar Circle House[\s\S]*Nobody has said for these[\s\S]*West Side Kitchen[\s\S]*One place said no/);
  assert.doesNotMatch((await cards(page)).join(), /Kettle Table Hall/);
  await page.getByText("Show all").click();
  await page.waitForURL(/need=food$/);
  await shown(page);
  assert.match((await cards(page)).join(), /Kettle Table Hall/);
  await check();
  await page.context().close();
});

test("pages that need the network say so, and show the list all the same", withServer, async () => {
  const { page } = await offline("/plan");
  assert.match(await page.locator("main").innerText(), /needs the network/);
  assert.ok((await cards(page)).length > 0);
  await read(page, "/disposal");
  assert.match((await page.locator("h2").allInnerTexts()).join(), /Drop off used needles/);
  await read(page, "/map?need=food");
  assert.match(await page.locator("main").innerText(), /map is not on this phone yet/);
  await page.context().close();
});

test("a phone's own position sorts the saved list too, and goes nowhere", withServer, async () => {
  const here = { latitude: 49.56137, longitude: -94.90511, accuracy: 20 };
  const { page, requests, check } = await offline("/?need=disposal", { geolocation: here, permissions: ["geolocation"] });
  await page.locator(".nearest summary").click();
  await page.locator("[data-part=here]").click();
  await page.locator("[data-part=near-status]", { hasText: "starts from where you are" }).waitFor();
  const [first] = await cards(page);
  assert.match(first!, /^(?:West Landing|North Dock) needle box .*(?:about|at least) [\d.]+\sk?m/);
  for (const request of requests) assert.doesNotMatch(request, /49\.56|94\.90/);
  await check();
  await page.context().close();
});

test("after 14 days the saved list is old, and everything is call first", withServer, async () => {
  for (const [twin, words, call] of [["", "Saved list is old. Ask first.", "Call first"], ["/fr", "est vieille. Demandez", "Appelez d’abord"]] as const) {
    const { page } = await offline(`${twin}/?need=supplies`);
    await page.clock.setFixedTime(new Date(Date.parse(NOW) + 14 * DAY_MS - 60_000));
    await read(page, `${twin}/?need=supplies`);
    assert.doesNotMatch(await page.locator("main").innerText(), new RegExp(words));
    await page.clock.setFixedTime(new Date(Date.parse(NOW) + 14 * DAY_MS));
    await read(page, `${twin}/?need=supplies`);
    assert.match(await page.locator("main").innerText(), new RegExp(words));
    assert.match(await page.locator("[data-part=when]").innerText(), /2026/, "which Wednesday");
    assert.deepEqual(await page.locator(".state.open, .state.closed").count(), 0);
    assert.ok((await page.locator(".state").allInnerTexts()).every((text) => text === call));
    assert.ok((await page.locator(".calm .button").count()) > 0, "whom to call comes first");
    await page.context().close();
  }
});

test("states follow the phone's clock, minute by minute, whatever its zone", withServer, async () => {
  const { page } = await offline("/?need=supplies", { timezoneId: "Asia/Tokyo" });
  for (const [at, words] of [
    ["2026-11-25T17:59:59-05:00", "Open now, until 6 pm"],
    ["2026-11-25T18:00:00-05:00", "Opens tomorrow 10 am"],
    ["2026-11-26T00:00:00-05:00", "Opens 10 am"],
    ["2026-11-28T12:00:00-05:00", "Opens Monday 10 am"],
    ["2026-12-09T11:00:00-05:00", "Closed today: Staff training"],
  ] as const) {
    await page.clock.setFixedTime(new Date(at));
    await read(page, "/?need=supplies");
    const cedar = page.locator(".card", { hasText: "Cedar Circle House" });
    assert.ok((await cedar.innerText()).includes(words), `${at}: ${await cedar.innerText()}`);
  }
  await page.context().close();
});

test("a clock from before the list was saved is not trusted", withServer, async () => {
  const { page } = await offline("/?need=supplies");
  await page.clock.setFixedTime(new Date(Date.parse(NOW) - DAY_MS));
  await read(page, "/?need=supplies");
  assert.match(await page.locator("main").innerText(), /clock on your phone may be wrong/);
  assert.deepEqual(await page.locator(".state.open, .state.closed").count(), 0);
  await page.context().close();
});

test("what is saved tells no need, no landmark, no door and no time of a visit", withServer, async () => {
  const { page, check } = await visited("/?need=supplies&near=bus-depot&from=birch-health-office");
  await page.goto("/sites/tamarack-house");
  await page.goto("/?need=withdrawal");
  const kept = await page.evaluate(async () => {
    const found: { name: string; url: string; headers: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = (await cache.match(request))!;
        const told = request.url.includes("directory.json");
        found.push({ name, url: request.url, headers: told ? [...answer.headers.keys()].sort().join() : "" });
      }
    }
    return found;
  });
  const addresses = kept.map(({ url }) => new URL(url).pathname + new URL(url).search);
  assert.ok(addresses.length >= 8);
  for (const address of addresses) {
    assert.match(address, /^\/assets\/|^\/(offline|privacy|leave|overdose|found)$|^\/api\/v1\/directory\.json\?lang=en$/, address);
  }
  assert.deepEqual(kept.filter(({ headers }) => headers).map(({ headers }) => headers), ["content-type,etag,last-modified"]);
  assert.equal(await page.evaluate(() => document.cookie), "");
  await check();
  await page.context().close();
});

test("Remove saved list leaves nothing, even without a network, and nothing comes back in that tab", withServer, async () => {
  for (const network of [true, false]) {
    const { page, line } = await visited("/fr/");
    if (!network) line.cut();
    await page.goto("/fr/privacy");
    await page.locator("[data-part=remove]").click();
    await page.locator("[data-part=status]", { hasText: "C’est enlevé" }).waitFor();
    assert.deepEqual([await caches_(page), await workers(page)], [[], 0]);
    assert.equal(await page.locator("[data-part=remove]").isVisible(), false);
    assert.equal(line.refused > 0, !network, "the page itself came out of the saved list");
    line.mend();
    await page.goto("/fr/?need=food");
    await page.waitForLoadState("networkidle");
    assert.deepEqual([await caches_(page), await workers(page)], [[], 0]);
    assert.equal(await page.locator(".saved-note").isVisible(), false);
    await page.goto("/fr/privacy");
    await page.locator("[data-part=status]", { hasText: "Aucune liste" }).waitFor();
    // A new tab is a new visit.
    const next = await page.context().newPage();
    await next.goto("/");
    await next.locator(".saved-note").waitFor();
    assert.equal(await workers(next), 1);
    await page.context().close();
  }
});

test("only a list page saves the list", withServer, async () => {
  const { page } = await open(browser);
  for (const path of ["/privacy", "/leave", "/about", "/plan", "/sites/cedar-circle-house"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    assert.deepEqual([await caches_(page), await workers(page)], [[], 0], path);
  }
  await page.context().close();
});

test("without script nothing is saved, and the page says how to clear a phone by hand", withServer, async () => {
  const { page } = await open(browser, { javaScriptEnabled: false });
  await page.goto("/");
  await page.goto("/privacy");
  assert.equal(page.context().serviceWorkers().length, 0);
  assert.equal(await page.locator("[data-part=remove]").isVisible(), false);
  assert.match(await page.locator("main").innerText(), /delete the data of this site/);
  await page.goto("/offline");
  assert.ok((await page.locator(".lines .button").count()) > 0, "whom to call is there without script");
  await page.context().close();
});

test("the page of the saved list is accessible and fits, old in the light and new in the dark", withServer, async () => {
  for (const [colorScheme, days] of [["light", 20], ["dark", 0]] as const) {
    const { page } = await offline("/", { colorScheme, viewport: { width: 320, height: 640 } });
    await page.clock.setFixedTime(new Date(Date.parse(NOW) + days * DAY_MS));
    for (const path of ["/", "/go/birch-health-office", "/?need=disposal&near=west-point", "/sites/birch-health-office", "/privacy"]) {
      await page.goto(path);
      await page.locator("[data-part=shown]:not([hidden]), #saved-list").first().waitFor();
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`);
    }
    await page.context().close();
  }
});

test("the first answer is on the first screen without a network too", withServer, async () => {
  const { page } = await offline("/?need=food");
  for (const path of ["/?need=food", "/go/birch-health-office"]) {
    await read(page, path);
    // Either a place with its state, or, when nothing is known to be open, a line to call.
    const state = await page.locator(".card .state, .calm .lines b").first().boundingBox();
    assert.ok(state && state.y + state.height <= 740, `${path}: the answer ends at ${state && state.y + state.height}`);
  }
  await page.context().close();
});

test("a network that stays silent is given up after some seconds; one that is down, at once", withServer, async () => {
  const { page, line } = await visited("/");
  for (const mood of ["silent", "down"] as const) {
    line.mood = mood;
    await read(page, "/?need=supplies");
    assert.match((await cards(page))[0]!, /Open now/, mood);
  }
  line.mood = "passes";
  await page.locator("[data-part=again]").click();
  await page.locator(".saved-note").waitFor();
  assert.equal(await page.locator("[data-part=when]").count(), 0, "the network's own page is back");
  await page.context().close();
});

test("a new worker takes over by itself; one that does not load harms nothing", withServer, async () => {
  const { page, line } = await visited("/fr/");
  const [old] = await caches_(page);
  for (const broken of [null, () => "this is not a script", (script: string) => script.replace("/assets/icons-", "/assets/nothing-")]) {
    line.worker = broken;
    await page.goto("/fr/?need=food");
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined));
    assert.ok((await cards(page)).length > 0);
    assert.ok((await caches_(page)).includes(old!), "the worker before it stays");
  }
  line.worker = (script) => script.replace(/"version":"\w+"/, '"version":"later"');
  await page.goto("/fr/?need=food");
  await page.waitForFunction(async () => (await caches.keys()).join() === "where-to-go-later");
  line.cut();
  await read(page, "/fr/?need=supplies");
  assert.match((await cards(page))[0]!, /Ouvert/, "the list came along");
  await page.context().close();
});

test("a list that is young and holds every edit is not fetched again", withServer, async () => {
  const { page, check } = await visited("/");
  // Told as the page of an unchanged directory tells it, and as one with a later edit does.
  const tell = (sequence: string): Promise<unknown> =>
    page.evaluate(async ({ sequence, now }) => {
      const cache = await caches.open((await caches.keys())[0]!);
      const url = "/api/v1/directory.json?lang=en";
      const list = (await cache.match(url))!;
      const headers = new Headers(list.headers);
      headers.set("last-modified", now);
      await cache.put(url, new Response("{}", { headers }));
      const { active } = await navigator.serviceWorker.ready;
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        active!.postMessage({ keep: "en", sequence }, [port2]);
      });
      return (await (await cache.match(url))!.text()).length;
    }, { sequence, now: new Date().toUTCString() });
  const sequence = await page.locator(".saved-note").getAttribute("data-sequence");
  assert.equal(await tell(sequence!), 2, "left alone");
  assert.ok(((await tell("999999")) as number) > 1000, "fetched again");
  await check();
  await page.context().close();
});

test("it can be put on a home screen under a neutral name", withServer, async () => {
  const { page } = await visited("/");
  const session = await page.context().newCDPSession(page);
  const { errors } = (await session.send("Page.getAppManifest")) as { errors: unknown[] };
  assert.deepEqual(errors, []);
  const { installabilityErrors } = (await session.send("Page.getInstallabilityErrors")) as { installabilityErrors: { errorId: string }[] };
  // The tests' own windows are private ones, in which nothing can be installed.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  for (const [path, name] of [["/manifest.webmanifest", "Where to go now"], ["/fr/manifest.webmanifest", "Où aller maintenant"]] as const) {
    const answer = await fetch(SERVER + path);
    assert.equal(answer.headers.get("content-type"), "application/manifest+json");
    const manifest = (await answer.json()) as { name: string; icons: { src: string; purpose: string }[] };
    assert.equal(manifest.name, name);
    assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
    for (const { src } of manifest.icons) assert.equal((await fetch(SERVER + src)).status, 200, src);
  }
  await page.context().close();
});

test("the map's places from the saved list are those of the server", withServer, async () => {
  for (const twin of ["", "/fr"]) {
    const list = (await (await fetch(`${SERVER}/api/v1/directory.json?lang=${twin ? "fr" : "en"}`)).json()) as Saved;
    const right = (await (await fetch(`${SERVER}${twin}/map/places.geojson`)).json()) as PlaceCollection;
    // Which kind of box it is the saved list does not know: it is a choice on the map alone.
    for (const { properties } of right.features) delete (properties as { kind?: string }).kind;
    assert.deepEqual(JSON.parse(JSON.stringify(placesOf(list, Date.parse(NOW) / 1000))), right);
  }
});

test("a map that was looked at works without a network, and its tiles with it", withServer, async (t) => {
  const drawing = await launch(["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]);
  t.after(() => drawing.close());
  const { page, line, requests, check } = await visited("/", {}, drawing);
  await page.goto("/map?need=food");
  // The map's own page opens it by itself; from the saved list it comes with a tap.
  const look = (): Promise<void> => page.locator(".mapped .pin").first().waitFor();
  await look();
  const tiles = (): Promise<string[]> =>
    page.evaluate(async () => {
      const keys = await (await caches.open("where-to-go-map")).keys();
      return keys.map(({ url }) => url).filter((url) => url.includes("/tiles/basemap/"));
    });
  for (let press = 0; press < 20 && !(await tiles()).length; press++) {
    await page.locator("[data-act=out]").click();
    await page.waitForTimeout(500);
  }
  const [tile] = await tiles();
  assert.ok(tile, "no tile was kept");
  // The worker keeps a file after it has handed it on: what was asked for last may still be on its way into the cache.
  await page.waitForLoadState("networkidle");
  const paths = requests.map((one) => new URL(one.trim()).pathname).filter(isForGood);
  await page.waitForFunction(
    async (all) => (await Promise.all(all.map((path) => caches.match(path, { ignoreVary: true })))).every(Boolean),
    paths,
  );
  const kept = await page.evaluate(async () => (await (await caches.open("where-to-go-map")).keys()).map(({ url }) => new URL(url).search));
  assert.deepEqual(kept.filter(Boolean), [], "nothing is kept with a query");
  line.cut();
  await read(page, "/map?need=food");
  assert.doesNotMatch(await page.locator("main").innerText(), /map is not on this phone/);
  await page.locator("[data-part=show]").click();
  await look();
  const status = await page.evaluate(async (url) => (await fetch(url)).status, tile);
  assert.equal(status, 200);
  await check();
  await page.context().close();
});

test("the scripts are small: the optional one 10 kB, what shows the saved list 15 kB, the worker 4 kB", withServer, async () => {
  const bytes = async (path: string): Promise<number> => zipped(await (await fetch(SERVER + path)).text());
  const script = (html: string, name: string): string => new RegExp(`/assets/${name}-[\\w]+\\.js`).exec(html)![0];
  const html = await (await fetch(`${SERVER}/offline`)).text();
  const sizes = {
    page: await bytes(script(html, "page")),
    offline: await bytes(script(html, "offline")),
    shell: zipped(html),
    worker: await bytes("/sw.js"),
    list: await bytes("/api/v1/directory.json"),
  };
  // What shows the saved list is fetched once, after the list, and holds the search that reads questions, a whole page of a place and what people
  // ask before they go; its page holds the words and the drawings of all three.
  const most = { page: 10_240, offline: 15_360, shell: 10_240, worker: 4_096, list: 17_408 };
  for (const name of ["page", "offline", "shell", "worker", "list"] as const) assert.ok(sizes[name] <= most[name], `${name}: ${sizes[name]} bytes`);
});
