import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { oneOf, TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import type { ModelText } from '../privacy/model-text';
import type { Answer } from './providers';

/** What was asked: another model or another prompt may answer otherwise. */
export interface AskedWith {
  readonly model: string;
  readonly promptVersion: number;
}

/**
 * The answers of a language model to the texts of a file, in another file next to it, so that no answer is paid for twice. One JSON object a line, with
 * a hash in place of the text. What is no answer, such as the end of a line that a crash cut off, is asked for again.
 */
export class KeptAnswers {
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly file: FileHandle,
    private readonly asked: AskedWith,
    private readonly answers: Map<string, Answer>,
  ) {}

  static async open(path: string, asked: AskedWith): Promise<KeptAnswers> {
    const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const answers = new Map(before.split('\n').flatMap((line) => readAnswer(line, asked)));
    const file = await open(path, 'a');
    if (before !== '' && !before.endsWith('\n')) await file.write('\n');
    return new KeptAnswers(file, asked, answers);
  }

  of(text: ModelText): Answer | undefined {
    return this.answers.get(hashOf(text));
  }

  async keep(text: ModelText, { category, priority }: Answer): Promise<void> {
    const hash = hashOf(text);
    this.answers.set(hash, { category, priority });
    const line = `${JSON.stringify({ ...this.asked, text: hash, category, priority })}\n`;
    await (this.writing = this.writing.then(() => this.file.appendFile(line))); // one line after the other
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

function readAnswer(line: string, asked: AskedWith): [string, Answer][] {
  const kept = parse(line);
  const category = oneOf(TICKET_CATEGORIES, kept?.['category']);
  const priority = oneOf(TICKET_PRIORITIES, kept?.['priority']);
  const isSame = kept?.['model'] === asked.model && kept['promptVersion'] === asked.promptVersion;
  return isSame && typeof kept['text'] === 'string' && category && priority
    ? [[kept['text'], { category, priority }]]
    : [];
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
