/**
 * Keeps the button of an open menu in view, now and when the page scrolls below the menu: a conversation may load, and scroll to its end.
 * Calls back for the menu to follow. Returns a function that stops that.
 */
export function onPageScroll(button: Element, follow: () => void): () => void {
  const show = () => {
    button.scrollIntoView?.({ block: 'nearest' });
    follow();
  };
  const scrolled = ({ target }: Event) => {
    if (!(target instanceof Element && target.closest('.cdk-overlay-container'))) show();
  };
  show();
  document.addEventListener('scroll', scrolled, { capture: true }); // scroll events do not bubble
  return () => document.removeEventListener('scroll', scrolled, { capture: true });
}
