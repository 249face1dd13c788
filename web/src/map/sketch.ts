// Where there are no streets: what is known all the same, from `/map/sketch.json`. The sides of the water and the ways over it as rough
// dashes, landmarks with their names, and how far one walks from one of them.
import type { LonLat } from "../api/directory";
import type { Named } from "./labels";
import { MINUTES, ringsAround, topOf } from "./rings";
import type { Line, MapView } from "./view";

/** Something with a name at a place. */
interface Spot {
  readonly name: string;
  /** The language of the name, where it is not that of the answer. */
  readonly lang?: string;
  readonly at: LonLat;
}

/** What the server knows of the ground. */
export interface Ground {
  readonly landmarks: readonly Spot[];
  /** The sides of the water, by their middle. */
  readonly sides: readonly Spot[];
  readonly shores: readonly (readonly LonLat[])[];
  readonly crossings: readonly (Spot & { readonly ends: readonly LonLat[] })[];
}

/** From here the widest ring is in view, also on a phone. */
const ALL_RINGS = 13;

const NOTHING: Ground = { landmarks: [], sides: [], shores: [], crossings: [] };

/** What is known of the ground; nothing when it cannot be had. */
export async function groundOf(address: string): Promise<Ground> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as Ground) : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** What is drawn of it. */
export class Sketch {
  private readonly marks: Named[];
  private readonly lines: readonly Line[];
  private removeRings: (() => void)[] = [];

  /** `walked` is told when a landmark is pressed. */
  constructor(
    private readonly view: MapView,
    ground: Ground,
    private readonly minutes: string,
    walked: () => void,
  ) {
    const line = (kind: Line["kind"]) => (points: readonly LonLat[]) => ({ kind, points });
    this.lines = [...ground.shores.map(line("shore")), ...ground.crossings.map(({ ends }) => line("crossing")(ends))];
    const landmarks = ground.landmarks.map((spot) => {
      const button = document.createElement("button");
      button.type = "button";
      button.addEventListener("click", () => {
        this.around(spot.at);
        this.view.goTo(spot.at, Math.min(this.view.zoom(), ALL_RINGS));
        walked();
      });
      return this.put(button, "landmark", spot);
    });
    const words = (spots: readonly Spot[]): Named[] => spots.map((spot) => this.put(document.createElement("div"), "ground-name", spot));
    this.marks = [...words(ground.crossings), ...landmarks, ...words(ground.sides)];
    view.drawLines(this.lines);
  }

  /** In the order in which they get their names: bridges are few, and landmarks are what people find their way by. */
  named(): readonly Named[] {
    return this.marks;
  }

  /** Takes the names away: from afar the map has its own. */
  rest(): void {
    for (const { mark } of this.marks) {
      delete mark.dataset["name"];
      mark.classList.add("no-room");
    }
  }

  /** Rings around a place; `null` takes them away. */
  around(at: LonLat | null): void {
    for (const remove of this.removeRings) remove();
    this.removeRings = [];
    this.view.drawLines(at ? [...this.lines, ...ringsAround(at)] : this.lines);
    if (!at) return;
    this.removeRings = MINUTES.map((minutes) => {
      const words = document.createElement("div");
      words.className = "ring-name";
      words.textContent = this.minutes.replace("…", String(minutes));
      return this.view.addMarker(words, topOf(at, minutes), "center");
    });
  }

  private put(mark: HTMLElement, kind: string, { name, lang, at }: Spot): Named {
    mark.classList.add("spot", kind);
    const words = document.createElement("span");
    words.className = "spot-name";
    words.textContent = name;
    if (lang) words.lang = lang;
    mark.append(words);
    this.view.addMarker(mark, at, "center");
    return { at, mark, name: words };
  }
}
