// What the server's `/api/v1/directory.json` holds. Written from the server's own types by
// `SIGNPOST_WRITE_TYPES=1 cargo test -p signpost-http --test it typescript`; a test fails when it is out of date.
// Minutes are minutes since 1970 in UTC.

/** Everything, in one language: intervals of each service, `[start, end, state]` in minutes since 1970 in UTC; state is open or unknown, what lies between is closed. Its track: sentences `[minute, word]` and days `[minute, word, word]`, words by their place in `words`. `plans`: periods from a minute until the next one. */
export interface Bundle {
  /** The same of people who go about. */
  readonly ask_them: string;
  /** The same where nobody can be called. */
  readonly ask_there: string;
  /** Its own words, such as "Training town."; may be empty. */
  readonly banner: Words;
  /** What is said where nothing is known. */
  readonly call_first: string;
  /** The middle of town, from which equals are put in order when nobody said where they are. */
  readonly centre: Point;
  /** Preview or live. */
  readonly edition: Edition;
  /** The same of an emergency department. */
  readonly emergency: string;
  /** After this it is old: call first. */
  readonly good_until: string;
  /** Banks and open crossings. */
  readonly ground: Ground;
  /** Named points to start from. */
  readonly landmarks: readonly Landmark[];
  /** The language of names and sentences. */
  readonly lang: Lang;
  /** Phone lines, in order. */
  readonly lines: readonly BundledLine[];
  /** The same of a box. */
  readonly look_there: string;
  /** The instant it is true of, with an offset, whatever the phone's zone is. */
  readonly made_at: string;
  /** "Wednesday 2:15 pm", as the town's clocks show it. */
  readonly made_at_in_words: string;
  /** "November 25, 2026". */
  readonly made_on_in_words: string;
  /** What people may look for, in order. */
  readonly needs: readonly Need[];
  /** What the plan says; each holds until the next one starts. */
  readonly plans: readonly Period[];
  /** The last revision in it. */
  readonly sequence: number;
  /** In the order of their slugs. */
  readonly sites: readonly BundledSite[];
  /** What the directory calls itself. */
  readonly title: Words;
  /** Towns and settlements that addresses name, each with its middle: they order what is too far to walk. */
  readonly towns: readonly (readonly [string, readonly [number, number]])[];
  /** What services say, each timetable once. */
  readonly tracks: readonly Track[];
  /** The version of the zone rules. */
  readonly tzdb: string;
  /** How far one walks, in straight metres: what is farther is in another town. */
  readonly walkable_m: number;
  /** What tracks say, each once. */
  readonly words: readonly string[];
  /** IANA name of the town's zone. */
  readonly zone: string;
}

/** A phone line, and what it is for. */
export interface BundledLine extends Line {
  /** When it is answered: `[start, end, state]` in minutes; `null` when nobody said. */
  readonly intervals: readonly (readonly [number, number, "open" | "closed" | "unknown"])[] | null;
  /** Codes of the needs; empty means all. */
  readonly needs: readonly string[];
  /** `[minute, word]`: from this minute on, whether it is answered, in one sentence. */
  readonly sentences: readonly (readonly [number, number])[];
  /** Members whose words are in another language, with that language. */
  readonly spoken?: Readonly<Record<string, string>>;
}

/** A rule at an old door, its route followed to the end. */
export interface BundledRule {
  /** The old door. */
  readonly from: SiteSlug;
  /** The first day on which it holds. */
  readonly in_force_from: string;
  /** What one who comes from the old door reads; may be empty. */
  readonly message: Words;
  /** The need it is about. */
  readonly need: NeedCode;
  /** Sites on the way that send people on themselves. */
  readonly passed: readonly SiteSlug[];
  /** The rule. */
  readonly rule: RuleId;
  /** First choice first; all have consented. */
  readonly targets: readonly BundledTarget[];
  /** The version of the plan. */
  readonly version: number;
}

