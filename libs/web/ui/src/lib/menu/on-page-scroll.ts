/**
 * Keeps an open menu next to its button when the page scrolls below it: a conversation may load, and scroll to its end. Shows the button
 * again, and calls back for the menu to follow. Returns a function that stops that.
 */
export function onPageScroll(button: Element, follow: () => void): () => void {
  const scrolled = ({ target }: Event) => {
    if (target instanceof Element && target.closest('.cdk-overlay-container')) return;
    button.scrollIntoView?.({ block: 'nearest' });
    follow();
  };
  document.addEventListener('scroll', scrolled, { capture: true }); // scroll events do not bubble
  return () => document.removeEventListener('scroll', scrolled, { capture: true });
}
