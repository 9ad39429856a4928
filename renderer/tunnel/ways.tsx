import { useId } from "preact/hooks";
import { tunnelKinds } from "../../common/tunnel.ts";
import type { TunnelSettings } from "../../common/tunnel-settings.ts";
import { words } from "../../common/words/page.ts";

type Kind = TunnelSettings["kind"];

interface Props {
  readonly inUse: Kind;
  readonly shown: Kind;
  readonly show: (kind: Kind) => void;
  readonly withOff: boolean;
}

/** The ways side by side. Looking at one changes nothing yet: a tunnel is not torn down by an arrow key. */
export function Ways({ inUse, shown, show, withOff }: Props) {
  const id = useId();
  const kinds: readonly Kind[] = withOff ? [...tunnelKinds, "off"] : tunnelKinds;
  return (
    <fieldset class="ways group-card">
      <legend class="visually-hidden">{words.tunnel.choose}</legend>
      {kinds.map((kind) => (
        <label key={kind} class="way">
          <input
            type="radio"
            class="way-radio"
            name={id}
            checked={kind === shown}
            aria-labelledby={`${id}-${kind}-name`}
            aria-describedby={`${id}-${kind}`}
            onChange={() => show(kind)}
          />
          <span class="way-words">
            <span class="way-name" id={`${id}-${kind}-name`}>
              {words.tunnel.ways[kind].name}
              <Tag kind={kind} inUse={inUse} />
            </span>
            <span class="help" id={`${id}-${kind}`}>
              {words.tunnel.ways[kind].needs}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Tag({ kind, inUse }: { kind: Kind; inUse: Kind }) {
  if (kind === inUse) return <span class="tag tag-way-used">{words.tunnel.inUse}</span>;
  if (kind === "cloudflare-quick" && inUse === "off")
    return <span class="tag tag-way">{words.tunnel.recommended}</span>;
  return null;
}
