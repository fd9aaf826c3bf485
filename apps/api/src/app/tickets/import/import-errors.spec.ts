import { ImportErrors } from './import-errors';

const errorsOf = (count: number, detail: string, pointer = '/title') =>
  Array.from({ length: count }, () => ({ pointer, detail }));
const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('ImportErrors', () => {
  it('lists the errors of each row in the order of the file', () => {
    const errors = new ImportErrors();
    errors.add({ line: 7 }, errorsOf(2, 'is required'));
    errors.add({ line: 3 }, errorsOf(1, 'must not be blank'));

    expect(errors.toDto()).toEqual([
      { line: 3, errors: errorsOf(1, 'must not be blank') },
      { line: 7, errors: errorsOf(2, 'is required') },
    ]);
  });

  it.each(['x', '€', '😀', '\0', '\ud83d'])('lists at most 20 errors of a row and cuts texts of %j', (sign) => {
    const errors = new ImportErrors();
    errors.add({ line: 1 }, errorsOf(60_000, sign.repeat(2000), `/${sign.repeat(2000)}`));

    const [row] = errors.toDto();
    expect(row?.errors).toHaveLength(20);
    expect(sizeOf(row)).toBeLessThan(20 * 700);
    expect(row?.errors[0]?.detail).toMatch(/…$/);
  });

  it.each(['x', '€', '😀', '\0'])(
    'lists 1,000 rows with at least one error in at most 1 MB, with texts of %j',
    (sign) => {
      const errors = new ImportErrors();
      for (let line = 1; line <= 2000; line++)
        errors.add({ line }, errorsOf(60, sign.repeat(1000), `/${sign.repeat(500)}`));

      const rows = errors.toDto();
      expect(rows).toHaveLength(1000);
      expect(rows.filter((row) => row.errors.length === 0)).toEqual([]);
      expect(sizeOf(rows)).toBeLessThanOrEqual(1_000_000);
    },
  );

  it('keeps all of seven usual errors of 1,000 rows', () => {
    const errors = new ImportErrors();
    for (let line = 1; line <= 1000; line++)
      errors.add({ line }, errorsOf(7, 'must be one of low, medium, high, critical'));

    expect(errors.toDto().every((row) => row.errors.length === 7)).toBe(true);
  });
});
