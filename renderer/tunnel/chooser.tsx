import { useLayoutEffect, useState } from "preact/hooks";
import type { TunnelSettings } from "../../common/tunnel-settings.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { WayForm, type WayProps } from "./way-form.tsx";
import { Ways } from "./ways.tsx";

type Kind = TunnelSettings["kind"];

interface Props extends WayProps {
  /** The one to look at while none is in use. */
  readonly first: Kind;
  readonly withOff: boolean;
}

/** The ways, what the one that is looked at needs, and the button that begins to use it. */
export function Chooser({ view, ask, say, first, withOff }: Props) {
  const inUse = view.tunnel.value.kind;
  const [shown, show] = useState(inUse === "off" ? first : inUse);
  useLayoutEffect(() => {
    if (inUse !== "off") show(inUse);
  }, [inUse]);
  const { busy, problem, act } = useAct();
  const holder = useFocusKept<HTMLDivElement>();
  const { name } = words.tunnel.ways[shown];

  const program = view.cloudflared.value;
  const lacks = shown.startsWith("cloudflare") && program.state === "missing" && program.size !== null;

  async function use() {
    const answer = await act(async () => {
      const changed = await ask.tunnel.change({ kind: shown });
      // Main opens the tunnel as soon as the program is there.
      return changed.ok && lacks ? ask.tunnel.downloadCloudflared() : changed;
    });
    if (answer?.ok) say(shown === "off" ? words.tunnel.usedOff : words.tunnel.used({ name }));
  }

  return (
    <div ref={holder}>
      <Ways inUse={inUse} shown={shown} show={show} withOff={withOff} />
      {shown !== "off" && (
        <Group title={name}>
          <WayForm view={view} ask={ask} say={say} kind={shown} />
        </Group>
      )}
      {shown !== inUse && (
        <div class="use">
          <button
            type="button"
            class="button button-main button-wide"
            disabled={busy}
            onClick={() => void use()}
          >
            {shown === "off" ? words.tunnel.useOff : lacks ? words.tunnel.downloadAndUse : words.tunnel.use}
          </button>
          <ProblemText problem={problem} />
        </div>
      )}
    </div>
  );
}
