/** Options whose name or text contains all typed words, regardless of case and accents. */
export function matching<T extends { readonly name: string; readonly text?: string }>(
  options: readonly T[],
  typed: string,
): readonly T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return options.filter(({ name, text = '' }) => {
    const searched = folded(`${name} ${text}`);
    return words.every((word) => searched.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
