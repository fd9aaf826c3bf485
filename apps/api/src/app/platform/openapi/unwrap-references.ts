/**
 * Replaces each `allOf` with a single reference by that reference. Nest wraps references to add other keywords; OpenAPI 3.1
 * allows them next to `$ref`. Changes the document in place.
 */
export function unwrapReferences(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('allOf' in node && Array.isArray(node.allOf) && node.allOf.length === 1) {
    Object.assign(node, node.allOf[0]);
    delete (node as { allOf?: unknown }).allOf;
  }
  for (const child of Object.values(node)) unwrapReferences(child);
}
