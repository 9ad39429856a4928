/** Milliseconds as seconds with one digit, at least a tenth. */
export const secondsOf = (ms: number): number => Math.max(1, Math.round(ms / 100)) / 10;