/** A service without its state: whoever reads this reads it later, and looks the state up. */
export interface BundledService {
  /** The ages in words; empty for all. */
  readonly ages_in_words: string;
  /** What to bring. */
  readonly bring: Words;
  /** Who confirmed it; `null` when nobody did or it is due for review. */
  readonly confirmed: Confirmed | null;
  /** The minute at which the confirmation lapses; `null` without one that holds. */
  readonly confirmed_until: number | null;
  /** What one gets. */
  readonly description: Words;
  /** Who it is for, beyond what ages say; empty for everyone. */
  readonly eligibility_description: Words;
  /** Whether it is an emergency department, of which nobody is told to call first. */
  readonly emergency?: boolean;
  /** A made-up row for tests and training. */
  readonly example: boolean;
  /** Whether it has a room, a time or a team for women; absent when nobody said. */
  readonly for_women?: boolean;
  /** Whether anybody's used needles are taken here, as far as is known. */
  readonly from_anybody?: boolean;
  /** The hours as an `opening_hours` text. */
  readonly hours: string | null;
  /** Simple hours in words. */
  readonly hours_in_words: string | null;
  /** Words about the hours; may be empty. */
  readonly hours_note: Words;
  /** Whether it asks for a card with one's name; absent when nobody said. */
  readonly id_required?: boolean;
  /** `[start, end, state]`: minutes since 1970 in UTC, and `open` or `unknown`; what lies between is closed. */
  readonly intervals: readonly (readonly [number, number, "open" | "closed" | "unknown"])[];
  /** The same in codes. */
  readonly item_codes: readonly ItemCode[];
  /** What is handed out or taken. */
  readonly items: readonly Words[];
  /** The oldest it is for, in years; `null` for any. */
  readonly maximum_age: number | null;
  /** Whether somebody said that no more used needles fit in, and nobody looked since. */
  readonly may_be_full?: boolean;
  /** The youngest it is for, in years; `null` for any. */
  readonly minimum_age: number | null;
  /** Its name. */
  readonly name: Words;
  /** The need. */
  readonly need: NeedCode;
  /** Offered, not offered or unknown, as it stands on the day it was made. */
  readonly offer: Offer;
  /** The minute from which on nobody knows whether it is offered; `null` when nobody does now, or it is not. */
  readonly offered_until: number | null;
  /** Whether a pet may come in; absent when nobody said. */
  readonly pets?: boolean;
  /** `[lapses, closes]`: where at the first minute only the vouching for an opening ends, and its hours at the second. That nobody vouches for them any more is no closing. */
  readonly runs_on?: readonly [number, number];
  /** Whether somebody ever said that it is offered, however long ago. */
  readonly said_offered: boolean;
  /** `[from, until, words, item codes]`: which of its things are out of stock from the one minute until the other, while the rest is there. */
  readonly short_of?: readonly (readonly [number, number, string, readonly string[]])[];
  /** Days of the month and every second week, each with its next dates; left out when the hours are those of every week. */
  readonly single_days?: readonly string[];
  /** Where it comes from while it is not confirmed. */
  readonly source: Source | null;
  /** Members whose words are in another language, with that language. */
  readonly spoken?: Readonly<Record<string, string>>;
  /** Who confirmed it, or where it comes from. */
  readonly sure: string;
  /** The same once the confirmation has lapsed. */
  readonly sure_later?: string;
  /** Which of the tracks says its sentences and days; `null` for what is not offered. */
  readonly track: number | null;
}

/** A site with all it says. */
export interface BundledSite extends Place {
  /** What it is. */
  readonly description: Words;
  /** Dated exceptions that are not over. */
  readonly exceptions: readonly DatedException[];
  /** Each in a line, with the minute from which on it is over. */
  readonly exceptions_in_words: readonly (readonly [number, string])[];
  /** Holidays soon and what happens on them, each with the minute from which on it is over. */
  readonly holidays_in_words: readonly (readonly [number, string])[];
  /** Whether who runs it is Indigenous-led. */
  readonly indigenous_led: boolean;
  /** BCP 47 tags of the languages spoken there. */
  readonly languages: readonly string[];
  /** Their names. */
  readonly languages_in_words: readonly string[];
  /** Who runs it. */
  readonly organization: OrganizationId;
  /** What else who runs it is called; absent for nothing else. */
  readonly organization_alternate_name?: string;
  /** What who runs it was called before; absent for nothing else. */
  readonly organization_former_name?: string;
  /** What it offers, in the order of the needs. */
  readonly services: readonly BundledService[];
  /** Its slug. */
  readonly slug: SiteSlug;
  /** Where the site's own details come from. */
  readonly source: Source;
  /** The same in words. */
  readonly source_in_words: string;
  /** Members whose words are in another language, with that language. */
  readonly spoken?: Readonly<Record<string, string>>;
  /** The middle of its locality, for one without a point. */
  readonly stands_at?: Point | null;
  /** Its version. */
  readonly version: number;
  /** Address and town on one line. */
  readonly whereabouts: string;
  /** IANA name of the zone its clocks show. */
  readonly zone: string;
}

