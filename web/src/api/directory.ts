// What the phone reads of the saved list, by the names its code has for it. The shapes are in `bundle.ts`, which is written from the server's
// own types; none is written here.
import type { BundledLine, BundledRule, BundledService, BundledSite, Bundle, Point } from "./bundle";

export type { Bundle as Saved, Ground, Landmark, Links, Need, Offer, Period, Track } from "./bundle";

export type LonLat = Point;
export type Line = BundledLine;
export type Rule = BundledRule;
export type Target = BundledRule["targets"][number];
export type Site = BundledSite;
export type Service = BundledService;

/** Members of the same object whose words are in another language, with its tag. */
export type Spoken = Pick<BundledSite, "spoken">;
/** Words, and the minute from which on they are of the past. */
export type Dated = BundledSite["exceptions_in_words"][number];
/** Start, end, and what it is between them. */
export type Interval = BundledService["intervals"][number];
export type State = Interval[2];
export type Crossing = Bundle["ground"]["crossings"][number];
