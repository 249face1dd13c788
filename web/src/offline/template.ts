// Copies of the page's templates with their blanks filled. Only text and known kinds of addresses are put in.

/** Words; `true` keeps what the template says; nothing takes the element out. */
export type Value = string | boolean | null | undefined;

export interface Blanks {
  readonly [field: string]: Value;
}

/** The kinds of addresses a link may have. */
const LINK = /^(?:\/(?!\/)|https?:|tel:|sms:|geo:|#)/;

/** A copy of `<template id="saved-NAME">`. `links` are by field; `spoken` says which words are in another language. */
export function copyOf(name: string, blanks: Blanks, links: Blanks = {}, spoken: Readonly<Record<string, string | undefined>> = {}): DocumentFragment {
  const template = document.getElementById(`saved-${name}`) as HTMLTemplateElement;
  const copy = document.importNode(template.content, true);
  for (const element of copy.querySelectorAll<HTMLElement>("[data-field]")) {
    const field = element.dataset["field"]!;
    const value = blanks[field];
    if (!value) {
      element.remove();
      continue;
    }
    if (value !== true) element.textContent = value;
    const link = links[field];
    if (typeof link === "string" && LINK.test(link)) element.setAttribute("href", link);
    const lang = spoken[field];
    if (lang) element.lang = lang;
  }
  return copy;
}

/** The place of a copy for a list of others: `data-list="NAME"`. */
export function listIn(copy: ParentNode, name: string, items: readonly Node[]): void {
  copy.querySelector(`[data-list=${name}]`)?.append(...items);
}

/** Draws the state as the style sheet does: a shape, and only then a colour. */
export function drawState(copy: ParentNode, state: string): void {
  copy.querySelector("[data-field=state]")?.classList.add("state", state);
}
