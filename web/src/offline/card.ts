// A place of the answer as a card, as the server's `pages/cards.rs` makes it.
import type { Line, Saved, Service, Site } from "../api/directory";
import { roughly } from "../components/near/distance";
import { mayBeFull, nearestDisposal } from "./dispose";
import { closesIn, MINUTE_S, momentAt, type Moment } from "./hours";
import type { Answer } from "./ranking";
import { placeAt, type PageRequest } from "./request";
import { findOutOf, said, sentenceOf } from "./sentence";
import { copyOf, drawState } from "./template";

/** Of a place without a point only what lies well beyond the town can be told. */
const WELL_BEYOND_M = 20_000;
const SUPPLIES = "supplies";

/** The page's words by name, with a "…" where something is put in. */
export type Say = (name: string, put?: string) => string;

/** What stays the same from card to card. */
export interface Setting {
  readonly saved: Saved;
  /** Seconds since 1970. */
  readonly at: number;
  readonly say: Say;
  readonly lang: string;
  /** The name of the origin site, where somebody came from one. */
  readonly from?: string | undefined;
  /** What was asked for. */
  readonly need?: string;
  /** What many cards say alike, and what is said once instead. */
  readonly often?: ReadonlyMap<string, number>;
  /** Whether rows marked as examples must say so one by one: not in a town where everything is made up. */
  readonly markExamples: boolean;
}

/** What the state, the way and the last line of a card say already. */
const TOLD = ["open_now", "opens_at", "open_all_day", "call_first", "unconfirmed", "crosses_water", "other_town"];

export function card(set: Setting, answer: Answer<Site>, request: PageRequest): DocumentFragment {
  const { site, service, moment, way, other_town, confirmed } = answer as Answer<Site> & { service: Service };
  const { say } = set;
  const unsure = !confirmed && moment.state !== "unknown";
  const why = answer.why.filter((code) => !TOLD.includes(code)).map((code) => say(`why-${code}`, set.from));
  const sentence = sentenceOf(set.saved, site, service, set.at);
  // What the state says already is not said again.
  const toCall = unsure && findOutOf(site) === "call" && !sentence.includes(say("call-first").replace(/\.$/, "")) && say("call-first");
  const own = (words: string): string => (set.often?.has(words) ? "" : words);
  const fine = [...why, own(sureOf(set, service)), toCall, set.markExamples && (site.example || service.example) && `${say("example")}.`];
  const near = leave(set, site, service.need === SUPPLIES);
  const copy = copyOf(
    "card",
    {
      name: site.name,
      whose: site.name,
      for_whom: !!service.ages_in_words || !!service.eligibility_description,
      ages: service.ages_in_words && service.eligibility_description ? `${service.ages_in_words}.` : service.ages_in_words,
      eligibility_description: service.eligibility_description,
      // A plan may send people somewhere for something else than they asked for.
      service: set.need !== undefined && service.need !== set.need && service.name,
      // What nobody knows of many places is said once for all of them.
      state: !set.often?.has(sentence),
      sentence: withClosing(set, sentence, moment),
      other_clock: moment.state !== "unknown" && site.zone !== set.saved.zone,
      unsure,
      short_of: shortOf(set, service),
      whereabouts: site.whereabouts,
      distance: other_town !== null ? (site.point || other_town > WELL_BEYOND_M) && say("away", roughly(other_town, set.lang)) : way && say(way.over.length ? "over" : "about", roughly(way.metres, set.lang)),
      way: way?.crosses_water && way.on_foot && crossed(set, way.over),
      ...calls(set, site),
      note: answer.note,
      description: own(service.description),
      items: service.items.join(" · "),
      bring: service.bring,
      may_be_full: service.may_be_full ?? false,
      ...near.words,
      hours_note: service.hours_note,
      fine: fine.filter(Boolean).join(" "),
    },
    { name: placeAt(site.links.page, request), call: site.links.call, directions: site.links.directions, dispose_name: near.page },
    { ...service.spoken, ...nameAndPlace(site.spoken), dispose_name: near.spoken },
  );
  drawState(copy, moment.state);
  return copy;
}

/** Beside new supplies: where used needles can be left now. */
export function leave(set: Setting, site: Site, supplies: boolean): { words: Record<string, string | boolean | null | undefined>; page?: string | undefined; spoken?: string | undefined } {
  const near = supplies && site.point ? nearestDisposal(set, site.point) : null;
  const other = near && near.site !== site ? near : null;
  const full = !!near && mayBeFull(near.site, set.at);
  const words = { dispose_here: near?.site === site, dispose_here_full: full && !other, dispose_full: full && !!other, dispose: !!other, dispose_name: other?.site.name, dispose_far: other && set.say("about", roughly(other.metres, set.lang)) };
  return { words, page: other?.site.links.page, spoken: other?.site.spoken?.["name"] };
}

/** Which of its things are out of stock now, while the rest is there. */
export function shortOf({ at }: Pick<Setting, "at">, { short_of = [] }: Service): string {
  const now = short_of.filter(([from, until]) => from * MINUTE_S <= at && at < until * MINUTE_S);
  return now.map(([, , words]) => `${words}.`).join(" ");
}

/** A sentence, and how soon it closes: "Open now, until 4 pm. Closes in 20 minutes". */
export function withClosing({ at, say }: Pick<Setting, "at" | "say">, sentence: string, moment: Moment): string {
  const minutes = closesIn(moment, at);
  if (minutes === null) return sentence;
  return `${sentence}. ${minutes === 1 ? say("closes-now") : say("closes-in", String(minutes))}`;
}

/** The buttons of a place. */
export function calls({ say }: Setting, { phone, links }: Site): { acts: boolean; call: string | false; directions: boolean } {
  const call = !!links.call && !!phone && say("call", phone);
  return { acts: !!call || !!links.directions, call, directions: !!links.directions };
}

/** Who confirmed it, or where it comes from once the confirmation has lapsed. */
export function sureOf({ at }: Pick<Setting, "at">, service: Service): string {
  const lapsed = service.confirmed_until !== null && service.confirmed_until * MINUTE_S <= at;
  return (lapsed && service.sure_later) || service.sure;
}

export function line({ at, markExamples, saved, say }: Setting, one: Line): DocumentFragment {
  const { name, sentence, hours, call, phone, text, website, intervals } = one;
  const host = website?.replace(/^https:\/\/(?:www\.)?/, "").split("/")[0];
  const silent = intervals !== null && momentAt({ intervals }, at).state === "closed" && said(saved, one.sentences, at);
  const blanks = { name, sentence, hours, silent, call: say("call", phone), text: !!text, website: host, example: markExamples && one.example };
  return copyOf("line", blanks, { call, text, website }, one.spoken);
}

/** "You cross water on the way there: Mill Bridge." The page gives the sentence with two blanks, for what stands between two names. */
function crossed({ saved, say }: Setting, over: readonly number[]): string {
  const [head = "", between = "", tail = ""] = say("crosses").split("…");
  return head + over.map((ix) => saved.ground.crossings[ix]?.name ?? "").join(between) + tail;
}

/** Of a site's words in another language, those a card shows. */
function nameAndPlace(spoken: Site["spoken"]): Record<string, string | undefined> {
  return { name: spoken?.["name"], whereabouts: spoken?.["whereabouts"] };
}
