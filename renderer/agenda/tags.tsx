import type { Tag } from "../text/booking-text.ts";

/** States in words; the colour and the border only repeat them. */
export function Tags({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return null;
  return (
    <span class="tags">
      {tags.map(({ kind, text }) => (
        <bdi key={kind} class={`tag tag-${kind}`}>
          {text}
        </bdi>
      ))}
    </span>
  );
}
