/** Whether a value holds arrays or objects in more than `most` levels; looks no deeper than that. */
export function isNestedDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((each) => isNestedDeeper(each, most - 1));
}
