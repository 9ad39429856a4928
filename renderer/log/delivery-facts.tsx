import { useId } from "preact/hooks";
import type { DeliveryDetail, DeliveryLine } from "../../common/delivery.ts";
import { dayOf, type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { DefinitionRow } from "../parts/definition-row.tsx";
import { adviceOf, effectOf, latenessOf, whoOf } from "./delivery-text.ts";
import { VerdictTag } from "./verdict-tag.tsx";

interface Props {
  readonly line: DeliveryLine;
  readonly now: number;
  readonly format: TimeFormat;
}

export function DeliveryFacts({ line, now, format }: Props) {
  const lateness = latenessOf(line);
  const advice = adviceOf(line);
  const came = line.via === "replay" ? words.log.replayed : lateness?.text;
  return (
    <section class="section">
      <div class="row-top delivery-top">
        <h2 class={line.who.trim() ? "page-who" : "page-who log-nobody"}>
          <bdi>{whoOf(line)}</bdi>
        </h2>
        <VerdictTag verdict={line.verdict} />
      </div>
      <dl class="definitions">
        <DefinitionRow name={words.delivery.received}>
          <time dateTime={new Date(line.receivedAt).toISOString()}>
            {dayOf(line.receivedAt, format, now)}, {timeOf(line.receivedAt, format)}
          </time>
        </DefinitionRow>
        {came && (
          <DefinitionRow name={line.via === "replay" ? words.delivery.way : words.delivery.came}>
            <span class={lateness?.matters ? "log-late" : ""}>{came}</span>
          </DefinitionRow>
        )}
        <DefinitionRow
          name={
            line.verdict === "unreadable" || line.verdict === "refused"
              ? words.delivery.reason
              : words.delivery.change
          }
        >
          <bdi>{effectOf(line)}</bdi>
        </DefinitionRow>
        {advice && <DefinitionRow name={words.delivery.advice}>{advice}</DefinitionRow>}
        {line.bookingId && (
          <DefinitionRow name={words.delivery.booking}>
            <bdi class="code">{line.bookingId}</bdi>
          </DefinitionRow>
        )}
        {line.again > 0 && (
          <DefinitionRow name={words.delivery.again}>{words.log.again({ count: line.again })}</DefinitionRow>
        )}
        <DefinitionRow name={words.delivery.size}>{sizeOf(line.bytes)}</DefinitionRow>
      </dl>
    </section>
  );
}

export function Headers({ headers }: Pick<DeliveryDetail, "headers">) {
  const id = useId();
  const all = Object.entries(headers);
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} class="group-title section-top">
        {words.delivery.headers}
      </h2>
      {all.length === 0 ? (
        <p class="soft">{words.delivery.noHeaders}</p>
      ) : (
        <dl class="definitions code">
          {all.map(([name, value]) => (
            <DefinitionRow key={name} name={name}>
              <bdi>{value}</bdi>
            </DefinitionRow>
          ))}
        </dl>
      )}
    </section>
  );
}

const sizeOf = (bytes: number) =>
  bytes < 1024 ? words.delivery.bytes({ count: bytes }) : words.delivery.kibibytes({ count: bytes / 1024 });
