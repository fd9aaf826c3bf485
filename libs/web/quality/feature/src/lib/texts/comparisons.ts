import type { Measured, Quality } from '@docket/web/quality/data';

/** From here on, chance alone explains a difference well enough. */
const P_CHANCE = 0.05;

const PROVIDER_NAMES = { gemini: 'Gemini', local: 'Docket itself' } as const;

export function providerName(provider: Quality['provider']): string {
  return PROVIDER_NAMES[provider];
}

/** How far acceptance is above the blind accuracy: "7 points over blind". Empty if either has too few cases. */
export function pointsOverBlind(acceptance: Measured, blind: Measured): string {
  if (acceptance.share === null || blind.share === null) return '';
  const points = Math.round((acceptance.share - blind.share) * 100);
  if (points === 0) return 'As often as blind';
  return `${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'} ${points > 0 ? 'over' : 'under'} blind`;
}

/** Whether the other provider was better on the same tickets, or chance explains the difference. Empty for too few cases. */
export function verdict(comparison: Quality['comparison'], blind: Measured): string {
  const { p, right, n } = comparison;
  if (p === null) return '';
  if (p >= P_CHANCE) return `No clear difference (${pValue(p)})`;
  // Of fewer tickets than `blind` has, only the test knows both sides.
  if (n !== blind.n) return `A clear difference (${pValue(p)})`;
  return `${right > blind.right ? 'Better' : 'Worse'} (${pValue(p)})`;
}

/** "p = 0.31", with two digits that count. */
function pValue(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${Number(p.toPrecision(2))}`;
}
