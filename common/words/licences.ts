/** The words for whose work Bookbell is made of. */
export const licences = {
  title: "Open-source licences",
  row: "Open-source licences",
  intro: ({ count }: { count: number }) =>
    `Bookbell is under the MIT licence and made of these ${count} packages, of Electron and of Chromium. The notices of ` +
    "those two lie beside the program.",
} as const;
