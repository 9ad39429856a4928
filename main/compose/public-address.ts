import type { SourceName } from "../../common/sources.ts";
import type { Tunnels } from "../tunnel/tunnels.ts";
import type { Profile } from "./profile.ts";

/** What knows where booking services post to. */
export interface AddressParts extends Pick<Profile, "addresses"> {
  readonly tunnels: Pick<Tunnels, "givable" | "hook" | "registers">;
}

/** Where a source posts to by way of that public URL, secret token included; null while the token cannot be read. */
export const publicAddress = (
  source: SourceName,
  url: string | null,
  { tunnels, addresses }: AddressParts,
): string | null => (url === null ? null : (tunnels.hook(source) ?? addresses[source].at(url)));

/** The same where this computer is the one that has services post there; null while none may be told, or another is. */
export const registeredAddress = (source: SourceName, parts: AddressParts): string | null =>
  parts.tunnels.registers() ? publicAddress(source, parts.tunnels.givable(), parts) : null;
