// Three presses in a row, not too far apart.

const APART_MS = 1500;

export class ThreeTimes {
  private presses = 0;
  private last = -Infinity;

  /** Counts one key press; true on the third in a row. Any other key starts again. */
  count(isTheKey: boolean, atMs: number): boolean {
    this.presses = isTheKey ? (atMs - this.last <= APART_MS ? this.presses : 0) + 1 : 0;
    this.last = atMs;
    if (this.presses < 3) return false;
    this.presses = 0;
    return true;
  }
}
