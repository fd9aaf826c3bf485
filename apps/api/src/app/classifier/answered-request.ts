import type { AnsweredRequest } from '../suggestions';
import { ClassifierFailure } from './classifier-failure';
import { PROMPT_VERSION } from './classifier-prompt';
import type { ClassifierResult } from './classifier.provider';
import type { LocalSuggestion } from './local-suggestion';
import { type ModelPrice, costOf } from './model-price';

/** A request for a suggestion, with the configured name of the model. */
type Asked = Pick<AnsweredRequest, 'surface' | 'isBlind' | 'characters' | 'latencyMs'> & {
  readonly model: string;
  readonly price?: ModelPrice;
};

/** The ledger entry of a request: numbers and labels, no text of the ticket. */
export function toAnsweredRequest(
  { model: name, price, ...asked }: Asked,
  outcome: ClassifierResult | ClassifierFailure,
  local: LocalSuggestion | undefined,
): AnsweredRequest {
  const failure = outcome instanceof ClassifierFailure ? outcome : undefined;
  const { usage, attempts } = outcome instanceof ClassifierFailure ? outcome.details : outcome;
  const model = {
    name,
    version: usage?.modelVersion,
    promptVersion: PROMPT_VERSION,
    isCached: false,
    attempts,
    promptTokens: usage?.promptTokens,
    outputTokens: usage?.outputTokens,
    thoughtTokens: usage?.thoughtTokens,
    costMicros: costOf(usage, price),
  };
  return {
    ...asked,
    outcome: failure?.reason ?? 'answered',
    ...(failure?.reason !== 'not_configured' && {
      model: outcome instanceof ClassifierFailure ? model : { ...model, ...answerOf(outcome) },
    }),
    ...(local && { local: answerOfLocal(local) }),
  };
}

function answerOf({ category, priority, isCached = false }: ClassifierResult) {
  return { category, priority, isCached, ...(isCached && { costMicros: 0 }) };
}

/** Drops the words of the ticket. */
function answerOfLocal({ because: _because, ...answer }: LocalSuggestion): AnsweredRequest['local'] {
  return answer;
}
