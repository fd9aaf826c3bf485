/** The computed colour of a CSS expression at an element. A custom property would return `light-dark(…)` unresolved. */
export function resolveColour(expression: string, element: HTMLElement): string {
  const probe = element.ownerDocument.createElement('span');
  probe.style.color = expression;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
