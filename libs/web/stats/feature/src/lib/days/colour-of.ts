/** The colour that a CSS expression has at an element. A custom property alone would read `light-dark(…)`, unresolved. */
export function colourOf(expression: string, element: HTMLElement): string {
  const probe = element.ownerDocument.createElement('span');
  probe.style.color = expression;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
