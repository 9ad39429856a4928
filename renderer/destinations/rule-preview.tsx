import { useEffect } from "preact/hooks";
import type { Preview } from "../../common/destination-view.ts";
import type { Answer, Requests } from "../../common/ipc.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { Group } from "../form/group.tsx";
import { Failed } from "../parts/failed.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useAsked } from "../parts/use-asked.ts";
import { usePrevious } from "../parts/use-previous.ts";
import { momentOf } from "../text/moment.ts";
import { askOf, type Draft, missingIn } from "./draft.ts";
import { PostedMessage } from "./posted.tsx";

interface Props {
  readonly draft: Draft;
  readonly ask: Pick<Requests["destinations"], "preview">;
  readonly now: number;
  readonly format: TimeFormat;
  readonly say: (text: string) => void;
}

const text = words.rules.preview;

/** What a rule would have sent, asked anew whenever the rule is another. */
export function RulePreview({ draft, ask, now, format, say }: Props) {
  const missing = missingIn(draft);
  const { answer, again } = useAsked(() => previewOf(draft, ask), [JSON.stringify(draft)]);
  const preview = answer?.ok ? answer.value : null;
  const count = preview ? text.count(preview) : "";
  const before = usePrevious(count);
  useEffect(() => {
    if (before && count && !missing) say(count);
  }, [count]);

  return (
    <Group title={text.title}>
      {missing && <p class="setting help">{text.missing[missing]}</p>}
      {!missing && !answer && <Skeleton rows={2} />}
      {!missing && answer && !answer.ok && <Failed problem={answer.error} again={again} />}
      {!missing && preview && (
        <>
          <p class="setting">{count}</p>
          <Messages preview={preview} now={now} format={format} />
        </>
      )}
    </Group>
  );
}

/** Null while the rule is not whole. */
async function previewOf(draft: Draft, ask: Props["ask"]): Promise<Answer<Preview | null>> {
  const whole = askOf(draft);
  return whole ? ask.preview(whole) : { ok: true, value: null };
}

function Messages({ preview, now, format }: Pick<Props, "now" | "format"> & { preview: Preview }) {
  const { latest, example } = preview;
  return (
    <div class="posted-list">
      <p class="setting-name">{latest.length > 0 ? text.latest : text.example}</p>
      <p class="help">{text[example.kind]}</p>
      {latest.map(({ at, as }) => (
        <div key={JSON.stringify(as)} class="posted">
          <p class="help posted-at">{momentOf(at, now, format)}</p>
          <PostedMessage as={as} />
        </div>
      ))}
      {latest.length === 0 && <PostedMessage as={example} />}
    </div>
  );
}
