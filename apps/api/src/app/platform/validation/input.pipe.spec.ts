import 'reflect-metadata';
import { Body, Controller, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { ProblemDto } from '../problems/problem.dto';
import { ProblemFilter } from '../problems/problem.filter';
import { IgnoresReadOnly } from './ignores-read-only';
import { InputPipe } from './input.pipe';
import { IsText } from './is-text';
import { Trim } from './trim';

class ItemDto {
  @Trim()
  @IsText({ maxLength: 10 }, { message: ({ value }) => `needs a better name than "${String(value)}"` })
  name!: string;

  @Min(1)
  @Max(9)
  @IsInt()
  count!: number;
}

/** Ordinary decorators only, as the documentation of class-validator shows them. */
class OrderDto {
  @IsUUID()
  key!: string;

  @IsEmail({}, { message: 'must be an email address' })
  contact!: string;

  @IsEnum({ New: 'new', Sent: 'sent' })
  state!: string;

  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => ItemDto)
  @IsArray()
  items!: ItemDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => ItemDto)
  gift?: ItemDto;

  @ArrayMaxSize(3)
  @Matches(/^[a-z]+$/, { each: true, message: 'each value in $property must be a lower-case word' })
  tags!: string[];

  @IsText({ maxLength: 5 }, { each: true })
  notes!: string[];

  @ValidateIf(({ state }: OrderDto) => state === 'sent')
  @IsString()
  parcel?: string;
}

@IgnoresReadOnly({ total: { type: 'integer' } })
class PricedOrderDto {
  @IsInt()
  price!: number;
}

class BookingDto {
  @Max(2, { groups: ['guest'] })
  @Max(9, { groups: ['member'] })
  seats!: number;
}

class PageDto {
  @IsOptional()
  @Min(1)
  @Type(() => Number)
  page?: number;
}

@Controller()
class OrdersController {
  @Post('orders')
  order(@Body() order: OrderDto): object {
    return { order, types: [order.items[0]?.constructor.name, order.gift?.constructor.name] };
  }

  @Post('priced')
  priced(@Body() order: PricedOrderDto): object {
    return order;
  }

  @Post('pages')
  page(@Query() page: PageDto): object {
    return page;
  }

  @Post('anything')
  anything(@Body() content: unknown): object {
    return { content };
  }

  @Post('gift')
  gift(@Body('gift') gift: ItemDto): object {
    return gift;
  }
}

@Module({ controllers: [OrdersController] })
class OrdersModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(OrdersModule, new FastifyAdapter({ bodyLimit: 2_000_000 }), {
    logger: false,
  });
  await app.useGlobalPipes(new InputPipe()).useGlobalFilters(new ProblemFilter()).init();
});
afterAll(() => app.close());

const ORDER = {
  key: '6a0e3a1c-6c0f-4e0b-9a86-0f4f5e7a2b11',
  contact: 'ada@example.com',
  state: 'new',
  items: [
    { name: ' pen ', count: 2 },
    { name: 'ink', count: 1 },
  ],
  gift: { name: 'card', count: 1 },
  tags: ['red', 'blue'],
  notes: [],
};

const post = (url: string, payload: object | string) =>
  app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } });

const errorsOf = async (url: string, payload: object | string): Promise<ProblemDto['errors']> => {
  const response = await post(url, payload);
  expect(response.statusCode).toBe(400);
  return response.json<ProblemDto>().errors;
};

