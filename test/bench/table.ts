import { markdown } from "../support/markdown-table.ts";
import type { Ratio } from "./intake.ts";

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

/** A ratio of turns held against a greatest value, with the half of the turns that is in the middle. */
export const atMostOf = (budget: string, ratio: Ratio, bar: number, unit: string): Line => ({
  ...atMost(budget, ratio.median, bar, unit),
  measured: spread(ratio, unit),
});

/** The same against a least value. */
export const atLeastOf = (budget: string, ratio: Ratio, bar: number, unit: string): Line => ({
  ...atLeast(budget, ratio.median, bar, unit),
  measured: spread(ratio, unit),
});

const spread = ({ median, from, to }: Ratio, unit: string) =>
  `${median.toFixed(2)}${unit} (${from.toFixed(2)} to ${to.toFixed(2)})`;

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
