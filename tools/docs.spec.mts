import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENTS = ['*.md', 'docs/*.md', 'docs/decisions/*.md'].flatMap((pattern) => globSync(pattern, { cwd: ROOT }));

const read = (document: string) => readFileSync(join(ROOT, document), 'utf8');

/** Files of this repository linked from a document, inline or by reference. */
function linkedFiles(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)].map(
    ([, inline, reference]) => inline ?? reference ?? '',
  );
  return targets.map((target) => target.split('#', 1)[0] ?? '').filter((path) => path !== '' && !/^[a-z]+:/.test(path));
}

it.each(DOCUMENTS)('links only files that exist: %s', (document) => {
  const missing = linkedFiles(read(document)).filter((path) => !existsSync(join(ROOT, dirname(document), path)));

  expect(missing).toEqual([]);
});

describe('the map of OWASP ASVS 5.0', () => {
  const rows = read('docs/asvs.md').match(/^\| \d.*$/gm) ?? [];
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));

  it('lists every line of the levels 1 and 2 once', () => {
    const lines = cells.flatMap(([, lines = '']) => lines.split(', ').flatMap(expand));

    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toHaveLength(253); // number of requirements in version 5.0.0 of the standard
  });

  it('has evidence or a reason for each line that applies', () => {
    const bare = cells.filter(([, , , status, reason]) => status !== '–' && status !== 'met' && reason === '');
    const unknown = cells.filter(
      ([, , , status = '']) => !['met', 'partly', 'not met', 'site', 'planned', '–'].includes(status),
    );

    expect([...bare, ...unknown]).toEqual([]);
  });
});

/** Expands a range such as `1.2.6 – 1.2.8` to its lines. */
function expand(range: string): string[] {
  const [first = '', last = first] = range.split(' – ');
  const section = first.slice(0, first.lastIndexOf('.'));
  const [from, to] = [first, last].map((line) => Number(line.split('.')[2]));
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => `${section}.${(from ?? 0) + index}`);
}
