# The API with its production dependencies, without build tools.
# NODE_IMAGE can be any image with Node 24, npm and a shell.
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim
# Has the pg_dump for backups: of the version of the database server or newer, for the C library of NODE_IMAGE or an older one.
ARG POSTGRES_IMAGE=docker.io/library/postgres:17-bookworm

FROM ${NODE_IMAGE} AS build
WORKDIR /workspace
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY nx.json tsconfig.base.json ./
COPY libs/shared libs/shared
COPY apps/api apps/api
RUN npx nx build api
# The repository is not here: --build-arg COMMIT="$(git rev-parse --short=12 HEAD)" names the commit in the log and the metrics.
ARG COMMIT=
RUN if [ -n "$COMMIT" ]; then echo "$COMMIT" >dist/apps/api/commit; fi

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /workspace
COPY package.json package-lock.json .npmrc ./
# What is optional: TypeScript for the command line of @nestjs/swagger, the macros of dedent, and pg on Cloudflare.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM ${POSTGRES_IMAGE} AS postgres
# pg_dump and pg_restore with the libraries that they load, but for those of the C library. Only these two programs see the libraries.
RUN mkdir -p /client/bin /client/opt/postgresql/bin /client/opt/postgresql/lib && \
  for program in pg_dump pg_restore; do \
    cp -L /usr/lib/postgresql/*/bin/$program /client/opt/postgresql/bin/ && \
    printf '#!/bin/sh\nLD_LIBRARY_PATH=/opt/postgresql/lib exec /opt/postgresql/bin/%s "$@"\n' $program >/client/bin/$program && \
    chmod 755 /client/bin/$program || exit 1; \
  done && \
  ldd /client/opt/postgresql/bin/* | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | sort -u | \
    grep -Ev '/(libc|libm|libdl|librt|libpthread|libresolv)\.so' | xargs -I{} cp -L {} /client/opt/postgresql/lib/

FROM ${NODE_IMAGE}
# Listens on all addresses of the container's network. compose.yaml publishes none of its ports.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data BACKUP_DIR=/backups
WORKDIR /app
COPY --from=dependencies /workspace/node_modules node_modules
COPY --from=build /workspace/dist/apps/api .
COPY --from=postgres /client/opt /opt
COPY --from=postgres /client/bin /usr/local/bin
RUN mkdir /data /backups && chown 1000:1000 /data /backups && chmod 700 /backups
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=8s --start-period=60s --retries=5 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Keeps the heap small, as `npm start` does: most objects live for one request.
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=10", "main.js"]
