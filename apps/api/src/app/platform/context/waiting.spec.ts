import { Waits } from './waiting';

describe('Waits', () => {
  it('names the dependency that the request still waits for', () => {
    const waits = new Waits();
    waits.start('database');

    expect(waits.slowest).toBe('database');
    expect(waits.hasUsedDatabase).toBe(true);
  });

  it('names none before the first wait', () => {
    expect(new Waits().slowest).toBeUndefined();
    expect(new Waits().hasUsedDatabase).toBe(false);
  });
});
