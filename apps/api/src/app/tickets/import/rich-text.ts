/** Maximum depth of a document. Deeper parts are ignored. */
const MAX_DEPTH = 50;

/** A node of a document in the Atlassian Document Format (ADF), which is also that of ProseMirror and TipTap. */
interface Part {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly content?: unknown;
  readonly attrs?: unknown;
}

/** Inline nodes. All others are blocks. */
const INLINE = new Set(['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'date', 'status', 'placeholder']);

/** The text of a formatted document, such as a description of Jira Cloud; undefined for any other value. */
export function richText(value: unknown): string | undefined {
  if (!isPart(value) || value.type !== 'doc' || !Array.isArray(value.content)) return undefined;
  return blocks(value.content, 1).trimEnd();
}

function blocks(parts: readonly unknown[], depth: number): string {
  let text = '';
  for (const part of parts) {
    if (!isPart(part) || depth > MAX_DEPTH) continue;
    if (isInline(part)) {
      text += inlineText(part);
      continue;
    }
    if (text && !text.endsWith('\n')) text += '\n';
    text += blockText(part, depth);
    if (!text.endsWith('\n')) text += '\n';
  }
  return text;
}

/** The text of a block. List items start with a hyphen or their number; table cells are separated by bars. */
function blockText({ type, content, attrs }: Part, depth: number): string {
  if (!Array.isArray(content)) return type === 'rule' ? '---' : attribute(attrs, 'url');
  const inner = (part: unknown) => blocks([part], depth + 1).trimEnd();
  if (type === 'bulletList' || type === 'taskList') return content.map((item) => `- ${inner(item)}\n`).join('');
  if (type === 'orderedList') return content.map((item, index) => `${index + 1}. ${inner(item)}\n`).join('');
  if (type === 'tableRow') return content.map((cell) => inner(cell).replaceAll('\n', ' ')).join(' | ');
  return blocks(content, depth + 1);
}

function inlineText({ type, text, attrs }: Part): string {
  if (type === 'hardBreak') return '\n';
  if (typeof text === 'string') return text;
  if (type === 'date') return dateText(attribute(attrs, 'timestamp'));
  return attribute(attrs, 'text') || attribute(attrs, 'shortName') || attribute(attrs, 'url');
}

/** The UTC day of a timestamp in milliseconds. */
function dateText(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return timestamp && !Number.isNaN(date.getTime()) ? date.toISOString().slice(0, 10) : '';
}

function attribute(attributes: unknown, name: string): string {
  const value = isPart(attributes) ? (attributes as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isInline({ type }: Part): boolean {
  return typeof type === 'string' && INLINE.has(type);
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}
