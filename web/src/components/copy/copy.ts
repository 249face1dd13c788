// Copies what stands in a field that is only read, such as a link that is shown once. Without script it is marked and copied by hand.
import { Component } from "../../component";

export class Copy extends Component {
  private readonly field = this.root.querySelector("input")!;
  private readonly button = this.part("copy");

  constructor(root: HTMLElement) {
    super(root);
    // The page may know where it is when the server does not.
    if (this.field.value.startsWith("/")) this.field.value = location.origin + this.field.value;
    root.hidden = false;
    this.button.hidden = false;
    this.button.addEventListener("click", () => void this.copy());
  }

  private async copy(): Promise<void> {
    this.field.select();
    try {
      await navigator.clipboard.writeText(this.field.value);
    } catch {
      // It stays marked, to be copied by hand.
      return;
    }
    this.part("said").textContent = this.say("done");
  }
}
