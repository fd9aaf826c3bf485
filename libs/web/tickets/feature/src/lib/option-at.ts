/**
 * Index of the option under the pointer, from its attribute `data-index`. For lists below a text field, which keeps the focus and handles
 * the keys.
 */
export function optionAt({ target }: MouseEvent): number | undefined {
  const index = target instanceof Element && target.closest('[data-index]')?.getAttribute('data-index');
  return index ? Number(index) : undefined;
}
