// Metres on the WGS 84 ellipsoid, to a tenth of a millimetre (T. Vincenty, Survey Review 176, 1975): as far as the server's, so that
// what is nearer there is nearer here.
import type { LonLat } from "../api/directory";
import { metresBetween as onSphere } from "../components/near/distance";

const A = 6_378_137;
const F = 1 / 298.257_223_563;
const B = A * (1 - F);
const ROUNDS = 100;

export function metresBetween(from: LonLat, to: LonLat): number {
  const rad = Math.PI / 180;
  const L = (to[0] - from[0]) * rad;
  const u1 = Math.atan((1 - F) * Math.tan(from[1] * rad));
  const u2 = Math.atan((1 - F) * Math.tan(to[1] * rad));
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = L;
  for (let round = 0; round < ROUNDS; round++) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)];
    const sinS = Math.hypot(cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL);
    if (sinS === 0) return 0;
    const cosS = sin1 * sin2 + cos1 * cos2 * cosL;
    const sigma = Math.atan2(sinS, cosS);
    const sinAlpha = (cos1 * cos2 * sinL) / sinS;
    const cos2Alpha = 1 - sinAlpha ** 2;
    // Along the equator the middle of the line is anywhere.
    const cosM = cos2Alpha === 0 ? 0 : cosS - (2 * sin1 * sin2) / cos2Alpha;
    const C = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    const before = lambda;
    lambda = L + (1 - C) * F * sinAlpha * (sigma + C * sinS * (cosM + C * cosS * (2 * cosM ** 2 - 1)));
    if (Math.abs(lambda - before) > 1e-13) continue;
    const k = (cos2Alpha * (A ** 2 - B ** 2)) / B ** 2;
    const a = 1 + (k / 16_384) * (4096 + k * (k * (320 - 175 * k) - 768));
    const b = (k / 1024) * (256 + k * (k * (74 - 47 * k) - 128));
    const inner = cosS * (2 * cosM ** 2 - 1) - (b / 6) * cosM * (4 * sinS ** 2 - 3) * (4 * cosM ** 2 - 3);
    return B * a * (sigma - b * sinS * (cosM + (b / 4) * inner));
  }
  // On the other side of the Earth the rounds do not settle; nobody walks there.
  return onSphere(from, to);
}
