import { defineConfig, mergeConfig } from "vitest/config";
import config from "../vitest.config.ts";

/** The tests of the pure rules, which are quick enough to run once for each mutant, in one thread together. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({
    test: {
      include: [
        "test/unit/{bookings,sources}/**/*.test.ts",
        "test/unit/alerts/{buttons,describe,digest,policy,quiet-hours}.test.ts",
        "test/unit/alerts/reminders/plan.test.ts",
        "test/unit/lib/backoff.test.ts",
        "test/unit/store/retention.test.ts",
        "test/unit/tunnel/{backoff,reachability}.test.ts",
      ],
      setupFiles: ["test/mutation/set-up.ts"],
      isolate: false,
    },
  }),
);