/** Where a rule sends people. */
export interface BundledTarget {
  /** The need there. */
  readonly need: NeedCode;
  /** The plan's word about this target; may be empty. */
  readonly note: Words;
  /** The site. */
  readonly site: SiteSlug;
}

/** Who confirmed it and when. */
export interface Confirmed {
  /** Who: a role or an organization. */
  readonly by: string;
  /** The day. */
  readonly on: string;
  /** The last day it may be relied on. */
  readonly review_by: string;
}

/** A way over the water that is open now. */
export interface Crossing {
  /** Its ends, the first on the first bank. */
  readonly ends: readonly [Point, Point];
  /** Indexes of the two banks. */
  readonly joins: readonly [number, number];
  /** Its name. */
  readonly name: Words;
}

/** A dated exception. */
export interface DatedException {
  /** First day. */
  readonly first: string;
  /** Hours on these days. */
  readonly hours: string | null;
  /** Its id within the site. */
  readonly id: ExceptionId;
  /** The things of the need that are out of stock; empty for all of it. */
  readonly items: readonly Words[];
  /** Closed, open, unknown or out of stock, as it stands on the day. */
  readonly kind: ExceptionKind;
  /** Last day, itself included; `null`: until further notice. */
  readonly last: string | null;
  /** The need it is for; `null` means all. */
  readonly need: NeedCode | null;
  /** Why; may be empty. */
  readonly reason: Words;
}

/** What a reader may expect of the data. */
export type Edition = "preview" | "live";

/** A dated exception to the hours of a site. */
export type ExceptionId = string;

/** What an exception says about its days. */
export type ExceptionKind = "closed" | "open" | "unknown" | "out_of_stock";

/** The dry sides and what joins them. */
export interface Ground {
  /** Outer rings, `[lon, lat]`; the last point repeats the first. */
  readonly banks: readonly (readonly Point[])[];
  /** Ways over the water that are open. */
  readonly crossings: readonly Crossing[];
}

/** A thing handed out or taken. */
export interface Item {
  /** Its code. */
  readonly code: ItemCode;
  /** Its name. */
  readonly name: Words;
}

/** What a service hands out or takes within its need, such as `needles` or `loose`. */
export type ItemCode = string;

/** A named point to start from. */
export interface Landmark {
  /** Its id. */
  readonly id: LandmarkId;
  /** Its name. */
  readonly name: Words;
  /** Longitude, latitude. */
  readonly point: Point;
}

/** A place people know, to sort the list by without telling where one is. */
export type LandmarkId = string;

/** A language of the product, as a BCP 47 tag. */
export type Lang = "en" | "fr" | "oj-Latn" | "oj-Cans";

/** A staffed phone line, for the end of every answer. */
export interface Line {
  /** `tel:` address. */
  readonly call: string;
  /** A made-up row for tests and training. */
  readonly example: boolean;
  /** When someone answers, in words; `null` when that is not known or not simple. */
  readonly hours: string | null;
  /** Its name. */
  readonly name: Words;
  /** Its number as printed. */
  readonly phone: string;
  /** What one gets there. */
  readonly sentence: Words;
  /** Whether it is answered now; absent where it is not told for an instant, such as in a saved list. */
  readonly state?: State | null;
  /** The state in one sentence; absent where nobody said the hours. */
  readonly state_sentence?: string | null;
  /** `sms:` address; `null` when the number takes no texts. */
  readonly text: string | null;
  /** A page that does the same; `null` when there is none. */
  readonly website: string | null;
}

