/** Consecutive lines of prose, or of a log. */
export interface TextBlock {
  readonly kind: 'prose' | 'log';
  readonly text: string;
}

/** Minimum number of lines of a log: a single matching line may be prose. */
const LOG_MIN_LINES = 2;

/** Patterns of log lines. Each matches in linear time, even for a line of 100,000 characters. */
const LOG_LINE = [
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/, // 2026-11-03 09:14
  /^\s*\[?\d\d:\d\d:\d\d\b/, // 09:14:07
  /^\s*\[?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)[\]:\s]/, // ERROR: …
  /^\s+at \S[^(:]*[(:]/, // a frame of a JavaScript or Java stack
  /^\s*(Traceback|Caused by:|Exception in thread)/,
  /^\s+File "[^"]*", line \d+/, // a frame of a Python stack
  /^(\$|>>>|PS>|C:\\\S*>) \S/, // a prompt
  /^( {4}|\t)\s*\S/, // indented code
  /^\s*[{}[\]]+[,;]?\s*$/, // brackets of JSON or code
  /^\s*"[\w.-]+"\s*:\s/, // a line of JSON
  /^\S+(\s\S+)? {2,}\S+(\s\S+)* {2,}\S/, // columns
];

const FENCE = /^\s*```/;

/** Splits a text into prose and logs. Joined with line breaks, the blocks give the original lines. */
export function textBlocks(text: string): TextBlock[] {
  const lines = text.split(/\r\n|\r|\n/);
  const isLog = findLogs(lines.map(looksLikeLog), lines);
  const blocks: { kind: TextBlock['kind']; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    const kind = isLog[index] ? 'log' : 'prose';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  });
  return blocks.map(({ kind, lines: blockLines }) => ({ kind, text: blockLines.join('\n') }));
}

function looksLikeLog(line: string): boolean {
  return LOG_LINE.some((pattern) => pattern.test(line));
}

/** Adds fenced lines and the empty lines inside a log, and drops logs that are too short. */
function findLogs(matches: readonly boolean[], lines: readonly string[]): boolean[] {
  const isLog = matches.map(() => false);
  let index = 0;
  while (index < lines.length) {
    const end = FENCE.test(lines[index] ?? '') ? endOfFence(lines, index) : endOfRun(matches, lines, index);
    const isLong = matches.slice(index, end).filter(Boolean).length >= LOG_MIN_LINES || FENCE.test(lines[index] ?? '');
    if (end > index && isLong) isLog.fill(true, index, end);
    index = Math.max(end, index + 1);
  }
  return isLog;
}

/** Index after the closing fence; `start` if there is none. */
function endOfFence(lines: readonly string[], start: number): number {
  for (let end = start + 1; end < lines.length; end++) if (FENCE.test(lines[end] ?? '')) return end + 1;
  return start;
}

/** Index after the last line of the log at `start`; `start` if there is none. */
function endOfRun(matches: readonly boolean[], lines: readonly string[], start: number): number {
  let end = start;
  for (let index = start; index < lines.length && (matches[index] || lines[index]?.trim() === ''); index++) {
    if (matches[index]) end = index + 1;
    else if (index === start) return start;
  }
  return end;
}
