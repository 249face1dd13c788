// As somebody writes, says which words hurt, why, and what to write instead. Nothing is replaced unless they tap; nothing is kept.
import { Component, refill } from "../../component";
import { insertable } from "./insert";
import { replaced, type Findings, type Span } from "./replace";

const PAUSE_MS = 700;
const ADDRESS = "/api/v1/language/check";

export class Wording extends Component {
  private readonly field = this.part("text") as HTMLTextAreaElement;
  private readonly said = this.part("words");
  private timer = 0;
  private asked = "";

  constructor(root: HTMLElement) {
    super(root);
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.ask(), PAUSE_MS);
    });
    if (this.field.value) void this.ask();
  }

  private async ask(): Promise<void> {
    const text = this.field.value;
    if (text === this.asked) return;
    this.asked = text;
    if (!text.trim()) return refill(this.said);
    try {
      const answer = await fetch(ADDRESS, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text, lang: this.field.dataset["lang"] ?? "en", field: "text" }),
      });
      // What is refused here is said by the server when the form is sent.
      if (answer.ok && text === this.field.value) this.show((await answer.json()) as Findings, text);
    } catch {
      this.asked = "";
    }
  }

  private show({ findings, grade, long_sentences: long }: Findings, text: string): void {
    const letters = [...text];
    const piece = ({ start, end }: Span): string => letters.slice(start, end).join("");
    const lines: HTMLElement[] = findings.map((one) => {
      const line = document.createElement("p");
      const words = document.createElement("b");
      words.textContent = `“${one.words}” `;
      line.append(words, `${one.why}. `);
      for (const suggestion of one.alternatives.slice(0, 2)) {
        const instead = insertable(suggestion, one.words, this.field.dataset["lang"] ?? "en");
        if (instead === null) {
          line.append(`${suggestion} `);
          continue;
        }
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button";
        button.textContent = this.say("use").replace("…", instead);
        button.addEventListener("click", () => {
          this.field.value = replaced(this.field.value, one, instead);
          this.field.dispatchEvent(new Event("input", { bubbles: true }));
          this.field.focus();
          void this.ask();
        });
        line.append(button, " ");
      }
      return line;
    });
    for (const one of long) lines.push(this.line(this.say("long").replace("…", `${piece(one).slice(0, 60)}…`)));
    if (grade !== null && grade > 8) lines.push(this.line(this.say("grade").replace("…", String(Math.round(grade)))));
    refill(this.said, lines);
  }

  private line(words: string): HTMLElement {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  }
}
