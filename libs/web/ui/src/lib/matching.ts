/**
 * Options whose name or text contains all typed words, regardless of case and accents. Those with words that begin with the typed ones come
 * first, because a typist takes the first option.
 */
export function matching<T extends { readonly name: string; readonly text?: string }>(
  options: readonly T[],
  typed: string,
): readonly T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const found = options.flatMap((option) => {
    const searched = folded(`${option.name} ${option.text ?? ''}`);
    if (!words.every((word) => searched.includes(word))) return [];
    const starts = ` ${searched.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return { option, isStart: words.every((word) => starts.includes(` ${word}`)) };
  });
  return [...found.filter(({ isStart }) => isStart), ...found.filter(({ isStart }) => !isStart)].map(
    ({ option }) => option,
  );
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
