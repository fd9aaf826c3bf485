/** Presses the button of what is new, of a reply that was not sent, or of a notice. The last one on the page comes first. */
export function pressOffered(): void {
  [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts=b]')].at(-1)?.click();
}
