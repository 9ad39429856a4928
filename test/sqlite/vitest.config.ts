import { defineConfig, mergeConfig } from "vitest/config";
import config from "../vitest.config.ts";

/**
 * The store's tests once more, by a Node 24: there the store takes the built-in SQLite, as it does where users are. In few
 * repetitions, for that the rules hold is known already.
 */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({
    test: {
      include: ["test/{unit,integration}/store/**/*.test.ts", "test/{fuzz,sqlite}/*.test.ts"],
      // What they look at happens before anything comes to the store.
      exclude: ["test/fuzz/{crowd,slow}.test.ts"],
      env: { BOOKBELL_PART: "0.1" },
      isolate: false,
    },
  }),
);
