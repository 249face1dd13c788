// The button that opens the map. Until it is tapped not a byte of the map is fetched; then `src/map` takes over.
import { Component } from "../../component";

export class MapButton extends Component {
  private readonly show = this.part("show") as HTMLButtonElement;
  private readonly status = this.part("status");

  constructor(root: HTMLElement) {
    super(root);
    // A browser without modules keeps the list, and the sentence the server wrote.
    if (!("noModule" in HTMLScriptElement.prototype)) return;
    root.querySelector("[data-part=plain]")?.remove();
    this.part("door").hidden = false;
    this.show.addEventListener("click", () => this.load());
  }

  private load(): void {
    this.show.disabled = true;
    this.status.textContent = this.say("wait");
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = this.root.dataset["css"]!;
    const script = document.createElement("script");
    script.type = "module";
    script.src = this.root.dataset["js"]!;
    style.onerror = script.onerror = () => {
      // The next tap tries again.
      style.remove();
      script.remove();
      this.show.disabled = false;
      this.status.textContent = this.say("failed");
    };
    // The map measures its box when it starts, so its styles come first.
    style.onload = () => document.head.append(script);
    document.head.append(style);
  }
}
