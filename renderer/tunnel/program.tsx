import { useEffect } from "preact/hooks";
import type { Answer } from "../../common/ipc.ts";
import type { ProgramView } from "../../common/tunnel.ts";
import { words } from "../../common/words/page.ts";
import { ProblemText } from "../parts/problem-text.tsx";
import { useAct } from "../parts/use-act.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { usePrevious } from "../parts/use-previous.ts";
import { useChooseFile } from "./use-choose-file.ts";

const megabytes = (bytes: number) => words.tunnel.program.megabytes({ count: Math.round(bytes / 1e6) });

interface Props {
  readonly program: ProgramView;
  /** The way that needs it is on: else the button that turns that on fetches it, too. */
  readonly inUse: boolean;
  readonly download: () => Promise<Answer<unknown>>;
  readonly cancel: () => Promise<Answer<unknown>>;
  /** Whether one was chosen. */
  readonly chooseFile: () => Promise<Answer<boolean>>;
  readonly say: (text: string) => void;
}

/** Cloudflare's program: whether it is there, its download, or a file of the user's own. */
export function Program({ program, inUse, download: fetch, cancel, chooseFile, say }: Props) {
  const download = useAct();
  const choose = useChooseFile(chooseFile, say);
  const holder = useFocusKept<HTMLDivElement>();
  const before = usePrevious(program.state);
  useEffect(() => {
    if (before === "downloading" && program.state === "found") say(words.tunnel.program.found);
  }, [program.state]);
  const loading = program.state === "downloading";
  return (
    <div class="setting setting-tall" ref={holder}>
      <div class="setting-words">
        <p class="setting-name">{words.tunnel.program.title}</p>
        <About program={program} />
        <ProblemText problem={loading ? null : (download.problem ?? choose.problem)} />
      </div>
      <div class="buttons">
        {loading && (
          <button type="button" class="button" onClick={() => void cancel()}>
            {words.tunnel.program.cancel}
          </button>
        )}
        {inUse && program.state === "missing" && program.size !== null && (
          <button type="button" class="button button-main" onClick={() => void download.act(fetch)}>
            {words.tunnel.program.download({ size: megabytes(program.size) })}
          </button>
        )}
        {!loading && (
          <button type="button" class="button" onClick={() => void choose.choose()}>
            {program.state === "found" ? words.tunnel.program.other : words.tunnel.program.choose}
          </button>
        )}
      </div>
    </div>
  );
}

function About({ program }: { program: ProgramView }) {
  const { missing, noDownload, progress, got } = words.tunnel.program;
  if (program.state === "found")
    return (
      <p class="help path">
        <bdi>{program.file}</bdi>
      </p>
    );
  if (program.state === "missing") return <p class="help">{program.size === null ? noDownload : missing}</p>;
  return (
    <>
      <progress class="progress" aria-label={progress} value={program.got} max={program.size} />
      <p class="help">{got({ got: megabytes(program.got), size: megabytes(program.size) })}</p>
    </>
  );
}
