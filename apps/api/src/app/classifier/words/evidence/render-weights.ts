import type { EvidenceWeights } from './fit-evidence';

const LINE_MAX = 138;

/** The text of `weights.ts`. */
export function renderWeights(weights: EvidenceWeights): string {
  const lines = [''];
  for (const [feature, weight] of weights) {
    const entry = `${feature} ${weight},`;
    const last = lines.at(-1) as string;
    if (`${last} ${entry}`.length > LINE_MAX) lines.push(entry);
    else lines[lines.length - 1] = last ? `${last} ${entry}` : entry;
  }
  const body = lines.join('\n').replace(/,$/, '');
  return `// Written by \`npm run fit-urgency\` from the sentences of evaluation/golden. Never edit it: extend the sentences.
/** How much each word, or pair of words, speaks for an emergency, in hundredths. \`@\` is that of every text. */
export const WEIGHTS = \`
${body}
\`;
`;
}
