import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { CopyAddress, hasPublicAddress } from "./copy-address.tsx";
import { LastBooking, ReceiverState } from "./receiver-state.tsx";

export function Footer({ state, view }: { state: PageState; view: ViewSignals }) {
  return (
    <footer class="footer">
      <div class="footer-state">
        <ReceiverState state={state} view={view} />
        <LastBooking state={state} view={view} />
      </div>
      {hasPublicAddress(state) && <CopyAddress state={state} />}
    </footer>
  );
}
