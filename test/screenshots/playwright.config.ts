import { defineConfig } from "@playwright/test";
import tests from "../e2e/playwright.config.ts";

export default defineConfig({ ...tests, projects: [{ name: "screenshots", testDir: "." }] });
