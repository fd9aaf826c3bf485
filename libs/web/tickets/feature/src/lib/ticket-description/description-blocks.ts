/** A run of lines: prose, or what a machine has written. */
export interface DescriptionBlock {
  readonly kind: 'prose' | 'log';
  readonly text: string;
}

/** How many lines in a row have to look like a log: a single one may be chance. */
const LOG_MIN_LINES = 2;

/**
 * Each looks at one line, and finds no second way to read what it has read: a line of 100,000 characters costs no more
 * than its length.
 */
const LOG_LINE = [
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/, // 2026-11-03 09:14
  /^\s*\[?\d\d:\d\d:\d\d\b/, // 09:14:07
  /^\s*\[?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b[\]:\s]/, // ERROR: …
  /^\s+at \S[^(:]*[(:]/, // a frame of a JavaScript or Java stack
  /^\s*(Traceback|Caused by:|Exception in thread)/,
  /^\s+File "[^"]*", line \d+/, // a frame of a Python stack
  /^(\$|>>>|PS>|C:\\\S*>) \S/, // a prompt
  /^( {4}|\t)\s*\S/, // indented, as code is
  /^\s*[{}[\]]+[,;]?\s*$/, // the brackets of JSON or code
  /^\s*"[\w.-]+"\s*:\s/, // a line of JSON
  /^\S+(\s\S+)? {2,}\S+(\s\S+)* {2,}\S/, // columns
];

const FENCE = /^\s*```/;

/** Cuts a description into prose and logs. Joined with line breaks, the blocks are the text as it was typed. */
export function descriptionBlocks(text: string): DescriptionBlock[] {
  const lines = text.split(/\r\n|\r|\n/);
  const isLog = wide(lines.map(looksLikeLog), lines);
  const blocks: { kind: DescriptionBlock['kind']; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    const kind = isLog[index] ? 'log' : 'prose';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  });
  return blocks.map(({ kind, lines: own }) => ({ kind, text: own.join('\n') }));
}

function looksLikeLog(line: string): boolean {
  return LOG_LINE.some((pattern) => pattern.test(line));
}

/** Takes in what stands between fences and the empty lines within a log, and leaves out runs that are too short. */
function wide(looks: readonly boolean[], lines: readonly string[]): boolean[] {
  const isLog = looks.map(() => false);
  let index = 0;
  while (index < lines.length) {
    const end = FENCE.test(lines[index] ?? '') ? endOfFence(lines, index) : endOfRun(looks, lines, index);
    const isLong = looks.slice(index, end).filter(Boolean).length >= LOG_MIN_LINES || FENCE.test(lines[index] ?? '');
    if (end > index && isLong) isLog.fill(true, index, end);
    index = Math.max(end, index + 1);
  }
  return isLog;
}

/** One past the closing fence; the opening line alone when none closes it. */
function endOfFence(lines: readonly string[], start: number): number {
  for (let end = start + 1; end < lines.length; end++) if (FENCE.test(lines[end] ?? '')) return end + 1;
  return start;
}

/** One past the last line of the log that begins at `start`; `start` when none does. */
function endOfRun(looks: readonly boolean[], lines: readonly string[], start: number): number {
  let end = start;
  for (let index = start; index < lines.length && (looks[index] || lines[index]?.trim() === ''); index++) {
    if (looks[index]) end = index + 1;
    else if (index === start) return start;
  }
  return end;
}
