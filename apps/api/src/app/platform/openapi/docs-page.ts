/** The URL prefix of the page's files. */
export const DOCS_ASSETS = '/api/docs/';

/** Allows files from this host, and no inline script. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Shows the OpenAPI document with Swagger UI. */
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
    <noscript>The document is at <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
    <script src="${DOCS_ASSETS}swagger-ui-bundle.js"></script>
    <script src="${DOCS_ASSETS}show.js"></script>
  </body>
</html>
`;

/** The page's script, served as a file because the policy forbids inline scripts. */
export const DOCS_SCRIPT = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null, // the default sends the document to another host
});
`;
