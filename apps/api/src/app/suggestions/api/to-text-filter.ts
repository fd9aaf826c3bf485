import type { TextFilter } from '../list/text-filter';
import type { ListTextsDto } from './list-texts.dto';
import { toQualityRange } from './to-quality-range';

/** The range of the quality report. Provider and field do not matter: all texts are from the language model. */
export function toTextFilter({ kind, result, call, ...query }: ListTextsDto): TextFilter {
  const { from, to, teamId } = toQualityRange(query, true);
  return { from, to, teamId, kind, result, call };
}
