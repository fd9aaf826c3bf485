# The built client behind nginx, which also proxies /api to the API.
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim
ARG NGINX_IMAGE=docker.io/library/nginx:stable-alpine

FROM ${NODE_IMAGE} AS build
WORKDIR /workspace
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY nx.json tsconfig.base.json ./
COPY libs libs
COPY apps/web apps/web
RUN npx nx build web

FROM ${NGINX_IMAGE}
COPY docker/nginx.conf docker/security-headers.conf docker/problem-headers.conf /etc/nginx/
COPY --from=build /workspace/dist/apps/web /srv/docket
USER 1000:1000
EXPOSE 8080
# Lets responses end; SIGTERM would cut them off. nginx.conf limits the time.
STOPSIGNAL SIGQUIT
# The Alpine image has wget, the Debian one has curl.
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=5 \
  CMD wget -q -O /dev/null http://127.0.0.1:8080/ || curl -fsS -o /dev/null http://127.0.0.1:8080/ || exit 1
ENTRYPOINT []
CMD ["nginx", "-g", "daemon off;"]
