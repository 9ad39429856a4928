/** The ports a program may listen on without being root. */
export const ports = { least: 1024, most: 65_535 } as const;