/** Addresses a reader can follow. */
export interface Links {
  /** `tel:` address; `null` without a number. */
  readonly call: string | null;
  /** `geo:` address with its name or street, for a map application; `null` without a point. */
  readonly directions: string | null;
  /** Its page on this server, relative. */
  readonly page: string;
}

/** What people may look for. */
export interface Need {
  /** Common words people search by. */
  readonly also_called: readonly string[];
  /** Its code. */
  readonly code: NeedCode;
  /** Whether it is one of the few shown before "more". */
  readonly first: boolean;
  /** One short line under the name; may be empty. */
  readonly hint: Words;
  /** Name of its icon. */
  readonly icon: string;
  /** What a service of it may hand out or take. */
  readonly items: readonly Item[];
  /** What a person calls it. */
  readonly name: Words;
  /** How many sites offer it, or may. */
  readonly sites: number;
}

/** A need, such as `supplies`; the list is `data/needs.toml`. */
export type NeedCode = string;

/** Whether a site offers something. "Explicitly not" is not "unknown": a shelter may be barred from giving out needles. */
export type Offer = "offered" | "not_offered" | "unknown";

/** An organization, such as `nwhu`. */
export type OrganizationId = string;

/** What holds until the next period starts. */
export interface Period {
  /** Its first minute, since 1970 in UTC. */
  readonly from: number;
  /** One for each old door and need; empty when no plan is in force. */
  readonly rules: readonly BundledRule[];
}

/** A place: its name, where it is, how to call it. */
export interface Place {
  /** Steps, ramps, washrooms. */
  readonly access: Words;
  /** Street address, or words such as "beside the church". */
  readonly address: string;
  /** What else it is called; several names are parted by semicolons; absent for nothing else. */
  readonly alternate_name?: string;
  /** How to find the door. */
  readonly door: Words;
  /** A made-up row for tests and training. */
  readonly example: boolean;
  /** What it was called before; several names are parted by semicolons; absent for nothing else. */
  readonly former_name?: string;
  /** What stands there. */
  readonly kind: SiteKind;
  /** Where to go on from here. */
  readonly links: Links;
  /** The town or neighbourhood. */
  readonly locality: string;
  /** What people call it. */
  readonly name: Words;
  /** Who runs it. */
  readonly organization_name: Words;
  /** Its number as printed. */
  readonly phone: string | null;
  /** Longitude, latitude; `null` when no trustworthy point is known. */
  readonly point: Point | null;
  /** Its slug. */
  readonly site: SiteSlug;
  /** Whether one gets in without a step; absent when nobody said. */
  readonly step_free?: boolean;
  /** Its own page. */
  readonly website: string | null;
}

/** Longitude, latitude, in degrees */
export type Point = readonly [number, number];

/** A rule of the redirection plan. */
export type RuleId = string;

/** What stands there. */
export type SiteKind = "building" | "pharmacy" | "box" | "mobile";

/** A site, as it stands in its address: `/sites/nwhu-kenora`. */
export type SiteSlug = string;

/** Where it comes from while nobody confirmed it. */
export interface Source {
  /** A day, a month or a year; `null` when it bears no date. */
  readonly day: SourceDay | null;
  /** A name or an address a reader can follow. */
  readonly text: string;
}

/** A day, a month or a year */
export type SourceDay = string;

/** Open, closed or unknown. Unknown is never shown as open or as closed, but as "call first". */
export type State = "open" | "closed" | "unknown";

/** What services with the same timetable say. */
export interface Track {
  /** `[minute, word, word]`: where a day begins for those who are there, which is when the night before is over; its name and date, its hours. Empty when the hours are not known. */
  readonly days: readonly (readonly [number, number, number])[];
  /** `[minute, word]`: from this minute on, the state in one sentence. */
  readonly sentences: readonly (readonly [number, number])[];
}

/** Words in the language that was asked for, else in the nearest one; may be empty */
export type Words = string;
