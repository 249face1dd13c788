// Three presses in a row, not too far apart.

const APART_MS = 1500;

export class ThreeTimes {
  private presses = 0;
  private last = -Infinity;
  /** Whether the row began with a press that something else took. */
  private taken = false;

  /**
   * Counts one key press; true on the third in a row. Any other key starts again. The first press of a row does not count where something
   * else takes it: a list that closes, a map that is left. Nobody means to leave by that.
   */
  count(isTheKey: boolean, atMs: number, takenElsewhere = false): boolean {
    const inARow = atMs - this.last <= APART_MS;
    this.last = atMs;
    if (!isTheKey || !inARow) {
      this.presses = 0;
      this.taken = false;
    }
    if (!isTheKey) return false;
    if (takenElsewhere && !this.presses && !this.taken) {
      this.taken = true;
      return false;
    }
    if (++this.presses < 3) return false;
    this.presses = 0;
    this.taken = false;
    return true;
  }
}
