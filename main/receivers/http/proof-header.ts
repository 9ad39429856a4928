/** Marks a test booking; a delivery without the mark that is awaited is a delivery like any other. */
export const proofHeader = "x-bookbell-proof";
