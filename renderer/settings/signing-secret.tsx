import { momentOf } from "../parts/moment.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { AskedAction } from "./asked-action.tsx";
import { Secret } from "./secret.tsx";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly focused: boolean;
}

/** Timekit's signing secret, since when it is set, and those before it that still count. */
export function SigningSecret({ state, view, focused }: Props) {
  const { setAt, earlier, until } = view.signing.value;
  const { signing } = words.secrets;
  const holder = useFocusKept<HTMLDivElement>();
  const moment = (at: number) => momentOf(at, view.now.value, view.format.value);
  return (
    <div class="group-part" ref={holder}>
      <Secret
        state={state}
        view={view}
        name="signing"
        note={setAt === null ? "" : words.signing.setAt(moment(setAt))}
        focused={focused}
      />
      {earlier > 0 && (
        <AskedAction
          name={words.signing.earlier(earlier)}
          help={until === null ? words.signing.untilUsed : words.signing.until(moment(until))}
          action={words.secret.remove}
          actionName={words.signing.remove(earlier)}
          sure={words.signing.sure}
          act={() => state.ask.secrets.removeEarlier()}
          done={() => state.say(words.secret.removed(signing.title))}
        />
      )}
    </div>
  );
}
