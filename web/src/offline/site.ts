// One place: what it offers, how to get there. As the server's page of a place has it.
import type { Dated, Service, Site } from "../api/directory";
import { Copy } from "../components/copy/copy";
import { calls, leave, shortOf, sureOf, withClosing, type Setting } from "./card";
import { MINUTE_S, momentAt } from "./hours";
import { listAt, type PageRequest } from "./request";
import { findOutOf, hasWeek, sentenceOf, tonight, weekOf } from "./sentence";
import { box, groupsOf } from "./site-boxes";
import { copyOf, drawState, listIn } from "./template";

const SUPPLIES = "supplies";

export function page(set: Setting, site: Site, home: string, request: PageRequest): DocumentFragment {
  const { say } = set;
  const other_name = site.organization_name !== site.name && say("run-by", site.organization_name);
  const example = set.markExamples && site.example;
  const of = (offer: Service["offer"]): readonly Service[] => site.services.filter((service) => service.offer === offer);
  // What was offered when its details were last confirmed still tells its usual hours, and to call first. Nobody is to call an emergency
  // department first, however little is known of it.
  const toldWhole = (service: Service): boolean => service.offer === "offered" || (service.offer === "unknown" && (!!service.emergency || hasWeek(set.saved, service)));
  const came = request.chosen ? request.need : null;
  const whole = site.services.filter(toldWhole);
  const unknown = of("unknown").filter((service) => !toldWhole(service));
  const first = site.services.find(({ need }) => need === came) ?? whole[0] ?? unknown[0];
  const ahead = (lines: readonly Dated[]): DocumentFragment[] =>
    lines.filter(([over]) => set.at < over * MINUTE_S).map(([, words]) => copyOf("words", { words }));
  const [changes, holidays] = [ahead(site.exceptions_in_words), ahead(site.holidays_in_words)];
  const { groups, once } = groupsOf(set, whole, came);
  const address = location.origin + site.links.page;
  const near = leave(set, site, of("offered").some(({ need }) => need === SUPPLIES));
  const copy = copyOf(
    "site",
    {
      ...underTheName(set, site, first),
      who: !!other_name || site.indigenous_led || example,
      run_by: other_name,
      indigenous_led: site.indigenous_led,
      example,
      ...near.words,
      description: site.description,
      whereabouts: site.whereabouts,
      ...calls(set, site),
      other_clock: site.zone !== set.saved.zone,
      offers: whole.length > 0,
      once,
      address: site.whereabouts,
      no_point: !site.point,
      door_name: !!site.door,
      door: site.door,
      access_name: !!site.access || site.step_free !== undefined,
      access: site.access,
      step_free: site.step_free !== undefined && say(site.step_free ? "wish-step_free" : "wish-steps"),
      phone: site.phone,
      no_phone: !site.phone,
      website_name: !!site.website,
      website: site.website,
      languages_name: site.languages_in_words.length > 0,
      languages: site.languages_in_words.join(", "),
      changes: changes.length > 0,
      holidays: holidays.length > 0,
      unknowns: unknown.length > 0,
      unknowns_find_out: findOut(set, site),
      refusals: of("not_offered").length > 0,
      text: true,
      source: site.source_in_words,
    },
    {
      call: site.links.call,
      directions: site.links.directions,
      where_else: first && whereElse(site, first, home),
      dispose_name: near.page,
      text: `sms:?&body=${encodeURIComponent(`${site.name} ${address}`)}`,
    },
    { ...site.spoken, source: site.spoken?.["source_in_words"], first_name: first?.spoken?.["name"], dispose_name: near.spoken },
  );
  if (first) drawState(copy, first.offer === "not_offered" ? "closed" : momentAt(first, set.at).state);
  const other = (service: Service): DocumentFragment => notOffered(set, site, service, home);
  listIn(copy, "offered", groups.map((group) => box(set, site, group, { first, findOut: findOut(set, site) })));
  copy.querySelector("details")?.setAttribute("open", "");
  listIn(copy, "exceptions", changes);
  listIn(copy, "holidays", holidays);
  listIn(copy, "unknown", unknown.map(other));
  listIn(copy, "not_offered", of("not_offered").map(other));
  share(copy, address);
  return copy;
}

/** The way back to the list one came from, by the address. */
export function crumb({ saved, say }: Setting, request: PageRequest, home: string): DocumentFragment | null {
  const need = request.chosen && saved.needs.find(({ code }) => code === request.need);
  if (!need) return null;
  return copyOf("crumb", { back: `← ${say("back", need.name)}` }, { back: listAt(request, home) });
}

/** What stands right under the name: what one came for, its state, and the hours of the day that runs. */
function underTheName(set: Setting, site: Site, first: Service | undefined): Record<string, string | boolean | null | undefined> {
  if (!first) return { first: false };
  const refused = first.offer === "not_offered";
  const moment = momentAt(first, set.at);
  const [day] = refused ? [] : weekOf(set.saved, first, set.at);
  const confirmed = set.at < (first.confirmed_until ?? 0) * MINUTE_S;
  return {
    first: true,
    first_name: first.name,
    state: true,
    sentence: refused ? set.say("not-offered") : withClosing(set, sentenceOf(set.saved, site, first, set.at), moment),
    unsure: !refused && !confirmed && moment.state !== "unknown",
    refused,
    where_else: refused,
    today: day && `${day.day} (${set.say(tonight(set.saved, first, set.at) ? "tonight" : "today")}) · ${day.hours}`,
    short_of: shortOf(set, first),
    may_be_full: first.may_be_full ?? false,
  };
}

/** The link to hand on: it holds the place alone, not what one came for. */
function share(copy: DocumentFragment, address: string): void {
  const root = copy.querySelector<HTMLElement>("[data-share]");
  if (!root) return;
  root.querySelector("input")!.value = address;
  new Copy(root);
}

/** How one finds out what nobody knows. */
function findOut({ say }: Setting, site: Site): string {
  return say({ call: "call-first", look: "find-out-look", ask: "find-out-ask", meet: "find-out-ask-them" }[findOutOf(site)]);
}

function whereElse(site: Site, service: Service, home: string): string {
  return `${home}?${new URLSearchParams({ need: service.need, from: site.slug })}`;
}

/** What nobody knows, or what is known not to be offered; the latter with where to go instead. */
function notOffered(set: Setting, site: Site, service: Service, home: string): DocumentFragment {
  const refused = service.offer === "not_offered";
  const blanks = {
    name: service.name,
    description: service.description,
    hours_note: !refused && service.hours_note,
    fine: !refused && sureOf(set, service),
    where_else: refused,
    whose: service.name,
  };
  return copyOf("other", blanks, { where_else: whereElse(site, service, home) }, service.spoken);
}
