import { defineConfig } from "vite";

/** A team's relay as one file, for a server that has nothing but Node. */
export default defineConfig({
  build: {
    ssr: "relay/index.ts",
    target: "node20.19",
    outDir: "out/relay",
    rollupOptions: { output: { format: "es", entryFileNames: "bookbell-relay.mjs" } },
  },
  ssr: { noExternal: true },
});
