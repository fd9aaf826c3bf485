import { fitEvidence } from '../words/evidence/fit-evidence';
import { renderWeights } from '../words/evidence/render-weights';
import { fittedTexts } from './urgency-texts';

/**
 * The text of `weights.ts`.
 * @param read gives a file beside the golden tickets
 */
export const fitUrgency = (read: (name: string) => string) => renderWeights(fitEvidence(fittedTexts(read)));
