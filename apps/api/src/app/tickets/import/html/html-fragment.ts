import { BLOCKS, OPTIONAL_ENDS, VOIDS, isKnownTag } from './html-tags';

/** A tag, and its range in the text. */
export interface Tag {
  readonly name: string;
  readonly isImplied: boolean;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Maximum number of open elements. Mails nest tables in tables, and no deeper. */
const MAX_DEPTH = 100;

const LINE_BREAK = /[\r\n]/;

const SENTENCE_END = /[.,:;!?…。、，：；！？)\]>]/;

/** What stands around a tag that a sentence is about: "the <br> tag", `a "<br>"`. */
const QUOTE_OR_SPACE = /[\s"'`´‘’“”„«»(=]/;

/** Decides whether a text is HTML, as opposed to a text that quotes some. */
export class HtmlFragment {
  /** False once the text cannot be HTML any more. */
  isPossible = true;
  private depth = 0;
  private openBlocks = 0;
  private hasLines = false;
  private hasOuterText = false;
  private isQuoting = false;
  private endsSentence = false;
  /** Line breaks of HTML, and those of them that have a space before them. */
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

  /** Ends an element. One that no other contains must have its end: "<p> is shown as it is". */
  close(name: string, isImplied: boolean): void {
    if (VOIDS.has(name)) return;
    this.depth--;
    if (BLOCKS.has(name)) this.openBlocks--;
    if (isImplied && (this.depth === 0 || !OPTIONAL_ENDS.has(name))) this.isPossible = false;
  }

  /** Text outside of all blocks that has lines of its own is no HTML, where line breaks are spaces. */
  text(text: string): void {
    const trimmed = text.trim();
    if (this.openBlocks > 0 || trimmed === '') return;
    this.hasOuterText = true;
    if (LINE_BREAK.test(trimmed)) this.isQuoting = true;
  }

  /**
   * Whether the text is HTML, if it is possible. Text outside of all blocks, as in "Hello,<br>it is broken", makes it doubtful: its
   * tags must then stand where lines end.
   */
  get isHtml(): boolean {
    if (!this.hasLines || !this.hasOuterText) return this.hasLines;
    return this.endsSentence && !this.isQuoting && (this.looseBreaks === 0 || this.breaks > 1);
  }

  /** A tag that a sentence is about has a space or a quote before it. A line break may have a space before it and a new line after it. */
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
