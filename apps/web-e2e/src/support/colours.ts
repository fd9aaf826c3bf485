import type { Locator } from '@playwright/test';

/**
 * Rendered colours of an element, by their share of its pixels, from 0 to 1. Unlike computed styles, they include the effect of forced
 * colours.
 */
export async function coloursOf(element: Locator): Promise<ReadonlyMap<string, number>> {
  const screenshot = await element.screenshot({ animations: 'disabled' });
  const shares = await element.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    const { data } = canvas?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const counts: Record<string, number> = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts[colour] = (counts[colour] ?? 0) + 4 / data.length;
    }
    return counts;
  }, screenshot.toString('base64'));
  return new Map(Object.entries(shares));
}
