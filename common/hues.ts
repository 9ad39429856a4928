/** The colours that projects are told apart by. */
export const hues = ["teal", "violet", "amber", "rose", "blue", "green"] as const;
export type Hue = (typeof hues)[number];

/** One for a project by its id: always the same. */
export function hueById(id: string): Hue {
  // FNV-1a: ids that differ in one sign are far apart.
  let hash = 0x811c9dc5;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hues[hash % hues.length] ?? "teal";
}
