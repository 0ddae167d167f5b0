FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
COPY src src
COPY db db
RUN npm ci --omit=dev
RUN mkdir /data && chown node /data
USER node
# One arena for all threads: each of their own would keep what it was given, 10 to 20 MB.
ENV HOST=0.0.0.0 DATA_DIR=/data MALLOC_ARENA_MAX=1
VOLUME /data
EXPOSE 8787
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "--heap-growing-percent=20", "--import", "./src/service/quick-imports.js", "src/node.ts"]
