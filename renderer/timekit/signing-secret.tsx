import type { Answer } from "../../common/ipc.ts";
import { words } from "../../common/words/page.ts";
import { AskedAction } from "../form/asked-action.tsx";
import { Secret } from "../form/secret.tsx";
import type { SecretChange } from "../form/secret-form.tsx";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { momentOf } from "../text/moment.ts";

interface Props {
  readonly view: ViewSignals;
  readonly focused: boolean;
  readonly set: (change: SecretChange) => Promise<Answer<unknown>>;
  readonly removeEarlier: () => Promise<Answer<unknown>>;
  readonly say: (text: string) => void;
}

/** Timekit's signing secret, since when it is set, and those before it that still count. */
export function SigningSecret({ view, focused, set, removeEarlier, say }: Props) {
  const { setAt, earlier, until } = view.signing.value;
  const holder = useFocusKept<HTMLDivElement>();
  const moment = (at: number) => momentOf(at, view.now.value, view.format.value);
  return (
    <div class="group-part" ref={holder}>
      <Secret
        name="signing"
        secret={view.secrets.value.signing}
        set={set}
        say={say}
        note={setAt === null ? "" : words.signing.setAt({ when: moment(setAt) })}
        focused={focused}
      />
      {earlier > 0 && (
        <AskedAction
          name={words.signing.earlier({ count: earlier })}
          help={until === null ? words.signing.untilUsed : words.signing.until({ when: moment(until) })}
          action={words.secret.remove}
          actionName={words.signing.remove({ count: earlier })}
          sure={words.signing.sure}
          act={removeEarlier}
          done={() => say(words.secrets.signing.removed)}
        />
      )}
    </div>
  );
}
