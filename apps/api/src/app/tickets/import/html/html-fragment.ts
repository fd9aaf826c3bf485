import { BLOCKS, OPTIONAL_ENDS, VOIDS, isKnownTag } from './html-tags';

/** A tag with its range in the text. */
export interface Tag {
  readonly name: string;
  readonly isImplied: boolean;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Maximum depth of open elements. Mails nest tables in tables, but no deeper. */
const MAX_DEPTH = 100;

const LINE_BREAK = /[\r\n]/;

const SENTENCE_END = /[.,:;!?…。、，：；！？)\]>]/;

/** Characters before a tag that a sentence quotes: "the <br> tag", `a "<br>"`. */
const QUOTE_OR_SPACE = /[\s"'`´‘’“”„«»(=]/;

/** Decides whether a text is HTML or plain text that quotes HTML. */
export class HtmlFragment {
  /** False as soon as the text cannot be HTML. */
  isPossible = true;
  private depth = 0;
  private openBlocks = 0;
  private hasLines = false;
  private hasOuterText = false;
  private isQuoting = false;
  private endsSentence = false;
  /** Number of `<br>`, and how many of them follow a space. */
  private breaks = 0;
  private looseBreaks = 0;

  constructor(private readonly html: string) {}

  open(tag: Tag): void {
    const { name, isImplied } = tag;
    const isBlock = BLOCKS.has(name);
    if (isImplied || !isKnownTag(name)) this.isPossible = false;
    if ((isBlock || name === 'br') && this.openBlocks === 0) this.endLine(tag);
    if (VOIDS.has(name)) return;
    if (isBlock) this.openBlocks++;
    if (++this.depth > MAX_DEPTH) this.isPossible = false;
  }

  /** Closes an element. A top-level element needs an end tag, unlike in "<p> is shown as it is". */
  close(name: string, isImplied: boolean): void {
    if (VOIDS.has(name)) return;
    this.depth--;
    if (BLOCKS.has(name)) this.openBlocks--;
    if (isImplied && (this.depth === 0 || !OPTIONAL_ENDS.has(name))) this.isPossible = false;
  }

  /** Text outside of all blocks with line breaks of its own is plain text: in HTML, line breaks are spaces. */
  text(text: string): void {
    const trimmed = text.trim();
    if (this.openBlocks > 0 || trimmed === '') return;
    this.hasOuterText = true;
    if (LINE_BREAK.test(trimmed)) this.isQuoting = true;
  }

  /**
   * Whether the text is HTML, provided that it is possible. Text outside of all blocks, as in "Hello,<br>it is broken", is ambiguous: it is
   * HTML only if its tags stand at the ends of lines.
   */
  get isHtml(): boolean {
    if (!this.hasLines || !this.hasOuterText) return this.hasLines;
    return this.endsSentence && !this.isQuoting && (this.looseBreaks === 0 || this.breaks > 1);
  }

  /**
   * Records a tag that ends a line. A quoted tag has a space or a quotation mark before it. A line break may have a space before it and a
   * new line after it.
   */
  private endLine({ name, start, end }: Tag): void {
    const before = this.html[start - 1] ?? '>';
    const isBreak = name === 'br' && !LINE_BREAK.test(before) && LINE_BREAK.test(this.html[end] ?? '\n');
    const isAfterTag = this.html
      .slice(Math.max(start - 20, 0), start)
      .trimEnd()
      .endsWith('>');
    this.hasLines = true;
    this.endsSentence ||= isBreak || SENTENCE_END.test(before);
    if (name === 'br') this.breaks++;
    if (isAfterTag || !QUOTE_OR_SPACE.test(before)) return;
    if (isBreak && before === ' ') this.looseBreaks++;
    else this.isQuoting = true;
  }
}
