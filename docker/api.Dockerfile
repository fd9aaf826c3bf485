# The API with its production dependencies, without build tools.
# NODE_IMAGE can be any image with Node 24, npm and a shell.
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /workspace
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY nx.json tsconfig.base.json ./
COPY libs/shared libs/shared
COPY apps/api apps/api
RUN npx nx build api

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /workspace
COPY package.json package-lock.json .npmrc ./
# @nestjs/swagger depends on TypeScript for its command line only.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/typescript node_modules/.bin/tsc node_modules/.bin/tsserver

FROM ${NODE_IMAGE}
# Listens on all addresses of the container's network. compose.yaml publishes none of its ports.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /workspace/node_modules node_modules
COPY --from=build /workspace/dist/apps/api .
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=8s --start-period=60s --retries=5 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Keeps the heap small, as `npm start` does: most objects live for one request.
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=10", "main.js"]
