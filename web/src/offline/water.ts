// The way on foot from one place to another, over the crossings where water lies between. The server's rule, signpost-locate's `way`.
import type { Ground, LonLat } from "../api/directory";
import { metresBetween } from "./geodesic";

export interface Way {
  readonly metres: number;
  readonly crosses_water: boolean;
  /** Indexes of the crossings, in walking order. */
  readonly over: readonly number[];
  readonly on_foot: boolean;
}

interface End {
  readonly at: LonLat;
  readonly bank: number;
  readonly crossing: number;
}

interface Leg {
  metres: number;
  /** The end before, or the end itself at the start. */
  before: number;
}

export class Terrain {
  private readonly ends: readonly End[];
  private readonly legs: readonly (readonly (Leg | undefined)[])[];

  constructor(private readonly ground: Ground) {
    this.ends = ground.crossings.flatMap(({ joins, ends }, crossing) => [
      { at: ends[0], bank: joins[0], crossing },
      { at: ends[1], bank: joins[1], crossing },
    ]);
    this.legs = this.ends.map((_, start) => this.legsFrom(start));
  }

  way(from: LonLat, to: LonLat): Way {
    // Always worked out in one direction, so that there and back are the same to the last bit.
    const backwards = from[0] > to[0] || (from[0] === to[0] && from[1] > to[1]);
    const [a, b] = backwards ? [to, from] : [from, to];
    const straight = metresBetween(a, b);
    const [bankA, bankB] = [this.bank(a), this.bank(b)];
    if (bankA === null || bankB === null || bankA === bankB) {
      return { metres: straight, crosses_water: false, over: [], on_foot: true };
    }
    const found = this.over(a, bankA, b, bankB);
    if (!found) return { metres: straight, crosses_water: true, over: [], on_foot: false };
    const over = backwards ? found.over.reverse() : found.over;
    return { metres: Math.max(found.metres, straight), crosses_water: true, over, on_foot: true };
  }

  /** The bank a place is on; null on the water and where nobody drew one. */
  private bank([x, y]: LonLat): number | null {
    const ix = this.ground.banks.findIndex((ring) => {
      let inside = false;
      for (let i = 1; i < ring.length; i++) {
        const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!];
        if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      }
      return inside;
    });
    return ix < 0 ? null : ix;
  }

  private over(a: LonLat, bankA: number, b: LonLat, bankB: number): { metres: number; over: number[] } | null {
    let best: { metres: number; first: number; last: number } | null = null;
    this.ends.forEach((start, first) => {
      if (start.bank !== bankA) return;
      this.ends.forEach((end, last) => {
        const leg = this.legs[first]?.[last];
        if (end.bank !== bankB || !leg) return;
        const metres = metresBetween(a, start.at) + leg.metres + metresBetween(b, end.at);
        if (!best || metres < best.metres) best = { metres, first, last };
      });
    });
    return best && { metres: (best as { metres: number }).metres, over: this.walked(best) };
  }

  private walked({ first, last }: { first: number; last: number }): number[] {
    const over: number[] = [];
    for (let at = last, leg = this.legs[first]?.[at]; leg && leg.before !== at; leg = this.legs[first]?.[at]) {
      const crossing = this.ends[at]!.crossing;
      if (crossing === this.ends[leg.before]!.crossing) over.unshift(crossing);
      at = leg.before;
    }
    return over;
  }

  /** Dijkstra from one end: over its crossing, or straight along its bank to the other ends there. A town has few of them. */
  private legsFrom(start: number): (Leg | undefined)[] {
    const legs: (Leg | undefined)[] = this.ends.map(() => undefined);
    legs[start] = { metres: 0, before: start };
    const done = new Set<number>();
    for (;;) {
      let here = -1;
      legs.forEach((leg, ix) => {
        if (leg && !done.has(ix) && (here < 0 || leg.metres < legs[here]!.metres)) here = ix;
      });
      if (here < 0) return legs;
      done.add(here);
      const [end, so_far] = [this.ends[here]!, legs[here]!.metres];
      this.ends.forEach((there, ix) => {
        if (there.bank !== end.bank && there.crossing !== end.crossing) return;
        const metres = so_far + metresBetween(end.at, there.at);
        const leg = legs[ix];
        if (!leg || metres < leg.metres) legs[ix] = { metres, before: here };
      });
    }
  }
}
