import { defineConfig } from "@playwright/test";

export default defineConfig({
  projects: [
    { name: "page", testDir: "../page" },
    { name: "e2e", testDir: "." },
    { name: "crash", testDir: "../crash" },
    { name: "package", testDir: "../package", timeout: 180_000 },
  ],
  outputDir: "../../test-results/e2e",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
});
