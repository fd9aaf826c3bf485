/** A time in the notation of JavaScript's Date or of the MongoDB shell. */
const CONSTRUCTOR = /^(?:new )?(?:ISODate|Date)\((["'])([^"']*)\1\)$/;
/** A text as a spreadsheet formula: `="2026-03-04"`. */
const FORMULA = /^="([^"]*)"$/;

/** Removes the notation around a time: `ISODate("…")`, `="…"`, and the leading apostrophe of spreadsheets. */
export function withoutMarks(text: string): string {
  const marked = CONSTRUCTOR.exec(text)?.[2] ?? FORMULA.exec(text)?.[1];
  if (marked !== undefined) return marked.trim();
  if (!text.startsWith("'")) return text;
  return text.slice(1, text.length > 1 && text.endsWith("'") ? -1 : undefined).trim();
}
