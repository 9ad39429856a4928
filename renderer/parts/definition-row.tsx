import type { ComponentChildren } from "preact";

/** One line of a list of names and what they stand for. */
export function DefinitionRow({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="definition">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
