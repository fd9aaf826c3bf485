import { fitEvidence } from '../words/evidence/fit-evidence';
import { renderWeights } from '../words/evidence/render-weights';
import { fittedTexts } from './urgency-texts';

/**
 * The text of `weights.ts`.
 * @param read returns the text of a file in the folder of the golden tickets
 */
export const fitUrgency = (read: (name: string) => string) => renderWeights(fitEvidence(fittedTexts(read)));
