/** The colours that projects are told apart by. */
export const hues = ["teal", "violet", "amber", "rose", "blue", "green"] as const;
export type Hue = (typeof hues)[number];
