import type { OpenAPIObject } from '@nestjs/swagger';
import { dropDtoSuffix } from './schema-names';

function documentWith(schemas: NonNullable<OpenAPIObject['components']>['schemas']): OpenAPIObject {
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } };
}

it('drops the suffix from names and references', () => {
  const list = { type: 'array', items: { $ref: '#/components/schemas/TicketDto' } };

  const { components } = dropDtoSuffix(documentWith({ TicketDto: { type: 'object' }, ListDto: list, Status: {} }));

  expect(components?.schemas).toEqual({
    Ticket: { type: 'object' },
    List: { type: 'array', items: { $ref: '#/components/schemas/Ticket' } },
    Status: {},
  });
});

it('rejects two schemas with one name', () => {
  expect(() => dropDtoSuffix(documentWith({ TicketDto: {}, Ticket: {} }))).toThrow(
    'Two schemas of the OpenAPI document are named Ticket',
  );
});
