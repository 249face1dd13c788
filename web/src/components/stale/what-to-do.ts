/** From this age on the states on a page may be wrong. */
export const OLD_MS = 5 * 60_000;

/** What to do with a page of this age: renew it when somebody comes back to it and there is a network, else cover its states. */
export function whatToDo(ageMs: number, cameBack: boolean, online: boolean): "nothing" | "renew" | "cover" {
  if (ageMs >= 0 && ageMs < OLD_MS) return "nothing";
  return cameBack && online ? "renew" : "cover";
}
