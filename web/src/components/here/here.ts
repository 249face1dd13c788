// Fills a field with where the phone is, for who stands at the door. It is asked for only on a tap, and goes nowhere but into the field.
import { Component } from "../../component";

const TIMEOUT_MS = 20_000;

export class Here extends Component {
  private readonly field = this.root.querySelector("input")!;
  private readonly button = this.part("here");

  constructor(root: HTMLElement) {
    super(root);
    if (!("geolocation" in navigator)) return;
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.ask());
  }

  private ask(): void {
    this.tell(this.say("wait"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.field.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
        this.field.dispatchEvent(new Event("input", { bubbles: true }));
        this.tell("");
        this.field.focus();
      },
      () => this.tell(this.say("none")),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS },
    );
  }

  private tell(words: string): void {
    this.part("said").textContent = words;
  }
}
