/** Longer after their last key, press or turn of the wheel, whoever used the window may have left. */
const presentMs = 30_000;

/** Watches for whoever uses the window; tells whether somebody does. */
export function watchAttention(page: Document): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  const note = () => {
    last = performance.now();
  };
  for (const act of ["keydown", "pointerdown", "wheel"])
    page.addEventListener(act, note, { capture: true, passive: true });
  return () => page.hasFocus() && performance.now() - last < presentMs;
}
