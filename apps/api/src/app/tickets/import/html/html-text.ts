import { DESCRIPTION_MAX_LENGTH } from '@docket/domain';
import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { HtmlFragment } from './html-fragment';
import { PlainText } from './plain-text';

/** The start of an escaped fragment, as GLPI stores it. */
const ESCAPED_START = /^\s{0,100}(?:&lt;|&#0{0,5}60;|&#x0{0,5}3c;)[a-z!]/i;

/** Maximum length of the text in UTF-16 code units: that of the longest field. The rest is not parsed. */
const MAX_LENGTH = 2 * DESCRIPTION_MAX_LENGTH;

/**
 * Converts an HTML description to text with line breaks. Undefined for plain text, which may quote tags and code, and for text that is too
 * long for any field. A text is HTML if it consists of known and closed elements, with paragraphs or line breaks. Also reads escaped HTML.
 * Runs in linear time.
 */
export function htmlText(text: string): string | undefined {
  if (text.includes('<')) return text.includes('>') ? fragmentText(text) : undefined;
  return ESCAPED_START.test(text) ? fragmentText(decodeHTMLStrict(text)) : undefined;
}

function fragmentText(html: string): string | undefined {
  const fragment = new HtmlFragment(html);
  const plain = new PlainText();
  const stopIfNone = () => {
    if (!fragment.isPossible) parser.pause();
  };
  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      fragment.open({ name, isImplied, start: parser.startIndex, end: parser.endIndex + 1 });
      plain.open(name, attributes);
      stopIfNone();
    },
    onclosetag(name, isImplied) {
      fragment.close(name, isImplied);
      plain.close(name);
      stopIfNone();
    },
    ontext(text) {
      if (!plain.isHidden) fragment.text(text);
      plain.add(text);
      if (plain.length > MAX_LENGTH) parser.pause();
    },
  });
  parser.end(html);
  return fragment.isPossible && fragment.isHtml && plain.length <= MAX_LENGTH ? plain.text : undefined;
}
