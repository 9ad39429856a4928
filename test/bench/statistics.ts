/** The value below which the share `part` of all lies: 0.5 is the median. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  if (found === undefined) throw new Error("Nothing was measured.");
  return found;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
