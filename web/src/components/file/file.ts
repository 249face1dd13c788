// A file is read into the field below it, so that what is sent is seen first. Without script its text is pasted there.
import { Component } from "../../component";

export class File extends Component {
  constructor(root: HTMLElement) {
    super(root);
    const chosen = this.part("file") as HTMLInputElement;
    const text = root.closest("form")?.querySelector("textarea");
    if (!text) throw new Error("no field for the text");
    root.hidden = false;
    chosen.addEventListener("change", () => {
      void chosen.files?.[0]?.text().then((words) => {
        text.value = words;
      });
    });
  }
}
