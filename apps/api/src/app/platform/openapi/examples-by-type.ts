import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Leaves each type of a body the examples that are named after it. Nest's decorators give all of them to every type, and an
 * example of CSV is none of NDJSON.
 */
export function sortExamplesByType(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap(({ get, post, patch }) => [get, post, patch]);
  for (const operation of operations) {
    const body = operation?.requestBody;
    if (!body || '$ref' in body) continue;
    for (const [type, media] of Object.entries(body.content)) {
      const own = media.examples?.[type];
      if (own) media.examples = { [type]: own };
    }
  }
}
