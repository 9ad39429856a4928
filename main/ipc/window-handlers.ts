import type { TallyName } from "../../common/delivery.ts";
import type { View } from "../../common/view.ts";
import type { Log } from "../lifecycle/log.ts";
import type { SettingsStore } from "../settings/settings.ts";
import type { createUpdates } from "../updates/updates.ts";
import type { ViewModel } from "../view/view-model.ts";
import type { Handlers } from "./handlers.ts";

/** What showing the page, and hiding what it shows, acts on. */
export interface WindowParts {
  readonly model: Pick<ViewModel, "get" | "update">;
  readonly settings: Pick<SettingsStore, "change">;
  readonly window: {
    /** The page shows all that it was told. */
    onPageReady(): void;
    hide(): void;
    onLit(answer: { readonly id: string; readonly lit: boolean }): void;
  };
  readonly updates: Pick<ReturnType<typeof createUpdates>, "known">;
  /** What Bookbell runs on. */
  readonly electron: View["electron"];
  /** The user has seen them. */
  clearTally(name: TallyName): Promise<void>;
  readonly log: Pick<Log, "error">;
}

/** What happens when the page asks for what it shows, or to be hidden. */
export function createWindowHandlers(parts: WindowParts): Handlers["window"] {
  const { model, settings, window } = parts;
  return {
    view() {
      window.onPageReady();
      return model.get();
    },
    hide() {
      window.hide();
      return null;
    },
    lit(answer) {
      window.onLit(answer);
      return null;
    },
    async dismiss(what) {
      if (what === "unchecked") settings.change({ uncheckedKnown: true });
      else if (what === "tray") {
        settings.change({ trayless: true });
        model.update({ trayMissing: false });
      } else if (what === "recovered") model.update({ recovered: null });
      else if (what === "update") parts.updates.known();
      else if (what === "electron") model.update({ electron: { ...parts.electron, known: true } });
      else await parts.clearTally(what);
      return null;
    },
    reportFault(text) {
      parts.log.error("Fault in the page", { text });
      return null;
    },
  };
}
