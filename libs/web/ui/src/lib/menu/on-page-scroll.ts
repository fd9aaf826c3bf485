/**
 * Calls back when the page scrolls below an open overlay, to keep it next to its button: a conversation may load, and scroll to its end.
 * Returns a function that stops that.
 */
export function onPageScroll(callback: () => void): () => void {
  const follow = ({ target }: Event) => {
    if (!(target instanceof Element && target.closest('.cdk-overlay-container'))) callback();
  };
  document.addEventListener('scroll', follow, { capture: true }); // scroll events do not bubble
  return () => document.removeEventListener('scroll', follow, { capture: true });
}
