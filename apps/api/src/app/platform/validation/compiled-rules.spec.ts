import 'reflect-metadata';
import { IsString, validateSync } from 'class-validator';
import { compileRules } from './compiled-rules';
import { ImportRowDto } from '../../tickets/import/import-row.dto';

const GOOD = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };

describe('compileRules', () => {
  it.each([
    GOOD,
    { ...GOOD, status: 'closed', created_at: '2015-04-22T15:53:50Z' },
    {},
    { ...GOOD, title: '', description: null, category: 'Account', priority: undefined },
    { ...GOOD, title: 'x'.repeat(201), description: 7, status: null, created_at: '2015-04-22' },
    { ...GOOD, title: 'half \ud800', description: 'nul \0', status: 'Solved', created_at: '2999-01-01T00:00:00Z' },
  ])('finds what class-validator finds in %j', (fields) => {
    const row = Object.assign(new ImportRowDto(), fields);
    const expected = validateSync(row).flatMap(({ property, constraints = {} }) =>
      Object.values(constraints).map((detail) => ({ field: property, detail })),
    );

    expect(compileRules(ImportRowDto)(row)).toEqual(expect.arrayContaining(expected));
    expect(compileRules(ImportRowDto)(row)).toHaveLength(expected.length);
  });

  it('refuses a class with a rule that it does not know', () => {
    class Note {
      @IsString({ each: true }) lines!: string[];
    }

    expect(() => compileRules(Note)).toThrow('Note.lines');
  });
});
