// One place: what it offers, how to get there. As the server's page of a place has it.
import type { Dated, Service, Site } from "../api/directory";
import { calls, shortOf, sureOf, withClosing, type Setting } from "./card";
import { momentAt, MINUTE_S } from "./hours";
import { hasWeek, sentenceOf, weekOf } from "./sentence";
import { copyOf, drawState, listIn } from "./template";

export function page(set: Setting, site: Site, home: string): DocumentFragment {
  const { say } = set;
  const other_name = site.organization_name !== site.name && say("run-by", site.organization_name);
  const example = set.markExamples && site.example;
  const of = (offer: Service["offer"]): readonly Service[] => site.services.filter((service) => service.offer === offer);
  // What was offered when its details were last confirmed still tells its usual hours, and to call first. Nobody is to call an emergency
  // department first, however little is known of it.
  const toldWhole = (service: Service): boolean => service.offer === "offered" || (service.offer === "unknown" && (!!service.emergency || hasWeek(set.saved, service)));
  const whole = site.services.filter(toldWhole);
  const unknown = of("unknown").filter((service) => !toldWhole(service));
  const ahead = (lines: readonly Dated[]): DocumentFragment[] =>
    lines.filter(([over]) => set.at < over * MINUTE_S).map(([, words]) => copyOf("words", { words }));
  const [changes, holidays] = [ahead(site.exceptions_in_words), ahead(site.holidays_in_words)];
  const copy = copyOf(
    "site",
    {
      who: !!other_name || site.indigenous_led || example,
      run_by: other_name,
      indigenous_led: site.indigenous_led,
      example,
      description: site.description,
      whereabouts: site.whereabouts,
      ...calls(set, site),
      other_clock: site.zone !== set.saved.zone,
      offers: whole.length > 0,
      address: site.whereabouts,
      no_point: !site.point,
      door_name: !!site.door,
      door: site.door,
      access_name: !!site.access,
      access: site.access,
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
      source: site.source_in_words,
    },
    { call: site.links.call, directions: site.links.directions },
    { ...site.spoken, source: site.spoken?.["source_in_words"] },
  );
  const other = (service: Service): DocumentFragment => notOffered(set, site, service, home);
  listIn(copy, "offered", whole.map((service) => offered(set, site, service)));
  copy.querySelector("details")?.setAttribute("open", "");
  listIn(copy, "exceptions", changes);
  listIn(copy, "holidays", holidays);
  listIn(copy, "unknown", unknown.map(other));
  listIn(copy, "not_offered", of("not_offered").map(other));
  return copy;
}

function offered(set: Setting, site: Site, service: Service): DocumentFragment {
  const moment = momentAt(service, set.at);
  const { state } = moment;
  const days = weekOf(set.saved, service, set.at);
  const confirmed = set.at < (service.confirmed_until ?? 0) * MINUTE_S;
  const copy = copyOf(
    "service",
    {
      name: service.name,
      for_whom: !!service.ages_in_words || !!service.eligibility_description,
      ages: service.ages_in_words && service.eligibility_description ? `${service.ages_in_words}.` : service.ages_in_words,
      eligibility_description: service.eligibility_description,
      state: true,
      sentence: withClosing(set, sentenceOf(set.saved, site, service, set.at), moment),
      unsure: !confirmed && state !== "unknown",
      short_of: shortOf(set, service),
      description: service.description,
      items: service.items.join(" · "),
      bring: service.bring,
      week: days.length > 0,
      week_of: service.name,
      hours_unknown: days.length === 0 && !service.emergency,
      hours_emergency: days.length === 0 && !!service.emergency,
      hours_find_out: findOut(set, site),
      single_days: service.single_days?.join(". "),
      hours_note: service.hours_note,
      fine: sureOf(set, service),
    },
    {},
    service.spoken,
  );
  drawState(copy, state);
  listIn(copy, "days", days.map((day) => copyOf("day", day)));
  return copy;
}

/** How one finds out what nobody knows. */
function findOut({ say }: Setting, { phone, kind }: Site): string {
  return say(phone ? "call-first" : kind === "box" ? "find-out-look" : "find-out-ask");
}

/** What nobody knows, or what is known not to be offered; the latter with where to go instead. */
function notOffered(set: Setting, site: Site, service: Service, home: string): DocumentFragment {
  const refused = service.offer === "not_offered";
  const where = `${home}?${new URLSearchParams({ need: service.need, from: site.slug })}`;
  const blanks = {
    name: service.name,
    description: service.description,
    hours_note: !refused && service.hours_note,
    fine: !refused && sureOf(set, service),
    where_else: refused,
    whose: service.name,
  };
  return copyOf("other", blanks, { where_else: where }, service.spoken);
}
