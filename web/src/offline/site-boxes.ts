// What a place offers, in boxes: services with the same times and the same confirmation stand under one heading. As the server's
// `crates/signpost-pages/src/site_groups.rs` has it.
import type { Service, Site } from "../api/directory";
import { shortOf, sureOf, withClosing, type Setting } from "./card";
import { MINUTE_S, momentAt } from "./hours";
import { sentenceOf, tonight, weekOf } from "./sentence";
import { particulars } from "./wishes";
import { copyOf, drawState, listIn } from "./template";

/** Services that say the same of their times and of who confirmed them, and who that is; empty where the whole place has one. */
export interface Group {
  readonly services: readonly Service[];
  readonly sure: string;
}

/** The boxes, what one came for first; and who confirmed all of them, where it is the same. */
export function groupsOf(set: Pick<Setting, "at">, told: readonly Service[], came: string | null): { groups: readonly Group[]; once: string } {
  const ordered = [...told].sort((a, b) => Number(b.need === came) - Number(a.need === came));
  const groups = new Map<string, Service[]>();
  for (const one of ordered) {
    const { offer, emergency, track, hours_in_words, single_days, hours_note, intervals, runs_on } = one;
    const key = JSON.stringify([offer, emergency, track, hours_in_words, single_days, hours_note, intervals, runs_on, sureOf(set, one)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const found = [...groups.values()].map((services) => ({ services, sure: sureOf(set, services[0]!) }));
  const all = new Set(found.map(({ sure }) => sure));
  if (found.length < 2 || all.size > 1) return { groups: found, once: "" };
  return { groups: found.map(({ services }) => ({ services, sure: "" })), once: found[0]!.sure };
}

export function box(set: Setting, site: Site, { services, sure }: Group, { first, findOut }: { first: Service | undefined; findOut: string }): DocumentFragment {
  const service = services[0]!;
  const moment = momentAt(service, set.at);
  const { state } = moment;
  const days = weekOf(set.saved, service, set.at);
  const confirmed = set.at < (service.confirmed_until ?? 0) * MINUTE_S;
  const told = service !== first;
  const copy = copyOf(
    "service",
    {
      state: told,
      sentence: withClosing(set, sentenceOf(set.saved, site, service, set.at), moment),
      unsure: !confirmed && state !== "unknown",
      week: days.length > 0,
      week_of: services.map(({ name }) => name).join(", "),
      usual: !!service.hours_in_words && days.length > 0,
      usual_hours: service.hours_in_words,
      hours_unknown: days.length === 0 && !service.emergency,
      hours_emergency: days.length === 0 && !!service.emergency,
      emergency_hours: service.hours_in_words && `${service.hours_in_words}.`,
      hours_find_out: findOut,
      single_days: service.single_days?.join(". "),
      hours_note: service.hours_note,
      fine: sure,
    },
    {},
    service.spoken,
  );
  if (told) drawState(copy, state);
  listIn(copy, "names", services.map(({ name, spoken }, at) => copyOf("name", { comma: at > 0, name }, {}, spoken)));
  listIn(copy, "each", services.map((one) => each(set, one, one !== first, services.length > 1)));
  const now = ` (${set.say(tonight(set.saved, service, set.at) ? "tonight" : "today")})`;
  listIn(copy, "days", days.map((day, at) => copyOf("day", { ...day, now: at === 0 && now })));
  copy.querySelector("tr")?.setAttribute("aria-current", "date");
  return copy;
}

/** What one service says of itself beside its times. */
function each(set: Setting, service: Service, told: boolean, several: boolean): DocumentFragment {
  const { ages_in_words, eligibility_description, description, items, bring } = service;
  const short_of = told && shortOf(set, service);
  const may_be_full = told && (service.may_be_full ?? false);
  const says = [ages_in_words, eligibility_description, description, bring, particulars(service, set.say), items.join(), shortOf(set, service)].some(Boolean) || !!service.may_be_full;
  return copyOf(
    "each",
    {
      own: several && says,
      name: service.name,
      for_whom: !!ages_in_words || !!eligibility_description,
      ages: ages_in_words && eligibility_description ? `${ages_in_words}.` : ages_in_words,
      eligibility_description,
      short_of,
      may_be_full,
      description,
      items: items.join(" · "),
      bring,
      particulars: particulars(service, set.say),
    },
    {},
    service.spoken,
  );
}
