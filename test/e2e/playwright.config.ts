import { defineConfig } from "@playwright/test";
import { patienceMs } from "../support/patience.ts";

export default defineConfig({
  projects: [
    { name: "page", testDir: "../page" },
    { name: "e2e", testDir: "." },
    { name: "crash", testDir: "../crash" },
    { name: "packing", testDir: "../package", testMatch: "*.setup.ts", timeout: 600_000 },
    { name: "package", testDir: "../package", dependencies: ["packing"], timeout: 600_000 },
  ],
  outputDir: "../../test-results/e2e",
  fullyParallel: true,
  workers: 2,
  // Nets for what never comes, also on a machine that is busy.
  timeout: 240_000,
  expect: { timeout: patienceMs },
  forbidOnly: true,
  reporter: "list",
});
