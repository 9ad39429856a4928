import type { ComponentChildren } from "preact";

/** One line of a list of names and what they stand for. */
export function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="pair">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
