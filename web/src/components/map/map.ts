// The button that opens the map. Until it is tapped not a byte of the map is fetched; then `src/map` takes over. On the map's own page, which
// nobody opens for anything else, it opens by itself, unless the line is slow or bytes are to be saved.
import { Component } from "../../component";

/** What some browsers tell of the line (https://wicg.github.io/netinfo/). */
interface Line {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Whether bytes are dear here: somebody said so, or the line is slow. */
function isDear(): boolean {
  const { connection } = navigator as { connection?: Line };
  return connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? "");
}

export class MapButton extends Component {
  private readonly show = this.part("show") as HTMLButtonElement;
  private readonly status = this.part("status");

  constructor(root: HTMLElement) {
    super(root);
    // A browser without modules keeps the list, and the sentence the server wrote.
    if (!("noModule" in HTMLScriptElement.prototype)) return;
    root.querySelector("[data-part=plain]")?.remove();
    this.part("door").hidden = false;
    this.show.addEventListener("click", () => {
      this.root.setAttribute("data-asked", "");
      this.load();
    });
    if (this.root.hasAttribute("data-opens") && !isDear()) this.load();
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
