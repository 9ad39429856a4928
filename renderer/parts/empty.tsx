import type { LucideIcon } from "lucide-preact";

interface Props {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
}

/** Stands where a list would, if there were anything in it. */
export function Empty({ icon: Icon, title, text }: Props) {
  return (
    <section class="empty" aria-labelledby="empty">
      <span class="empty-disc">
        <Icon class="empty-icon" aria-hidden="true" />
      </span>
      <h2 id="empty" class="empty-title">
        {title}
      </h2>
      <p class="soft empty-text">{text}</p>
    </section>
  );
}
