// Loaded into Bookbell: what it would do in ten minutes, which is to let its hidden page go, it does at once.
const { setTimeout } = globalThis;
const tenMinutes = 600_000;

globalThis.setTimeout = /** @type {typeof setTimeout} */ (
  (/** @type {() => void} */ run, /** @type {number | undefined} */ ms, /** @type {any[]} */ ...args) =>
    setTimeout(run, ms === tenMinutes ? 0 : ms, ...args)
);
