import { defineConfig } from "vite";
import { bundledLicences } from "./scripts/licences.mjs";

/** A team's relay as one file, for a server that has nothing but Node. */
export default defineConfig({
  plugins: [bundledLicences()],
  build: {
    ssr: "relay/index.ts",
    target: "node20.19",
    outDir: "out/relay",
    minify: true,
    rollupOptions: { output: { format: "es", entryFileNames: "bookbell-relay.mjs" } },
  },
  ssr: { noExternal: true },
});
