import { Radio } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { ProgramView } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { usePrevious } from "../parts/use-previous.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { SetupCard } from "./setup-card.tsx";

const text = words.setup.reach;
const megabytes = (bytes: number) => words.tunnel.program.megabytes({ count: Math.round(bytes / 1e6) });

interface Parts {
  readonly state: PageState;
  readonly view: ViewSignals;
}

/** The way in: one button opens the simplest, and the others are a link away. */
export function ReachCard({ state, view }: Parts) {
  const reach = view.reach.value;
  const before = usePrevious(reach.state);
  const host = reach.host ?? "";
  useEffect(() => {
    if (before && before !== "receiving" && reach.state === "receiving") state.say(text.done({ host }));
  }, [reach.state]);
  if (reach.state === "receiving")
    return <SetupCard icon={Radio} state="done" title={text.title} text={text.done({ host })} />;
  return <Opening state={state} view={view} />;
}

function Opening({ state, view }: Parts) {
  const { ask, go } = state;
  const { problem, act } = useAct();
  const holder = useFocusKept<HTMLDivElement>();
  const [reach, program, { kind }] = [view.reach.value, view.cloudflared.value, view.tunnel.value];
  const isOpening = kind !== "off" && reach.problem === null && reach.state !== "not-receiving";
  const lacks = program.state === "missing" && (kind === "off" || kind === "cloudflare-quick");
  const size = lacks && program.size !== null ? megabytes(program.size) : null;

  async function open() {
    const changed = await ask.tunnel.change({ kind: "cloudflare-quick" });
    if (!changed.ok || !lacks) return changed;
    // Main opens the tunnel as soon as the program is there, whether or not this window is still open.
    return ask.tunnel.downloadCloudflared();
  }

  return (
    <SetupCard
      icon={Radio}
      state="open"
      title={text.title}
      text={text.text}
      more={size === null ? "" : text.size({ size })}
    >
      <div ref={holder}>
        <ProblemText problem={problem ?? (program.state === "downloading" || lacks ? null : reach.problem)} />
        {program.state === "downloading" ? (
          <Download program={program} cancel={() => void ask.tunnel.cancelDownload()} />
        ) : isOpening ? (
          <p class="help setup-wait">{text.opening}</p>
        ) : (
          <div class="buttons">
            <button
              type="button"
              class="button button-main button-big"
              onClick={() => void act(kind === "off" || lacks ? open : () => ask.tunnel.reconnect())}
            >
              {lacks ? text.download : kind === "off" ? text.open : text.again}
            </button>
            <button
              type="button"
              class="button button-quiet button-big"
              onClick={() => go({ name: "tunnel", from: "today" })}
            >
              {text.others}
            </button>
          </div>
        )}
      </div>
    </SetupCard>
  );
}

interface DownloadProps {
  readonly program: Extract<ProgramView, { state: "downloading" }>;
  readonly cancel: () => void;
}

function Download({ program: { got, size }, cancel }: DownloadProps) {
  const { progress, cancel: label, got: said } = words.tunnel.program;
  return (
    <>
      <progress class="progress" aria-label={progress} value={got} max={size} />
      <div class="setup-top">
        <p class="help setting-words">{said({ got: megabytes(got), size: megabytes(size) })}</p>
        <button type="button" class="button" onClick={cancel}>
          {label}
        </button>
      </div>
    </>
  );
}
