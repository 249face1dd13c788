// Where to go: the rule of signpost-plan's `where_to_go`, over the saved list. The shared vectors in tests/vectors hold the two together.
import type { LonLat, Rule, Saved, Service, Site } from "../api/directory";
import { momentAt, servedFrom, MINUTE_S, type Moment } from "./hours";
import type { Terrain, Way } from "./water";

/** How far it is at least to a place of which only the town is known. */
const SOMEWHERE_IN_TOWN_M = 1000;
const CALL_FIRST_S = 2 * 3600;
/** The same where nobody ever said that it is offered: whoever goes there may well have to go on. */
const NOBODY_SAID_S = 3 * 3600;
const HALF_HOUR_S = 1800;
const ALL_DAY_S = 24 * 3600;
/** Best first, where one cannot walk. */
const STATES = ["open", "unknown", "closed"];
/** 1.3 metres of street for each straight metre, at 4 km/h. */
const SECONDS_A_METRE = (1.3 * 3600) / 4000;
/** Half hours of what does not happen, and the rank of what is no target. */
const NEVER = Number.POSITIVE_INFINITY;

/** Of the saved list, what ranking needs; the shared vectors hold no more than this. */
export interface Ranked<S extends RankedSite = RankedSite> extends Pick<Saved, "made_at" | "good_until" | "centre" | "towns" | "walkable_m" | "ground" | "plans"> {
  readonly sites: readonly S[];
}

export interface RankedSite extends Pick<Site, "slug" | "point" | "stands_at" | "locality" | "phone"> {
  readonly services: readonly RankedService[];
}

export type RankedService = Pick<Service, "need" | "offer" | "hours" | "offered_until" | "said_offered" | "confirmed_until" | "intervals" | "runs_on" | "eligibility_description" | "minimum_age" | "maximum_age">;

export interface Question {
  readonly need: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Where one starts from. */
  readonly near: LonLat | null;
  /** The origin site: where one came from. */
  readonly from: string | null;
  /** How old the person is who asks, in years; null when nobody said. */
  readonly age: number | null;
}

export interface Answer<S extends RankedSite = RankedSite> {
  readonly site: S;
  readonly service: S["services"][number];
  readonly moment: Moment;
  readonly served_at: number | null;
  /** The way there, as far as it can be told. */
  readonly way: Way | null;
  /** Metres to the other town it stands in; null within walking range. */
  readonly other_town: number | null;
  readonly confirmed: boolean;
  readonly why: readonly string[];
  /** The plan's word about this target; empty for others. */
  readonly note: string;
}

export interface Reply<S extends RankedSite = RankedSite> {
  readonly rule: Rule | null;
  readonly answers: readonly Answer<S>[];
}

/** When somebody is served, as far as it orders answers. */
interface ServiceTime {
  readonly half_hour: number;
  readonly served_at: number | null;
  readonly guessed: boolean;
  readonly unknown_on_arrival: boolean;
}

const NOT_SERVED: ServiceTime = { half_hour: NEVER, served_at: null, guessed: false, unknown_on_arrival: false };

