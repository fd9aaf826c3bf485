/** Where the page's own files are. */
export const DOCS_ASSETS = '/api/docs/';

/** Everything from this host, and no script in the page itself. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page that shows the OpenAPI document, by Swagger UI. */
export const DOCS_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Docket API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${DOCS_ASSETS}swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <noscript>The document itself is at <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
    <script src="${DOCS_ASSETS}swagger-ui-bundle.js"></script>
    <script src="${DOCS_ASSETS}show.js"></script>
  </body>
</html>
`;

/** What the page runs. A file of its own, since the policy lets no script run inside the page. */
export const DOCS_SCRIPT = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null, // asks no other host about this document
});
`;
