// What the server's `/api/v1/directory.json` holds, as far as the phone reads it: the saved list. The types alone, as `signpost-api`'s
// `bundle` writes them, and the only place where they stand. Minutes are minutes since 1970 in UTC.

export type LonLat = readonly [lon: number, lat: number];
export type State = "open" | "closed" | "unknown";
export type Offer = "offered" | "not_offered" | "unknown";

/** The whole list, in one language. */
export interface Saved {
  readonly lang: string;
  readonly zone: string;
  readonly edition: string;
  readonly banner: string;
  /** RFC 3339, with an offset: an instant, whatever the phone's zone is. */
  readonly made_at: string;
  readonly made_at_in_words: string;
  readonly made_on_in_words: string;
  readonly good_until: string;
  /** What is said where nothing is known. */
  readonly call_first: string;
  /** The same of an emergency department. */
  readonly emergency: string;
  readonly centre: LonLat;
  readonly needs: readonly Need[];
  readonly lines: readonly Line[];
  readonly landmarks: readonly Landmark[];
  readonly ground: Ground;
  /** Each holds until the next one starts. */
  readonly plans: readonly Period[];
  /** In the order of their slugs. */
  readonly sites: readonly Site[];
  readonly tracks: readonly Track[];
  readonly words: readonly string[];
}

export interface Need {
  readonly code: string;
  readonly name: string;
  readonly icon: string;
  readonly items: readonly { readonly code: string }[];
  readonly first: boolean;
}

/** Members of the same object whose words are in another language, with its tag. */
export interface Spoken {
  readonly spoken?: Readonly<Record<string, string>>;
}

export interface Line extends Spoken {
  readonly name: string;
  readonly phone: string;
  readonly call: string;
  readonly text: string | null;
  readonly website: string | null;
  readonly sentence: string;
  readonly hours: string | null;
  readonly example: boolean;
  /** Empty means all. */
  readonly needs: readonly string[];
}

export interface Landmark {
  readonly id: string;
  readonly name: string;
  readonly point: LonLat;
}

/** The dry sides, and what joins them. */
export interface Ground {
  readonly banks: readonly (readonly LonLat[])[];
  readonly crossings: readonly Crossing[];
}

export interface Crossing {
  readonly name: string;
  /** Indexes of the two banks. */
  readonly joins: readonly [number, number];
  readonly ends: readonly [LonLat, LonLat];
}

export interface Period {
  readonly from: number;
  readonly rules: readonly Rule[];
}

export interface Rule {
  readonly rule: string;
  readonly from: string;
  readonly need: string;
  readonly message: string;
  readonly targets: readonly Target[];
  readonly passed: readonly string[];
}

export interface Target {
  readonly site: string;
  readonly need: string;
  readonly note: string;
}

/** Words, and the minute from which on they are of the past. */
export type Dated = readonly [over: number, words: string];

export interface Site extends Spoken {
  readonly slug: string;
  readonly point: LonLat | null;
  readonly name: string;
  readonly organization_name: string;
  readonly kind: string;
  readonly whereabouts: string;
  readonly phone: string | null;
  readonly website: string | null;
  readonly door: string;
  readonly access: string;
  readonly description: string;
  readonly example: boolean;
  readonly links: Links;
  readonly languages_in_words: readonly string[];
  readonly zone: string;
  readonly indigenous_led: boolean;
  readonly services: readonly Service[];
  readonly exceptions_in_words: readonly Dated[];
  readonly holidays_in_words: readonly Dated[];
  readonly source_in_words: string;
}

export interface Links {
  readonly page: string;
  readonly directions: string | null;
  readonly call: string | null;
}

/** Start, end, and what it is between them. */
export type Interval = readonly [start: number, end: number, state: State];

export interface Service extends Spoken {
  readonly need: string;
  readonly offer: Offer;
  readonly confirmed_until: number | null;
  /** Sorted and apart; what lies between is closed. */
  readonly intervals: readonly Interval[];
  readonly name: string;
  readonly description: string;
  readonly bring: string;
  readonly items: readonly string[];
  /** The same in codes. */
  readonly item_codes: readonly string[];
  readonly hours_note: string;
  readonly sure: string;
  readonly sure_later?: string;
  readonly example: boolean;
  /** An emergency department, of which nobody is told to call first. */
  readonly emergency?: boolean;
  readonly track: number | null;
}

export interface Track {
  /** From a minute on, a sentence by its place in `words`. */
  readonly sentences: readonly (readonly [minute: number, word: number])[];
  /** Where a day starts, its name, its hours. */
  readonly days: readonly (readonly [minute: number, day: number, hours: number])[];
}
