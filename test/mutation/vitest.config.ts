import { defineConfig, mergeConfig } from "vitest/config";
import config from "../vitest.config.ts";

/** The tests of the pure rules, which are quick enough to run once for each mutant. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({
    test: {
      include: [
        "test/unit/{alerts,bookings,sources}/**/*.test.ts",
        "test/unit/store/retention.test.ts",
        "test/unit/tunnel/{backoff,reachability}.test.ts",
      ],
      setupFiles: ["test/mutation/set-up.ts"],
    },
  }),
);
