// Names beside what they name: never over one another, the first before the later. Without streets they are what a map tells most with.
import type { LonLat } from "../api/directory";
import type { MapView } from "./view";

export const SIDES = ["right", "left", "below", "above"] as const;
export type Side = (typeof SIDES)[number];

/** Left, top, right, bottom in pixels. */
export type Area = readonly [left: number, top: number, right: number, bottom: number];

/** What is to be named. */
export interface Wish {
  /** The ground its sign takes up. */
  readonly sign: Area;
  /** How wide and how high its name is. */
  readonly size: readonly [wide: number, high: number];
}

/** Where a name goes. */
export interface Spot {
  readonly side: Side;
  /** By how much it is moved from the middle, so that it stays in view. */
  readonly shift: number;
  readonly area: Area;
}

/** Between a sign and its name. */
const GAP = 2;

/** Where each name goes; `null` where no side is free. Those that come first choose first. */
export function place(wishes: readonly Wish[], taken: readonly Area[], frame: Area): (Spot | null)[] {
  const full = [...taken];
  return wishes.map(({ sign, size }) => {
    for (const side of SIDES) {
      const [left, top, right, bottom] = areaOf(sign, size, side);
      // Above and below a name may stand a little aside, as long as it still touches what it names.
      const beside = side === "right" || side === "left";
      const most = beside ? 0 : size[0] / 2;
      const shift = Math.max(-most, Math.min(most, left < frame[0] ? frame[0] - left : right > frame[2] ? frame[2] - right : 0));
      const area: Area = [left + shift, top, right + shift, bottom];
      if (area[0] < frame[0] || top < frame[1] || area[2] > frame[2] || bottom > frame[3]) continue;
      if (full.some((other) => other !== sign && overlap(area, other))) continue;
      full.push(area);
      return { side, shift, area };
    }
    return null;
  });
}

function areaOf([left, top, right, bottom]: Area, [wide, high]: Wish["size"], side: Side): Area {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [toRight, toLeft] = [right + GAP, left - GAP - wide];
  if (side === "right") return [toRight, y - high / 2, toRight + wide, y + high / 2];
  if (side === "left") return [toLeft, y - high / 2, toLeft + wide, y + high / 2];
  const up = side === "below" ? bottom + GAP : top - GAP - high;
  return [x - wide / 2, up, x + wide / 2, up + high];
}

function overlap(a: Area, b: Area): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** A mark on the map with a name in it. */
export interface Named {
  readonly at: LonLat;
  readonly mark: HTMLElement;
  /** The part of the mark that is its name; a mark without one only takes up room. */
  readonly name: HTMLElement | null;
}

/**
 * Names those that find room, beside them: pins first, then what only helps to find them, which goes where neither it nor its name would cover
 * one. `besides` are parts of the page that lie over the map.
 */
export function layOut(view: MapView, pins: readonly Named[], helps: readonly Named[], besides: readonly HTMLElement[]): void {
  const whole = view.focus.getBoundingClientRect();
  const within = ({ left, top, right, bottom }: DOMRect): Area => [left - whole.left, top - whole.top, right - whole.left, bottom - whole.top];
  const signOf = ({ mark }: Named): Area => within(mark.getBoundingClientRect());
  const wishOf = (one: Named): Wish => ({ sign: signOf(one), size: one.name ? [one.name.offsetWidth, one.name.offsetHeight] : [0, 0] });
  const frame: Area = [4, 4, whole.width - 4, whole.height - 4];
  const taken = [...pins.map(signOf), ...besides.filter(({ hidden }) => !hidden).map((one) => within(one.getBoundingClientRect()))];
  const wishes = pins.filter((one) => one.name).map(wishOf);
  const named = place(wishes, taken, frame);
  pins.filter((one) => one.name).forEach((one, ix) => set(one, named[ix]));
  const names = named.flatMap((spot) => (spot ? [spot.area] : []));
  const full = [...taken, ...names];
  const seen = helps.map((one): Wish => ({ ...wishOf(one), sign: inset(signOf(one)) }));
  const able = helps.map((_, ix) => ix).filter((ix) => full.every((other) => !overlap(seen[ix]!.sign, other)));
  const rooms = place(able.map((ix) => seen[ix]!), full, frame);
  helps.forEach((one, ix) => {
    const spot = rooms[able.indexOf(ix)];
    set(one, spot);
    one.mark.classList.toggle("no-room", !spot);
  });
}

/** What is seen of a mark that can be pressed a little beside it. */
function inset([left, top, right, bottom]: Area): Area {
  const by = Math.min(8, (right - left) / 4, (bottom - top) / 4);
  return [left + by, top + by, right - by, bottom - by];
}

function set({ mark, name }: Named, spot: Spot | null | undefined): void {
  if (spot) mark.dataset["name"] = spot.side;
  else delete mark.dataset["name"];
  name?.style.setProperty("--shift", `${spot?.shift ?? 0}px`);
}
