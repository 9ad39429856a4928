import { markdown } from "../support/markdown-table.ts";

/** One budget, what was found of it, and whether it is kept; null where it could not be measured here. */
export interface Line {
  readonly budget: string;
  readonly measured: string;
  readonly bar: string;
  readonly kept: boolean | null;
}

/** Held against a greatest value. */
export const atMost = (budget: string, value: number, bar: number, unit: string): Line => ({
  budget,
  measured: `${value.toFixed(2)}${unit}`,
  bar: `at most ${bar}${unit}`,
  kept: value <= bar,
});

/** Held against a least value. */
export const atLeast = (budget: string, value: number, bar: number, unit: string): Line => ({
  budget,
  measured: `${value.toFixed(2)}${unit}`,
  bar: `at least ${bar}${unit}`,
  kept: value >= bar,
});

/** Told without a bar to hold it against. */
export const informed = (budget: string, value: number, unit: string): Line => ({
  budget,
  measured: `${value.toFixed(2)}${unit}`,
  bar: "",
  kept: null,
});

/** In words: what could not be measured, and why; or on what the rest was. */
export const told = (budget: string, measured: string): Line => ({ budget, measured, bar: "", kept: null });

/** As Markdown, which reads well on a terminal too. */
export function tableOf(lines: readonly Line[]): string {
  const verdict = { true: "ok", false: "missed", null: "not held" };
  const rows = lines.map(({ budget, measured, bar, kept }) => [budget, measured, bar, verdict[`${kept}`]]);
  return markdown([["budget", "measured", "bar", ""], ...rows]);
}
