import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { CopyAddress, copyAddress, hasPublicAddress } from "./copy-address.tsx";
import { LastBooking, ReceiverState } from "./receiver-state.tsx";

export function Footer({ state, view }: { state: PageState; view: ViewSignals }) {
  return (
    <footer class="footer">
      <div class="footer-state">
        <ReceiverState health={state.health} view={view} />
        <LastBooking health={state.health} view={view} />
      </div>
      {hasPublicAddress(view) && <CopyAddress isPublic copy={() => copyAddress(state)} />}
    </footer>
  );
}
