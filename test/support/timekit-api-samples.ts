import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../fixtures/timekit-api");

/** A sample answer of Timekit's API, such as "app.get". */
export const apiSample = (name: string): string => readFileSync(path.join(folder, `${name}.json`), "utf8");
