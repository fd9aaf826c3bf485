import { BLOCKS, HIDDEN } from './html-tags';

/** An open list. */
interface List {
  readonly isOrdered: boolean;
  items: number;
}

const WEB_ADDRESS = /^(?:https?|mailto|tel):/i;

/** Converts HTML to lines of text. */
export class PlainText {
  private readonly parts: string[] = [];
  private written = 0;
  /** Number of line breaks before the next text. */
  private breaks = 0;
  private needsSpace = false;
  private hidden = 0;
  private preformatted = 0;
  private cells = 0;
  /** Whether a table cell or list item has no text yet: its first paragraph continues the line. */
  private isAtStart = false;
  private readonly lists: List[] = [];
  private link: { readonly address: string; readonly from: number } | undefined;

  /** Whether the following text is not displayed. */
  get isHidden(): boolean {
    return this.hidden > 0;
  }

  /** Length of the text so far, without separators, in UTF-16 code units. */
  get length(): number {
    return this.written;
  }

  get text(): string {
    return this.parts.join('').trim();
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (HIDDEN.has(name)) this.hidden++;
    if (name === 'br') this.breakLine(this.breaks + 1);
    else if (name === 'td' || name === 'th') this.openCell();
    else if (BLOCKS.has(name)) this.breakLine(this.linesAround(name));
    if (name === 'pre') this.preformatted++;
    else if (name === 'tr') this.cells = 0;
    else if (name === 'ul' || name === 'ol') this.lists.push({ isOrdered: name === 'ol', items: 0 });
    else if (name === 'li') this.openItem();
    else if (name === 'hr') this.write('---');
    else if (name === 'img') this.add(attributes['alt'] ?? '');
    else if (name === 'a') this.link = { address: attributes['href'] ?? '', from: this.parts.length };
  }

  close(name: string): void {
    if (HIDDEN.has(name)) this.hidden--;
    if (name === 'a') this.closeLink();
    else if (name === 'pre') this.preformatted--;
    else if (name === 'ul' || name === 'ol') this.lists.pop();
    else if (name === 'tr') this.cells = 0;
    if (name === 'tr' || name === 'li') this.isAtStart = false;
    if (BLOCKS.has(name) && name !== 'td' && name !== 'th') this.breakLine(this.linesAround(name));
  }

  /** Adds text. Collapses white space, except in preformatted text. */
  add(text: string): void {
    if (this.hidden) return;
    const lines = this.preformatted ? text : text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    const start = !this.preformatted && lines.startsWith(' ') ? 1 : 0;
    const end = !this.preformatted && lines.length > 1 && lines.endsWith(' ') ? -1 : undefined;
    const shown = lines.slice(start, end).replaceAll('\u00a0', ' ');
    if (start) this.needsSpace = true;
    if (shown) this.write(shown);
    if (end) this.needsSpace = true;
  }

  private write(text: string): void {
    if (this.breaks) this.parts.push(this.parts.length ? '\n'.repeat(Math.min(this.breaks, 2)) : '');
    else if (this.needsSpace && this.parts.length) this.parts.push(' ');
    this.breaks = 0;
    this.needsSpace = this.isAtStart = false;
    this.parts.push(text);
    this.written += text.length;
  }

  private linesAround(name: string): number {
    return name === 'p' && this.lists.length === 0 && this.cells === 0 ? 2 : 1;
  }

  private breakLine(breaks: number): void {
    if (this.isAtStart) return;
    this.breaks = Math.max(this.breaks, breaks);
    this.needsSpace = false;
  }

  private openItem(): void {
    const list = this.lists.at(-1);
    this.write(list?.isOrdered ? `${++list.items}.` : '-');
    this.needsSpace = this.isAtStart = true;
  }

  private openCell(): void {
    if (this.cells++ > 0) {
      this.breaks = 0;
      this.needsSpace = true;
      this.write('|');
      this.needsSpace = true;
    }
    this.isAtStart = true;
  }

  /** Appends the URL of a link to its text, unless the text is the URL. */
  private closeLink(): void {
    const { address, from } = this.link ?? { address: '', from: 0 };
    this.link = undefined;
    const text = this.parts.slice(from).join('').trim();
    const isShown = text === '' || address.replace(/^(?:mailto|tel):/i, '').includes(text);
    if (WEB_ADDRESS.test(address) && !isShown) this.write(`${this.breaks ? '' : ' '}(${address})`);
  }
}
