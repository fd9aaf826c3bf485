import { htmlText } from './html-text';

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const HTML: readonly (readonly [string, string, string])[] = [
  [
    'paragraphs',
    '<p>Bonjour,</p>\n<p>l&#39;imprimante est bloqu&eacute;e.</p>',
    "Bonjour,\n\nl'imprimante est bloquée.",
  ],
  ['divs', '<div dir="ltr">Hello<div><br></div><div>It is broken.</div></div>', 'Hello\n\nIt is broken.'],
  ['line breaks', 'Hello,<br>it is broken.<br/><br />Thanks', 'Hello,\nit is broken.\n\nThanks'],
  ['line breaks before line ends', 'Hello <br />\nit is broken <br />\nThanks', 'Hello\nit is broken\nThanks'],
  ['lines in spans', '<span>It is slow</span><br><span>Every day</span><br>', 'It is slow\nEvery day'],
  ['text before blocks', 'Hello,<div>it is broken.</div><div>Thanks</div>', 'Hello,\nit is broken.\nThanks'],
  [
    'lists',
    '<p>Steps:</p><ul><li>open</li><li>save</li></ul><ol><li>a<li>b</ol>',
    'Steps:\n\n- open\n- save\n1. a\n2. b',
  ],
  [
    'tables',
    '<table><tr><th>Code</th><th>Count</th></tr><tr><td><p>E1</p></td><td>7</td></tr></table>',
    'Code | Count\nE1 | 7',
  ],
  ['inline tags', '<P>Not <B>at all</B>&nbsp;good: <i>why</i>?</P>', 'Not at all good: why?'],
  ['preformatted text', '<p>Log:</p><pre>a\n  b</pre>', 'Log:\n\na\n  b'],
  [
    'links',
    '<p>See <a href="https://desk.example/1">the page</a>, <a href="mailto:a@b.example">a@b.example</a></p>',
    'See the page (https://desk.example/1), a@b.example',
  ],
  [
    'a document',
    '<!DOCTYPE html><html><head><title>x</title><style>p{color:red}</style></head><body><p>Hi</p></body></html>',
    'Hi',
  ],
  ['markup of Office', '<p class=MsoNormal>Hi<o:p></o:p></p><!-- x -->', 'Hi'],
  ['an image', '<div>See <img src="cid:1" alt="screenshot"><hr>end</div>', 'See screenshot\n---\nend'],
  ['nothing', '<p>&nbsp;</p>', ''],
  ['entities once', '<p>shows &amp;lt;b&amp;gt; and &lt;p&gt;</p>', 'shows &lt;b&gt; and <p>'],
];

const NO_HTML = [
  'The <br> tag is ignored',
  'Use <br> or <br/>, both fail.',
  'My page shows <div>Hi</div> twice',
  'The <p> has no margin, and <b>bold</b> is not bold.',
  'el.innerHTML = "a<br>b"',
  'The import says: expected <p>, got "</p>".',
  '<div> overlaps the <p> below it',
  '<p>is not closed by the editor</div>',
  '<b>bold</b> only',
  'From: Ann <ann@desk.example>\nTo: Bob <bob@desk.example>',
  'List<String> names = new ArrayList<>();',
  'if (a < b && c > d) return;',
  'It crashes.\r\n\r\n```html\r\n<p>x</p>\r\n```',
  'This is my page:\n<div>\n<p>x</p>\n</div>\nIt is empty.',
  'This is my page:\n<p>x</p>',
  'Use this tag: <br>\nIt fails.',
  'One:<br>two\nthree<br>',
  '- <p>a</p>',
  '<ticket><p>is XML</p></ticket>',
  '<form><p>the form is broken</p><input name="a"></form>',
  '<div><script>alert(1)</script></div>',
  '&lt;p&gt; is shown instead of a paragraph',
  'It shows &lt;p&gt;Hi&lt;/p&gt;',
  'R&amp;D &copy; 2026',
  '<',
  '',
];

describe('htmlText', () => {
  it.each(HTML)('reads %s', (_name, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it.each(HTML.filter(([, html]) => html.startsWith('<')))('reads escaped %s', (_name, html, text) => {
    expect(htmlText(escaped(html))).toBe(text);
    expect(htmlText(html.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;'))).toBe(text);
  });

  it.each(NO_HTML)('leaves %j', (text) => {
    expect(htmlText(text)).toBeUndefined();
  });

  it('stops where no description can have the rest', () => {
    expect(htmlText(`<p>${'a'.repeat(200_000)}</p>`)).toHaveLength(200_000);
    expect(htmlText(`<p>a</p>${'<'.repeat(1_400_000)}`)).toBeUndefined();
    expect(htmlText(`<p>${'a<br>'.repeat(200_001)}</p>`)).toBeUndefined();
  });

  it.each([
    '<b>',
    '<p>',
    '</p>',
    '<div>',
    '<a href="',
    '<!--',
    '<p',
    '&lt;p',
    '<table><tr><td>',
    '<ul><li>',
    '<p>a</p>',
  ])(
    'ends for 1.5 MB of %j, which would take hours in quadratic time',
    (part) => {
      expect(htmlText(part.repeat(1_500_000 / part.length))?.length ?? 0).toBeLessThanOrEqual(1_500_000);
    },
    60_000,
  );
});