describe('InputPipe', () => {
  it('passes nested objects and lists to the controller as instances of their classes', async () => {
    const response = await post('/orders', ORDER);

    expect(response.statusCode).toBe(201);
    expect(response.json()).toEqual({
      order: { ...ORDER, items: [{ name: 'pen', count: 2 }, ORDER.items[1]] },
      types: ['ItemDto', 'ItemDto'],
    });
  });

  it('reports a pointer and a message for each invalid field', async () => {
    const errors = await errorsOf('/orders', {
      key: 'x',
      contact: 'ada',
      state: 'sent',
      items: [{ name: ' ', count: 0 }, 7],
      gift: { name: 'card', count: 10, colour: 'red' },
      tags: ['red', 'Blue'],
      notes: ['short', 'too long'],
      weight: 1,
    });

    expect(errors).toEqual([
      { pointer: '/key', detail: 'must be a UUID' },
      { pointer: '/contact', detail: 'must be an email address' },
      { pointer: '/items/0/name', detail: 'needs a better name than ""' },
      { pointer: '/items/0/count', detail: 'must not be less than 1' },
      { pointer: '/items/1', detail: 'must be either object or array' },
      { pointer: '/gift/count', detail: 'must not be greater than 9' },
      { pointer: '/tags', detail: 'each value must be a lower-case word' },
      { pointer: '/notes', detail: 'each value must be at most 5 characters' },
      { pointer: '/parcel', detail: 'must be a string' },
      { pointer: '/weight', detail: 'is not known here' },
      { pointer: '/gift/colour', detail: 'is not known here' },
    ]);
  });

  it('reports a list before its elements', async () => {
    const [tooMany, notAList, wrongState] = [
      await errorsOf('/orders', { ...ORDER, items: [{}, {}, {}] }),
      await errorsOf('/orders', { ...ORDER, items: 'pen' }),
      await errorsOf('/orders', { ...ORDER, state: 'lost' }),
    ];

    expect(tooMany).toEqual([{ pointer: '/items', detail: 'must contain no more than 2 elements' }]);
    expect(notAList).toEqual([{ pointer: '/items', detail: 'must be an array' }]);
    expect(wrongState).toEqual([{ pointer: '/state', detail: 'must be one of the following values: new, sent' }]);
  });

  it('checks the validation groups of a route', async () => {
    const book = (group: string) =>
      new InputPipe({ groups: [group] }).transform({ seats: 5 }, { type: 'body', metatype: BookingDto });

    await expect(book('member')).resolves.toEqual({ seats: 5 });
    await expect(book('guest')).rejects.toMatchObject({ message: 'seats must not be greater than 2' });
  });

  it('drops read-only fields only if the DTO declares them', async () => {
    const declared = await post('/priced', { price: 1, total: { deep: [7] } });
    const notDeclared = await errorsOf('/priced', { price: 1, id: 7 });

    expect(declared.json()).toEqual({ price: 1 });
    expect(notDeclared).toEqual([{ pointer: '/id', detail: 'is not known here' }]);
  });

  it('reports parameters instead of pointers for a query', async () => {
    expect((await post('/pages?page=3', {})).json()).toEqual({ page: 3 });
    expect(await errorsOf('/pages?page=0&size=7&__proto__=1', {})).toEqual([
      { parameter: 'page', detail: 'must not be less than 1' },
      { parameter: 'size', detail: 'is not known here' },
      { parameter: '__proto__', detail: 'is not known here' },
    ]);
  });

  it('reports pointers from the root if a controller takes a part of the body', async () => {
    expect(await errorsOf('/gift', { gift: { name: 'card', count: 0 } })).toEqual([
      { pointer: '/gift/count', detail: 'must not be less than 1' },
    ]);
  });

  it('checks the text of a body without a DTO', async () => {
    expect((await post('/anything', { a: [1] })).json()).toEqual({ content: { a: [1] } });
    expect(await errorsOf('/anything', { a: ['\0'] })).toEqual([
      { pointer: '/a/0', detail: 'must not contain the NUL character' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])(
    'rejects the name %s at any depth and changes no prototype',
    async (name) => {
      const member = `${JSON.stringify(name)}:{"polluted":true}`;
      const body: unknown = JSON.parse(`{${member},"gift":{${member}}}`);

      const result = new InputPipe().transform(body, { type: 'body', metatype: OrderDto });

      await expect(result).rejects.toMatchObject({
        errors: expect.arrayContaining([
          { pointer: `/${name}`, detail: 'is not known here' },
          { pointer: `/gift/${name}`, detail: 'is not known here' },
        ]) as unknown,
      });
      expect({}).not.toHaveProperty('polluted');
    },
  );

  it.each([
    ['a list', `{"price":[${'0,'.repeat(700_000)}0]}`],
    ['an object', `{"price":{${Array.from({ length: 120_000 }, (_, index) => `"${index}":0`).join()}}}`],
    ['lists', `{"price":[${'[],'.repeat(450_000)}0]}`],
    ['an ignored field', `{"price":1,"total":[${'0,'.repeat(700_000)}0]}`],
  ])('rejects %s of too many values before copying it', async (_case, body) => {
    const [field] = (await errorsOf('/priced', body)) ?? [];

    expect(field?.detail).toBe('holds too many values; a request may hold 2,000');
  });

  it('rejects deep nesting', async () => {
    const errors = await errorsOf('/priced', `{"price":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);

    expect(errors).toEqual([{ pointer: `/price${'/0'.repeat(32)}`, detail: 'is nested too deeply' }]);
  });

  it('reports only the first 100 of 100,000 unknown fields', async () => {
    const flood = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 0]));

    const errors = await errorsOf('/priced', flood);

    expect(errors).toHaveLength(100);
    expect(errors?.slice(0, 2)).toEqual([
      { pointer: '/price', detail: 'must be an integer number' },
      { pointer: '/f0', detail: 'is not known here' },
    ]);
  });

  it.each([
    ['one name of 1.4 MB', { ['x'.repeat(1_400_000)]: 0 }],
    ['a long name with 110 NULs below it', { ['x'.repeat(1_000_000)]: Array.from({ length: 110 }, () => '\0') }],
    ['a name of NULs', { ['\0'.repeat(200_000)]: '\0' }],
    ['100 long names', Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}${'\u0001'.repeat(1_000)}`, 0]))],
    ['long names inside each other', { ['a'.repeat(9_000)]: { ['b'.repeat(9_000)]: { ['c'.repeat(9_000)]: '\0' } } }],
  ])('responds to %s with less than 64 kB', async (_case, body) => {
    const response = await post('/priced', body);

    expect(response.statusCode).toBe(400);
    expect(response.rawPayload.length).toBeLessThan(65_536);
    expect(response.json<ProblemDto>().errors?.length).toBeGreaterThan(0);
  });
});
