import type { DestinationView, Tested } from "../../common/destination-view.ts";
import type { Answer } from "../../common/ipc.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import { kindIcons } from "./kind-icon.ts";
import { OpenRow } from "./open-row.tsx";
import { StandingText } from "./standing.tsx";
import { TestBar } from "./test-bar.tsx";

interface Props {
  readonly destination: DestinationView;
  readonly now: number;
  readonly format: TimeFormat;
  readonly focused: boolean;
  readonly open: () => void;
  readonly openMessages: () => void;
  readonly test: () => Promise<Answer<Tested>>;
  readonly say: (text: string) => void;
}

/** A destination: where it leads, how it is, what waits for it. */
export function DestinationRow(props: Props) {
  const { destination, now, format, focused, open, openMessages, test, say } = props;
  const { kind, label, host, lastFour } = destination;
  const messages = words.destinations.messages(destination);
  return (
    <li>
      <OpenRow icon={kindIcons[kind]} focused={focused} open={open}>
        <span class="setting-name">
          <UntrustedText text={label} />
        </span>
        <span class="help">{words.destinations.kinds[kind].name}</span>
        <span class="help">
          <bdi>{words.destinations.at({ host, lastFour })}</bdi>
        </span>
      </OpenRow>
      <div class="target-more">
        <StandingText destination={destination} now={now} format={format} />
        <TestBar destination={destination} test={test} say={say}>
          {messages && (
            <button
              type="button"
              class="button"
              aria-label={words.destinations.messagesTo({ label, messages })}
              onClick={openMessages}
            >
              {messages}
            </button>
          )}
        </TestBar>
      </div>
    </li>
  );
}
