import { FITS, fitOf } from '#import-rows/columns/column-fit';

describe('the name of a column that stands for a description if nothing else does', () => {
  it.each([
    'Excerpt|Snippet|bodyPreview|Message preview|Extrait|Auszug',
    'Repro Steps|fields.Microsoft.VSTS.TCM.ReproSteps|Schritte zur Reproduktion|Étapes pour reproduire|Pasos para reproducir',
    'Kroki do odtworzenia|Шаги воспроизведения|重现步骤|再現手順|재현 절차',
  ])('is understood, but fits worse than Description: %s', (names) => {
    expect(names.split('|').map((name) => [name, fitOf(name)])).toEqual(
      names.split('|').map((name) => [name, { field: 'description', fit: FITS.weak }]),
    );
  });
});
