import type { Element, SlackBody } from "../../common/outgoing-body.ts";
import { words } from "../../common/words/page.ts";
import { Logo } from "../parts/logo.tsx";
import { UntrustedText } from "../parts/untrusted-text.tsx";

/** A message as Slack shows it, with dates in the user's own zone. */
export function AsSlack({ body: { text, blocks } }: { body: SlackBody }) {
  const elements: readonly Element[] = blocks?.[0].elements[0].elements ?? [{ type: "text", text }];
  return (
    <div class="as-slack">
      <span class="as-slack-mark">
        <Logo class="as-slack-logo" />
      </span>
      <div class="as-slack-body">
        <p class="as-slack-top">
          <b>{words.rules.preview.app}</b> <span class="as-slack-app">{words.rules.preview.appTag}</span>
        </p>
        <p class="as-slack-text">
          {elements.map((element, index) => (
            <Piece key={index} of={element} />
          ))}
        </p>
      </div>
    </div>
  );
}

function Piece({ of }: { of: Element }) {
  const text = of.type === "text" ? of.text : of.fallback;
  // Slack's styles, as nothing but looks: they may come together.
  const { bold, italic, strike } = of.style ?? {};
  const piece = text.trim() === "" ? text : <UntrustedText text={text} struck={strike ?? false} />;
  if (bold) return <b>{piece}</b>;
  return italic ? <i>{piece}</i> : piece;
}
