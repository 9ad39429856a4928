const hues = ["teal", "violet", "amber", "rose", "blue", "green"] as const;
export type Hue = (typeof hues)[number];

/** The colour of a project, by its id: always the same one. Without projects all is teal. */
export function hueOf(projectId: string | null | undefined): Hue {
  if (!projectId) return "teal";
  // FNV-1a: ids that differ in one sign are far apart.
  let hash = 0x811c9dc5;
  for (const sign of projectId) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hues[hash % hues.length] ?? "teal";
}
