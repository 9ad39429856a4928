import type { WebContents } from "electron";
import type { MessageOf, TellName } from "../../common/ipc.ts";

/** Tells the page something. */
export function tell<Name extends TellName>(page: WebContents, name: Name, message: MessageOf<Name>): void {
  page.send(name, message);
}
