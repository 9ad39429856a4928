import type { ComponentChildren } from "preact";

/** A card of settings whose names say enough: it has no title. */
export const Card = ({ children }: { children: ComponentChildren }) => (
  <div class="group">
    <div class="group-card">{children}</div>
  </div>
);
