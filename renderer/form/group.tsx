import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Props {
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A titled card of settings. */
export function Group({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section class="group" aria-labelledby={id}>
      <div class="group-top">
        <h2 id={id} class="group-title">
          {title}
        </h2>
        {aside}
      </div>
      <div class="group-card">{children}</div>
    </section>
  );
}
