import { HttpHeaders } from '@angular/common/http';
import { toTicketPage } from './ticket-page';

describe('toTicketPage', () => {
  it('reads the total and both cursors', () => {
    const headers = new HttpHeaders({
      'X-Total-Count': '1284',
      'X-Total-Count-Relation': 'eq',
      Link: '</api/tickets?status=open%2Cclosed&cursor=b%3D>; rel="next", </api/tickets?cursor=a>; rel="prev"',
    });

    expect(toTicketPage([], headers)).toEqual({
      tickets: [],
      total: 1284,
      isExact: true,
      nextCursor: 'b=',
      previousCursor: 'a',
    });
  });

  it('reports a total that is only a lower bound', () => {
    const headers = new HttpHeaders({ 'X-Total-Count': '1000', 'X-Total-Count-Relation': 'gte' });

    expect(toTicketPage([], headers)).toMatchObject({ total: 1000, isExact: false });
  });

  it('works without headers', () => {
    expect(toTicketPage([], undefined)).toEqual({ tickets: [], isExact: true });
  });
});
