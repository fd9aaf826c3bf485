const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Block elements. A paragraph has an empty line before and after it. */
export const BLOCKS = names(`
  address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 head header
  hr html li ol p pre section summary table tbody tfoot thead title tr ul caption td th colgroup`);

/** Void elements. Of these, `hr` and `br` end a line. */
export const VOIDS = names('br hr img wbr col meta link base');

/** Inline elements. Those of forms and scripts are missing: a text with such HTML is code that the ticket is about. */
const INLINES = names(`
  a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong style sub sup
  time tt u var`);

/** Elements whose end tag is optional. */
export const OPTIONAL_ENDS = names('p li dd dt tr td th tbody thead tfoot colgroup');

/** Elements whose text is not displayed. */
export const HIDDEN = names('head style title');

/** Whether an element occurs in formatted text. Office also writes elements such as `o:p`. */
export function isKnownTag(name: string): boolean {
  return BLOCKS.has(name) || VOIDS.has(name) || INLINES.has(name) || /^[owv]:[a-z]{1,20}$/.test(name);
}
