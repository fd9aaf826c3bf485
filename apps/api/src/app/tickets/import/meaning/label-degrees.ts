import { foldWord, words } from '@docket/import-rows';

/** Words for "very" and "most" in priorities: Jira's lowest one is "Plus basse" in French. */
const DEGREES: ReadonlySet<string> = new Set(
  words(`
    가장, 제일, 最も, 一番, nhất, ที่สุด, най, kõige, cel mai, cea mai, en, mest, mjög, oso, shumë, вельмі, өте, маш, ძალიან, շատ, çox, juda, molt, moi, baie, врло, веома, многу, மிகவும், খুব, অতি,
    very, extremely, super, most, plus, más, mais, più, самый, самая, самое, sehr, extrem, très, extrêmement, muy, extremadamente, muito, extremamente, molto, estremamente, zeer, erg, heel,
    bardzo, velmi, veľmi, mycket, väldigt, meget, svært, veldig, erittäin, hyvin, çok, nagyon, foarte, много, очень, крайне, дуже,
    vrlo, veoma, jako, zelo, πολύ, labai, ļoti, väga, sangat, rất, 非常に, とても, 极其, 매우, 아주, มาก, बहुत, מאוד, جدا, خیلی`).map(
    foldWord,
  ),
);

/** Words for "very" that are joined with another word. Folding splits Korean syllables into letters, so the pattern is decomposed, too. */
const AFFIXES = new RegExp(
  '^(?:非常に?|とても|极其?|極め?て?|超|很|最も?|매우|아주|가장|제일|нај|най)|มาก$|ที่สุด$'.normalize('NFKD'),
  'u',
);

/** Folded words without "very", if they contain it: as a separate word, or joined with another. */
export function withoutDegree(parts: readonly string[]): readonly string[] | undefined {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length > 1 && DEGREES.has(first)) return parts.slice(1);
  if (parts.length > 1 && DEGREES.has(last)) return parts.slice(0, -1);
  const bare = first.replace(AFFIXES, '');
  return parts.length > 0 && bare !== first && bare !== '' ? [bare, ...parts.slice(1)] : undefined;
}
