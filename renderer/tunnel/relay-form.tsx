import { useEffect, useState } from "preact/hooks";
import type { Requests } from "../../common/ipc.ts";
import type { RelaySettings } from "../../common/tunnel-settings.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Secret } from "../form/secret.tsx";
import type { ViewSignals } from "../state/view-signals.ts";
import { InvitationFile } from "./invitation-file.tsx";

interface Props {
  readonly view: ViewSignals;
  readonly ask: Pick<Requests, "secrets" | "tunnel">;
  readonly say: (text: string) => void;
}

const text = words.tunnel.relay;

/** The invitation to a team's relay, from a line or a file, and what it means for those who are booked. */
export function RelayForm({ view, ask, say }: Props) {
  const { relay } = view.tunnel.value;
  const copyKey = async () => {
    const answer = await ask.tunnel.copyRelayKey();
    return answer.ok ? { ...answer, value: text.keyCopied({ key: answer.value }) } : answer;
  };
  return (
    <>
      <p class="note soft">
        {relay ? text.ofTeam({ team: relay.team, days: relay.keepDays }) : text.privacy}
      </p>
      <Secret
        name="relay"
        secret={view.secrets.value.relay}
        set={ask.secrets.set}
        say={say}
        about={(line) => <AboutLine line={line} />}
      />
      <InvitationFile ask={ask.tunnel} say={say} about={aboutText} />
      <ActionRow
        name={text.key}
        help={text.keyHelp}
        say={say}
        actions={[{ label: text.copyKey, name: text.copyKeyName, run: copyKey }]}
      />
      {relay && <p class="note soft">{relay.registers ? text.registersHere : text.registersElsewhere}</p>}
    </>
  );
}

/** Nothing of what is no invitation yet: it may still be typed. */
function AboutLine({ line }: { readonly line: string }) {
  const [reader, setReader] = useState<typeof import("../../common/invitation.ts") | null>(null);
  // A part of the bundle of its own, as the other pages need nothing to check what is typed with.
  useEffect(() => void import("../../common/invitation.ts").then(setReader), []);

  const read = reader?.readInvitation(line);
  if (!reader || !read || typeof read === "string") return null;
  return <p class="help">{aboutText(reader.aboutInvitation(read))}</p>;
}

const aboutText = ({ team, host, seat, keepDays, registers }: RelaySettings): string =>
  [text.about({ team, host, seat, days: keepDays }), ...(registers ? [text.registersHere] : [])].join(" ");
