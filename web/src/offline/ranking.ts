// Where to go: the rule of signpost-plan's `where_to_go`, over the saved list. The shared vectors in tests/vectors hold the two together.
import type { LonLat, Rule, Saved, Service, Site } from "../api/directory";
import { momentAt, servedFrom, MINUTE_S, type Moment } from "./hours";
import type { Terrain, Way } from "./water";

const CALL_FIRST_S = 2 * 3600;
const HALF_HOUR_S = 1800;
const ALL_DAY_S = 24 * 3600;
/** 1.3 metres of street for each straight metre, at 4 km/h. */
const SECONDS_A_METRE = (1.3 * 3600) / 4000;
/** Half hours of what does not happen, and the rank of what is no target. */
const NEVER = Number.POSITIVE_INFINITY;

/** Of the saved list, what ranking needs; the shared vectors hold no more than this. */
export interface Ranked<S extends RankedSite = RankedSite> extends Pick<Saved, "made_at" | "good_until" | "centre" | "ground" | "plans"> {
  readonly sites: readonly S[];
}

export interface RankedSite extends Pick<Site, "slug" | "point"> {
  readonly services: readonly RankedService[];
}

export type RankedService = Pick<Service, "need" | "offer" | "confirmed_until" | "intervals" | "runs_on">;

export interface Question {
  readonly need: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Where one starts from. */
  readonly near: LonLat | null;
  /** The origin site: where one came from. */
  readonly from: string | null;
}

export interface Answer<S extends RankedSite = RankedSite> {
  readonly site: S;
  readonly service: S["services"][number];
  readonly moment: Moment;
  readonly served_at: number | null;
  readonly way: Way | null;
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
  const { at, near } = question;
  const rule = ruleAt(saved, question);
  const excluded = new Set(rule ? [rule.from, ...rule.passed] : []);
  const bySlug = new Map(saved.sites.map((site) => [site.slug, site]));
  const targets = (rule?.targets ?? []).flatMap((target) => {
    const site = bySlug.get(target.site);
    const service = site?.services.find(({ need }) => need === target.need);
    const open = site && service && !excluded.has(site.slug) && service.offer !== "not_offered";
    return open ? [{ site, service, note: target.note }] : [];
  });
  const others = saved.sites.flatMap((site) =>
    site.services
      .filter(({ need, offer }) => need === question.need && offer !== "not_offered" && !excluded.has(site.slug))
      .filter((service) => !targets.some((target) => target.service === service))
      .map((service) => ({ site, service, note: "" })),
  );
  const origin = near ?? bySlug.get(question.from ?? "")?.point ?? saved.centre;
  const order = new Map(saved.sites.map((site, ix) => [site, ix]));
  const candidates = [...targets, ...others].map(({ site, service, note }, place) => {
    const measured = site.point && terrain.way(origin, site.point);
    const way = near ? measured : null;
    const arrival = way ? at + Math.ceil(Math.max(0, way.metres) * SECONDS_A_METRE) : at;
    const time = way && !way.on_foot ? NOT_SERVED : serviceTimeOf(at, arrival, service);
    const confirmed = at < (service.confirmed_until ?? 0) * MINUTE_S;
    const rank = place < targets.length ? place : NEVER;
    const metres = measured?.metres ?? NEVER;
    return { site, service, note, way, arrival, time, confirmed, rank, metres };
  });
  const walks = candidates.flatMap(({ way }) => (way?.on_foot ? [way.metres] : []));
  const nearest = Math.min(...walks);
  candidates.sort(
    (a, b) =>
      less(a.time.half_hour, b.time.half_hour) ||
      Number(b.confirmed) - Number(a.confirmed) ||
      less(a.rank, b.rank) ||
      less(a.metres, b.metres) ||
      order.get(a.site)! - order.get(b.site)! ||
      a.site.services.indexOf(a.service) - b.site.services.indexOf(b.service),
  );
  const answers = candidates.map((one): Answer<S> => {
    const { site, service, note, way, confirmed, time } = one;
    const moment = momentAt(service, at);
    const on_foot = way?.on_foot ?? true;
    const isOpen = moment.state === "open";
    const on_arrival = time.served_at === one.arrival;
    const open_now = isOpen && (on_arrival || !on_foot);
    const codes: [string, boolean][] = [
      ["plan_target", one.rank !== NEVER],
      ["open_now", open_now],
      ["open_all_day", open_now && moment.until! - at >= ALL_DAY_S],
      ["closing_soon", on_foot && isOpen && !on_arrival && !time.unknown_on_arrival],
      ["opens_at", time.served_at !== null && !(isOpen && on_arrival)],
      ["not_soon", on_foot && time.half_hour === NEVER],
      ["call_first", moment.state === "unknown" || time.guessed],
      ["unconfirmed", !confirmed],
      ["nearest", on_foot && way?.metres === nearest],
      ["crosses_water", on_foot && !!way?.crosses_water],
      ["no_way_on_foot", !on_foot],
      ["place_not_known", !site.point],
    ];
    const why = codes.flatMap(([code, holds]) => (holds ? [code] : []));
    return { site, service, moment, served_at: time.served_at, way, confirmed, why, note };
  });
  return { rule, answers };
}

/** The period of the plan an instant is in. */
export function rulesAt(saved: Ranked, at: number): readonly Rule[] {
  const started = saved.plans.filter(({ from }) => from * MINUTE_S <= at);
  return (started[started.length - 1] ?? saved.plans[0])?.rules ?? [];
}

function ruleAt(saved: Ranked, { at, from, need }: Question): Rule | null {
  return rulesAt(saved, at).find((rule) => rule.from === from && rule.need === need) ?? null;
}

function serviceTimeOf(at: number, arrival: number, service: RankedService): ServiceTime {
  const served = servedFrom(service, arrival);
  if (!served) return NOT_SERVED;
  const { open, unknown } = served;
  const unknown_on_arrival = unknown !== null && unknown <= arrival;
  const guess = unknown === null ? NEVER : unknown_on_arrival ? Math.max(at + CALL_FIRST_S, arrival) : unknown + CALL_FIRST_S;
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
