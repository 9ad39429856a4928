import { CopyAddress } from "../parts/copy-address.tsx";
import type { PageState, ViewSignals } from "../state/create-state.ts";
import { ReceiverState } from "./receiver-state.tsx";

export function Footer({ state, view }: { state: PageState; view: ViewSignals }) {
  return (
    <footer class="footer">
      <ReceiverState state={state} view={view} />
      <CopyAddress state={state} />
    </footer>
  );
}
