// A drawing that is tapped instead of typing: the ground for a new box, a box to move it or to let it go. What is tapped goes into the
// fields of the form, which alone is sent; without script the form is the same.
import { Component } from "../../component";

const SVG = "http://www.w3.org/2000/svg";
/** How many numbers after the point: about a metre. */
const DIGITS = 5;

type Tapped = "move" | "drop" | "open";

export class Sketch extends Component {
  private readonly svg: SVGSVGElement;
  private readonly form: HTMLFormElement;
  private readonly bounds: readonly number[];
  private readonly tapped = new Map<string, Tapped>();
  /** The place that moves with the next tap on the ground. */
  private moving = "";

  constructor(root: HTMLElement) {
    super(root);
    const svg = root.querySelector("svg");
    const form = document.getElementById(root.dataset["form"] ?? "");
    if (!svg || !(form instanceof HTMLFormElement)) throw new Error("no drawing or no form");
    this.svg = svg;
    this.form = form;
    this.bounds = (root.dataset["bounds"] ?? "").split(" ").map(Number);
    svg.classList.add("live");
    svg.addEventListener("click", (event) => this.tap(event));
    this.part("how").hidden = false;
  }

  private tap(event: MouseEvent): void {
    const spot = event.target instanceof Element ? event.target.closest<SVGElement>("[data-slug]") : null;
    if (spot) this.spot(spot);
    else this.ground(event);
    this.part("go").hidden = false;
  }

  /** Moves, then goes, then stays; what is only proposed comes, then does not. */
  private spot(spot: SVGElement): void {
    const slug = spot.dataset["slug"] ?? "";
    const before = this.tapped.get(slug);
    const proposed = this.box("open", slug);
    const next: Tapped | undefined = proposed ? (before ? undefined : "open") : before === "move" ? "drop" : before ? undefined : "move";
    this.release(this.moving);
    this.release(slug);
    const drop = this.box("drop", slug);
    if (proposed) proposed.checked = next === "open";
    if (drop) drop.checked = next === "drop";
    if (next === "move") this.moving = slug;
    if (next) this.tapped.set(slug, next);
    spot.setAttribute("data-tapped", next ?? "");
    this.tell(next ?? "undone", this.name(slug));
  }

  /** What was tapped before is undone. A place that was only about to move takes the move of no other with it. */
  private release(slug: string): void {
    if (!slug || this.tapped.get(slug) === undefined) return;
    if (this.box("move", slug)?.checked) {
      this.choose("");
      this.field("to")!.value = "";
    }
    if (this.moving === slug) this.moving = "";
    this.tapped.delete(slug);
    this.svg.querySelector(`[data-slug="${slug}"]`)?.setAttribute("data-tapped", "");
  }

  private ground(event: MouseEvent): void {
    const { left, top, width, height } = this.svg.getBoundingClientRect();
    const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height];
    const [west, south, east, north] = this.bounds as [number, number, number, number];
    const place = `${(north - y * (north - south)).toFixed(DIGITS)}, ${(west + x * (east - west)).toFixed(DIGITS)}`;
    if (this.moving) {
      // Only one place moves: the one before stays.
      const before = [...this.tapped.keys()].find((slug) => slug !== this.moving && this.box("move", slug)?.checked);
      const moving = this.moving;
      this.release(before ?? "");
      this.moving = moving;
      this.choose(moving);
      this.field("to")!.value = place;
      this.mark(x, y, "moved");
      this.tell("moved", this.name(this.moving));
      this.moving = "";
      return;
    }
    for (let number = 1; ; number++) {
      const field = this.field(`at${number}`);
      if (!field) return this.tell("full");
      if (field.value.trim() !== "") continue;
      field.value = place;
      this.mark(x, y, `new-${number}`);
      return this.tell("new");
    }
  }

  private mark(x: number, y: number, what: string): void {
    this.svg.querySelector(`[data-mark="${what}"]`)?.remove();
    const mark = document.createElementNS(SVG, "circle");
    const { width, height } = this.svg.viewBox.baseVal;
    for (const [name, value] of Object.entries({ class: "tapped", "data-mark": what, cx: `${x * width}`, cy: `${y * height}`, r: "13" })) mark.setAttribute(name, value);
    this.svg.append(mark);
  }

  private tell(what: string, name = ""): void {
    const line = this.part("status");
    line.hidden = false;
    line.textContent = this.say(what).replace("{$name}", name);
  }

  /** What a place is called: the words beside its box in the form. */
  private name(slug: string): string {
    const box = this.box("open", slug) ?? this.box("drop", slug);
    return box?.closest("label")?.textContent?.trim() ?? slug;
  }

  private box(name: string, value: string): HTMLInputElement | undefined {
    return [...this.form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)].find((one) => one.value === value);
  }

  private choose(slug: string): void {
    const choice = this.box("move", slug);
    if (choice) choice.checked = true;
  }

  private field(name: string): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  }
}
