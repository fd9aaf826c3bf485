import { TICKET_CATEGORIES, type TicketCategory, type TicketPriority } from '@docket/domain';
import type { RandomChoices } from './random-choices';
import type { Phase } from './simulated-year';

/** What was suggested for a ticket; empty without an answer. */
export interface Labels {
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** From 0 to 1. */
  readonly confidence?: number;
}

/** What a ticket is. */
export type Truth = Required<Pick<Labels, 'category' | 'priority'>>;

/** What a category is mostly taken for. */
const MISTAKEN_FOR = { general: 'technical', billing: 'account', technical: 'account', account: 'technical' } as const;
const MOSTLY = 0.7;
const WRONG_PRIORITIES = { low: 'medium', medium: 'low', high: 'medium', critical: 'high' } as const;
/** Of the wrong priorities of ordinary tickets. */
const FALSE_ALARMS = 0.15;
/** Words of urgency. */
const WORDS_RECALL = 0.7;

/** @param deck whose shares are kept apart from those of other decks */
export function modelLabels(truth: Truth, phase: Phase, deck: string, random: RandomChoices): Labels {
  const { category, priority } = phase.accuracy.gemini;
  return {
    category: random.dealt(`${deck} gemini`, category) ? truth.category : wrongCategory(truth.category, random),
    priority: modelPriority(truth.priority, priority, phase.criticalRecall, deck, random),
  };
}

export function localLabels(truth: Truth, phase: Phase, deck: string, random: RandomChoices): Labels {
  const isRight = random.dealt(`${deck} local`, phase.accuracy.local.category);
  const category = isRight ? truth.category : wrongCategory(truth.category, random);
  if (phase.localModel === 'learned') return { category, confidence: confidence(isRight, random) };
  return truth.priority === 'critical' && random.happens(WORDS_RECALL)
    ? { category, priority: 'critical' }
    : { category };
}

function modelPriority(
  truth: TicketPriority,
  accuracy: number,
  criticalRecall: number,
  deck: string,
  random: RandomChoices,
): TicketPriority {
  if (truth === 'critical') return random.dealt(`${deck} recall`, criticalRecall) ? truth : WRONG_PRIORITIES[truth];
  if (random.dealt(`${deck} priority`, accuracy)) return truth;
  return random.happens(FALSE_ALARMS) ? 'critical' : WRONG_PRIORITIES[truth];
}

function wrongCategory(truth: TicketCategory, random: RandomChoices): TicketCategory {
  const usual = MISTAKEN_FOR[truth];
  return random.happens(MOSTLY) ? usual : (random.pick(TICKET_CATEGORIES.filter((each) => each !== truth)) ?? usual);
}

/** Between two thousandths, so that no rounding moves it into another tenth. */
function confidence(isRight: boolean, random: RandomChoices): number {
  const sure = isRight ? 0.5 + 0.5 * Math.sqrt(random.number()) : 0.3 + 0.65 * random.number();
  return Math.floor(sure * 1000) / 1000 + 0.0005;
}