/** Best first, and never cut: the saved list is one town's. */
export function whereToGo<S extends RankedSite>(saved: Ranked<S>, terrain: Terrain, question: Question): Reply<S> {
  const { at, near, age } = question;
  const rule = ruleAt(saved, question);
  const excluded = new Set(rule ? [rule.from, ...rule.passed] : []);
  const bySlug = new Map(saved.sites.map((site) => [site.slug, site]));
  const targets = (rule?.targets ?? []).flatMap((target) => {
    const site = bySlug.get(target.site);
    const service = site?.services.find(({ need }) => need === target.need);
    return site && service && service.offer !== "not_offered" ? [{ site, service, note: target.note }] : [];
  });
  const others = saved.sites.flatMap((site) =>
    site.services
      .filter(({ need, offer }) => need === question.need && offer !== "not_offered" && !excluded.has(site.slug))
      .filter((service) => !targets.some((target) => target.service === service))
      .map((service) => ({ site, service, note: "" })),
  );
  const named = near ?? bySlug.get(question.from ?? "")?.point ?? null;
  const origin = named ?? saved.centre;
  const order = new Map(saved.sites.map((site, ix) => [site, ix]));
  // A list from before an update may have none.
  const towns = new Map(((saved.towns as typeof saved.towns | undefined) ?? []).map(([name, point]) => [name.toLowerCase(), terrain.way(origin, point).metres]));
  const candidates = [...targets, ...others].map(({ site, service, note }, place) => {
    const way = wayTo(saved, terrain, origin, site);
    const beyond = way.metres > saved.walkable_m;
    const told = named && site.point && !beyond ? way : null;
    const arrival = beyond ? at : at + Math.ceil(Math.max(0, way.metres) * SECONDS_A_METRE);
    const time = way.on_foot || beyond ? serviceTimeOf(at, arrival, service, service.said_offered ? CALL_FIRST_S : NOBODY_SAID_S) : NOT_SERVED;
    const confirmed = at < (service.confirmed_until ?? 0) * MINUTE_S;
    const offered = at < (service.offered_until ?? 0) * MINUTE_S;
    const rank = place < targets.length ? place : NEVER;
    const far = beyond && rank === NEVER;
    const old_door = site.slug === question.from;
    const key = [
      old_door && rank === NEVER && !far && time.served_at === null ? 1 : 0,
      age !== null && !takes(service, age) ? 1 : 0,
      far ? 1 : 0,
      far ? (towns.get(site.locality.toLowerCase()) ?? way.metres) : 0,
      far ? STATES.indexOf(momentAt(service, at).state) : 0,
      far ? 0 : time.half_hour,
      rank,
      forSome(service, age) ? 1 : 0,
      confirmed ? 0 : offered ? 1 : service.said_offered ? 2 : 3,
      !far && time.guessed && service.hours === null ? 1 : 0,
      (far ? momentAt(service, at).state === "unknown" : time.guessed) && !site.phone ? 1 : 0,
      way.metres,
    ];
    return { site, service, note, way, beyond, told, arrival, time, confirmed, rank, old_door, key };
  });
  const walks = candidates.flatMap(({ told, old_door }) => (told?.on_foot && !old_door ? [told.metres] : []));
  const nearest = Math.min(...walks);
  candidates.sort(
    (a, b) =>
      a.key.reduce((sign, own, ix) => sign || less(own, b.key[ix]!), 0) ||
      order.get(a.site)! - order.get(b.site)! ||
      a.site.services.indexOf(a.service) - b.site.services.indexOf(b.service),
  );
  const answers = candidates.map((one): Answer<S> => {
    const { site, service, note, way, told, beyond, confirmed, time } = one;
    const moment = momentAt(service, at);
    const on_foot = way.on_foot && !beyond;
    const isOpen = moment.state === "open" && !beyond;
    const served_at = beyond ? null : time.served_at;
    const on_arrival = served_at === one.arrival;
    const open_now = isOpen && (on_arrival || !on_foot);
    const codes: [string, boolean][] = [
      ["plan_target", one.rank !== NEVER],
      ["open_now", open_now],
      ["open_all_day", open_now && moment.until! - at >= ALL_DAY_S],
      ["closing_soon", on_foot && isOpen && !on_arrival && !time.unknown_on_arrival],
      ["opens_at", served_at !== null && !(isOpen && on_arrival)],
      ["not_soon", on_foot && time.half_hour === NEVER],
      ["call_first", moment.state === "unknown" || (time.guessed && !beyond)],
      ["unconfirmed", !confirmed],
      ["other_town", beyond],
      ["nearest", on_foot && !one.old_door && told?.metres === nearest],
      ["crosses_water", on_foot && !!told?.crosses_water],
      ["no_way_on_foot", !way.on_foot && !beyond],
      ["place_not_known", !site.point],
    ];
    const why = codes.flatMap(([code, holds]) => (holds ? [code] : []));
    return { site, service, moment, served_at, way: one.old_door ? null : told, other_town: beyond ? way.metres : null, confirmed, why, note };
  });
  return { rule, answers };
}

/** Whether it is for some people only, and nobody asked for them: whose age was asked for is one of them. */
function forSome({ eligibility_description, minimum_age, maximum_age }: RankedService, age: number | null): boolean {
  return !!eligibility_description || (age === null && (minimum_age !== null || maximum_age !== null));
}

/** Whether it is for somebody of this age. */
function takes({ minimum_age, maximum_age }: RankedService, age: number): boolean {
  return (minimum_age ?? 0) <= age && age <= (maximum_age ?? Infinity);
}

/** The way to where a site stands, as far as anybody knows: what is not known is never next door. */
function wayTo(saved: Ranked, terrain: Terrain, origin: LonLat, { point, stands_at }: RankedSite): Way {
  if (point) return terrain.way(origin, point);
  const way = terrain.way(origin, stands_at ?? saved.centre);
  return { ...way, metres: Math.max(way.metres, SOMEWHERE_IN_TOWN_M) };
}

/** The period of the plan an instant is in. */
export function rulesAt(saved: Ranked, at: number): readonly Rule[] {
  const started = saved.plans.filter(({ from }) => from * MINUTE_S <= at);
  return (started[started.length - 1] ?? saved.plans[0])?.rules ?? [];
}

function ruleAt(saved: Ranked, { at, from, need }: Question): Rule | null {
  return rulesAt(saved, at).find((rule) => rule.from === from && rule.need === need) ?? null;
}

function serviceTimeOf(at: number, arrival: number, service: RankedService, doubt: number): ServiceTime {
  const served = servedFrom(service, at, arrival);
  if (!served) return NOT_SERVED;
  const { open, unknown } = served;
  const unknown_on_arrival = unknown !== null && unknown <= arrival;
  const guess = unknown === null ? NEVER : unknown_on_arrival ? arrival + doubt : unknown + doubt;
  const certain = open !== null && open <= guess;
  const counts = certain ? open : guess;
  return {
    half_hour: Math.floor((counts - at) / HALF_HOUR_S),
    served_at: certain ? open : null,
    guessed: !certain,
    unknown_on_arrival,
  };
}

/** Smaller first; endless is equal to endless. */
function less(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
