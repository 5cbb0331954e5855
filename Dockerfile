# The program as an image: built with everything, run with what runs. See docs/guide/operations.md.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    AFTERLODE_WORKSPACE=/data \
    AFTERLODE_HOST=0.0.0.0 \
    AFTERLODE_ACCOUNTS=on
WORKDIR /app
COPY package.json LICENSE NOTICE ./
COPY bin ./bin
COPY catalog ./catalog
COPY data ./data
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# A new volume takes its owner from here.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4321
ENTRYPOINT ["node", "/app/bin/afterlode"]
CMD ["serve"]
