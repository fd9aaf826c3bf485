import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { type FallbackReason, oneOf, TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import type { ModelText } from '../privacy/model-text';
import type { Answer } from './providers';

/** What was asked: another model or another prompt may answer otherwise. */
export interface AskedWith {
  readonly model: string;
  readonly promptVersion: number;
}

/** Reasons that are about the text: the model would give no answer to it again. */
export const REFUSALS = ['blocked', 'truncated', 'invalid_output'] as const satisfies readonly FallbackReason[];
type Refusal = (typeof REFUSALS)[number];

/**
 * The answers of a language model to the texts of a file, in another file next to it, so that no answer is paid for twice. One JSON object a line, with
 * a hash in place of the text. What is no answer, such as the end of a line that a crash cut off, is asked for again. The file is made
 * with the first answer.
 */
export class KeptAnswers {
  private file?: Promise<FileHandle>;
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private readonly asked: AskedWith,
    private readonly answers: Map<string, Answer>,
    /** Whether the file ends within a line. */
    private readonly isCutOff: boolean,
  ) {}

  static async open(path: string, asked: AskedWith): Promise<KeptAnswers> {
    const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const answers = new Map(before.split('\n').flatMap((line) => readAnswer(line, asked)));
    return new KeptAnswers(path, asked, answers, before !== '' && !before.endsWith('\n'));
  }

  /** Empty for a text that the model refused. */
  of(text: ModelText): Answer | undefined {
    return this.answers.get(hashOf(text));
  }

  keep(text: ModelText, { category, priority }: Answer): Promise<void> {
    return this.add(text, { category, priority });
  }

  keepRefusal(text: ModelText, refused: Refusal): Promise<void> {
    return this.add(text, {}, { refused });
  }

  async close(): Promise<void> {
    await (await this.file)?.close();
  }

  private async add(text: ModelText, answer: Answer, more: object = {}): Promise<void> {
    const hash = hashOf(text);
    this.answers.set(hash, answer);
    const line = `${JSON.stringify({ ...this.asked, text: hash, ...answer, ...more })}\n`;
    this.file ??= this.openFile();
    const file = await this.file;
    await (this.writing = this.writing.then(() => file.appendFile(line))); // one line after the other
  }

  private async openFile(): Promise<FileHandle> {
    const file = await open(this.path, 'a');
    if (this.isCutOff) await file.write('\n');
    return file;
  }
}

function readAnswer(line: string, asked: AskedWith): [string, Answer][] {
  const kept = parse(line);
  const text = kept?.['text'];
  const isSame = kept?.['model'] === asked.model && kept['promptVersion'] === asked.promptVersion;
  if (!isSame || typeof text !== 'string') return [];
  if (oneOf(REFUSALS, kept['refused'])) return [[text, {}]];
  const category = oneOf(TICKET_CATEGORIES, kept['category']);
  const priority = oneOf(TICKET_PRIORITIES, kept['priority']);
  return category && priority ? [[text, { category, priority }]] : [];
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(text: ModelText): string {
  return createHash('sha256').update(text).digest('hex');
}
