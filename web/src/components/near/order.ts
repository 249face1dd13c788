// The order of the cards once the phone knows where it is.

/** What counts of a card. `group` grows down the server's list wherever something weightier than distance changes. */
export interface Placed {
  readonly group: number;
  /** From the phone, or null when nobody knows where the place is. */
  readonly metres: number | null;
}

/** By the server's groups, then nearest first; places without a point come last in their group. Stable. */
export function inOrder<T extends Placed>(cards: readonly T[]): T[] {
  const far = (card: Placed): number => card.metres ?? Number.MAX_VALUE;
  return [...cards].sort((a, b) => a.group - b.group || far(a) - far(b));
}
