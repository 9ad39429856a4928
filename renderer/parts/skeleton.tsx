/** Grey shapes for what is on its way; they appear only when that takes long enough to be noticed. */
export function Skeleton({ rows, card = false }: { rows: number; card?: boolean }) {
  return (
    <div class="skeleton" aria-hidden="true">
      {card && <div class="bone bone-card" />}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="bone bone-row" />
      ))}
    </div>
  );
}
