import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Keeps, for each media type of a body, the example with the same name. Nest's decorators add all examples to every media
 * type, but a CSV example is not valid for NDJSON.
 */
export function keepMatchingExamples(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap(({ get, post, patch }) => [get, post, patch]);
  for (const operation of operations) {
    const body = operation?.requestBody;
    if (!body || '$ref' in body) continue;
    for (const [type, media] of Object.entries(body.content)) {
      const example = media.examples?.[type];
      if (example) media.examples = { [type]: example };
    }
  }
}
