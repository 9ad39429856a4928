import { Check, type LucideIcon, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { words } from "../../common/words/page.ts";

export type CardState = keyof typeof words.setup.states;

interface Props {
  readonly icon: LucideIcon;
  readonly state: CardState;
  readonly title: string;
  readonly text?: string;
  /** What else there is to say, for now. */
  readonly more?: string;
  /** Beside the text. */
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** One thing of the first run: what it is for, how it stands, and, while it is next, what is to be done. */
export function SetupCard({ icon, state, title, text = "", more = "", aside, children }: Props) {
  const id = useId();
  const Icon = state === "done" ? Check : state === "trouble" ? TriangleAlert : icon;
  return (
    <li class={`setup-card setup-${state}`} aria-labelledby={id}>
      <span class="section-icon setup-icon">
        <Icon class="icon" aria-hidden="true" />
      </span>
      <div class="setup-words">
        <div class="setup-top">
          <div class="setting-words">
            <h2 class="setting-name" id={id}>
              {title}
              <span class="visually-hidden">, {words.setup.states[state]}</span>
            </h2>
            {text && (
              <p class="help">
                {text}
                {more && <span class="setup-more">{more}</span>}
              </p>
            )}
          </div>
          {aside}
        </div>
        {children}
      </div>
    </li>
  );
}
