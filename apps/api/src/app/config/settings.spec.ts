import { InvalidSettingsError, readSettings } from './settings';

describe('readSettings', () => {
  it('has a default for every setting that is not optional', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DEMO_TICKETS: true, LOG_LEVEL: 'info' });
  });

  it('takes a blank value for unset', () => {
    expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('names every wrong setting at once', () => {
    const read = () => readSettings({ PORT: 'http', DEMO_TICKETS: 'maybe', DATABASE_URL: 'mysql://localhost' });

    expect(read).toThrow(InvalidSettingsError);
    expect(read).toThrow(/PORT[^]*DEMO_TICKETS|DEMO_TICKETS[^]*PORT/);
    expect(read).toThrow(/DATABASE_URL/);
  });
});
