import { RotateCw } from "lucide-preact";
import type { DeliveryLine } from "../../common/delivery.ts";
import { oneLine } from "../../common/text.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import type { Place } from "../parts/use-virtual-rows.ts";
import { effectOf, latenessOf, mostOfName } from "./delivery-text.ts";
import { VerdictTag } from "./verdict-tag.tsx";

interface Props {
  readonly line: DeliveryLine;
  readonly format: TimeFormat;
  /** The one line that Tab stops at. */
  readonly current: boolean;
  /** Came while the log was open. */
  readonly fresh: boolean;
  readonly place: Place;
  readonly open: (line: HTMLElement) => void;
}

export function LogLine({ line, format, current, fresh, place, open }: Props) {
  const who = oneLine(line.who, mostOfName);
  const lateness = latenessOf(line);
  return (
    <li class={fresh ? "log-item log-item-fresh" : "log-item"} {...place}>
      <button
        type="button"
        class={`log-line log-${line.verdict}`}
        data-id={line.seq}
        tabIndex={current ? 0 : -1}
        onClick={(event) => open(event.currentTarget)}
      >
        <span class="row-time">
          <time class="row-start" dateTime={new Date(line.receivedAt).toISOString()}>
            {timeOf(line.receivedAt, format)}
          </time>
        </span>
        <Comma />
        <span class="row-text">
          <span class="row-top">
            <span class={who ? "row-title" : "row-title log-nobody"}>
              {who ? <UntrustedText text={who} /> : words.log.nobody}
            </span>
            <Comma />
            <VerdictTag verdict={line.verdict} />
          </span>
          <Comma />
          <span class="facts log-facts">
            <span class="log-effect">{effectOf(line)}</span>
            {lateness && (
              <span class={lateness.matters ? "log-fact log-late" : "log-fact"}>
                <Comma />
                {lateness.text}
              </span>
            )}
            {line.via === "replay" && (
              <span class="log-fact log-replay">
                <Comma />
                <RotateCw class="icon" aria-hidden="true" />
                {words.log.replayed}
              </span>
            )}
            {line.again > 0 && (
              <span class="log-fact">
                <Comma />
                {words.log.again({ count: line.again })}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Makes a sentence of the line for who hears it: seen, its parts stand apart. */
const Comma = () => <span class="visually-hidden">, </span>;
