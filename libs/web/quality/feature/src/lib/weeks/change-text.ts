import type { Quality } from '@docket/web/quality/data';

type Change = Quality['changes'][number];

/** "model flash-2 → flash-3, prompt 7 → 8", "own model 3 → 4": what changed, and nothing else. */
export function changeText(change: Change, provider: Quality['provider']): string {
  const { model, model_before: modelBefore, version, version_before: versionBefore } = change;
  if (provider === 'local') {
    return modelBefore === model
      ? `${ownModel(versionBefore)} → ${version}`
      : `${modelName({ model: modelBefore, version: versionBefore }, provider)} → ${modelName(change, provider)}`;
  }
  const models = modelBefore === model ? '' : `model ${modelBefore} → ${model}`;
  const prompts = versionBefore === version ? '' : `prompt ${versionBefore} → ${version}`;
  return [models, prompts].filter(Boolean).join(', ');
}

/** "flash-3, prompt 8", "own model 3", "words" */
export function modelName(
  { model, version }: Pick<Change, 'model' | 'version'>,
  provider: Quality['provider'],
): string {
  if (provider === 'gemini') return `${model}, prompt ${version}`;
  return model === 'learned' ? ownModel(version) : model;
}

function ownModel(version: number | null): string {
  return `own model ${version}`;
}
