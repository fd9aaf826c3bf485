import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { COMPARED_CHARACTERS, type ComparedWords } from './compared-words';
import { WordCounts } from './word-counts';

/** Maximum number of tickets that are sampled. */
const SAMPLE_SIZE = 2000;

interface Sample {
  readonly ids: ReadonlySet<number>;
  readonly counts: WordCounts;
}

/** Reads the tickets at evenly spaced ids, or the next one where an id is missing. */
const SAMPLE = `
  SELECT DISTINCT ON (ticket.id) ticket.id, ticket.text
  FROM generate_series(1, $1::bigint, GREATEST(1, ($1::bigint + ${SAMPLE_SIZE - 1}) / ${SAMPLE_SIZE})) AS wanted (id),
    LATERAL (
      SELECT id, left(folded_text, ${COMPARED_CHARACTERS}) AS text FROM tickets
      WHERE id >= wanted.id AND id <= $1::bigint AND folded_text IS NOT NULL ORDER BY id LIMIT 1
    ) AS ticket`;

/**
 * Word frequencies from a sample of tickets that is kept in memory. Neither PostgreSQL's statistics nor the search index provide them.
 *
 * The sample depends only on the highest id, rounded down to two digits, so that all processes give the same answers. It is renewed when
 * the highest id has grown by 1 to 10 percent.
 */
@Injectable()
export class SampledWords {
  private sample?: { readonly highestId: number; readonly words: Promise<Sample> };

  /**
   * @param manager of a transaction, used if the sample has to be read
   * @param ticket the compared ticket, whose own words do not count
   */
  async counts(manager: EntityManager, ticket: { id?: number; words: ComparedWords }): Promise<WordCounts> {
    const { ids, counts } = await this.current(manager);
    return ticket.id !== undefined && ids.has(ticket.id) ? counts.without(ticket.words) : counts;
  }

  private async current(manager: EntityManager): Promise<Sample> {
    const [{ id }] = await manager.query<[{ id: number }]>('SELECT COALESCE(max(id), 0) AS id FROM tickets');
    const highestId = roundedDown(id);
    if (this.sample?.highestId === highestId) return this.sample.words;
    const words = readSample(manager, highestId);
    this.sample = { highestId, words };
    words.catch(() => this.sample?.words === words && delete this.sample);
    return words;
  }
}

async function readSample(manager: EntityManager, highestId: number): Promise<Sample> {
  const rows = await manager.query<{ id: number; text: string }[]>(SAMPLE, [highestId]);
  const counts = await WordCounts.of(
    rows.map(({ text }) => text),
    highestId,
  );
  return { ids: new Set(rows.map(({ id }) => id)), counts };
}

/** Rounds down to two significant digits. */
function roundedDown(id: number): number {
  const unit = 10 ** Math.max(0, `${id}`.length - 2);
  return Math.floor(id / unit) * unit;
}
