import type { RealisticTicket } from './realistic-tickets.mts';
import { copyCsv, copyText } from './copy-format.mts';

const TICKET: RealisticTicket = {
  title: 'A "quoted" title',
  description: 'One\tline\nanother\\line\r',
  category: 'billing',
  priority: 'low',
  status: 'open',
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
};

it('escapes the text format of COPY', () => {
  expect([...copyText([TICKET])]).toEqual([
    'A "quoted" title\tOne\\tline\\nanother\\\\line\\r\tbilling\tlow\topen\t2026-01-02T03:04:05.678Z\n',
  ]);
});

it('quotes the CSV format of COPY', () => {
  expect([...copyCsv([{ ...TICKET, description: 'One\nline' }])]).toEqual([
    '"A ""quoted"" title","One\nline","billing","low","open","2026-01-02T03:04:05.678Z"\n',
  ]);
});

it.each([0, 1, 500, 501])('writes each of %d rows once, in blocks of at most 500', (count) => {
  const blocks = [...copyText(Array.from({ length: count }, () => TICKET))];

  expect(blocks).toHaveLength(Math.ceil(count / 500));
  expect(blocks.join('').split('\n')).toHaveLength(count + 1);
});
