FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY src src
COPY db db
COPY docs docs
RUN node src/assets/build.ts
# What only building needs, sources in C, binaries of other systems, and what is for editors.
RUN rm -r node_modules/esbuild node_modules/@esbuild node_modules/better-sqlite3/deps node_modules/better-sqlite3/src
RUN find node_modules/better-sqlite3/prebuilds -type f ! -name "linux-$(node -p process.arch).node" -delete
RUN find node_modules -type f -regex '.*\.\(map\|[cm]?ts\)' -delete
RUN mkdir --mode=700 /data

# A C library, certificates and time zones: no shell, and nothing else that could be started.
FROM gcr.io/distroless/cc-debian12
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /app /app
COPY --from=build --chown=1000:1000 /data /data
WORKDIR /app
USER 1000:1000
# One arena for all threads: each of their own would keep what it was given, 10 to 20 MB.
ENV HOST=0.0.0.0 PORT=8787 DATA_DIR=/data MALLOC_ARENA_MAX=1
VOLUME /data
EXPOSE 8787
STOPSIGNAL SIGTERM
# A database of a million comments may take minutes to become that of a newer program.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15m --start-interval=1s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "--heap-growing-percent=20", "built/service/node.js"]
