import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: path.join(import.meta.dirname, ".."),
  test: {
    include: ["test/{unit,integration,fuzz}/**/*.test.ts"],
    // A zone that is nobody's default, so that a test that forgets to name one is found out.
    env: { TZ: "Pacific/Auckland", LC_ALL: "C" },
    setupFiles: [path.join(import.meta.dirname, "support/page-messages.ts")],
    restoreMocks: true,
    // Vitest leaves one core free, which is half of a small machine.
    maxWorkers: "100%",
    // Nets for what never comes, also on a machine that is busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
