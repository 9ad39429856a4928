import { words } from "../../common/words/page.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { SourcePage } from "./source-page.tsx";

/** The address that a Zap posts to, and how to make that Zap. */
export const ZapierPage = (parts: { state: PageState; view: ViewSignals }) => (
  <SourcePage source="zapier" title={words.zapier.row} own={words.zapier} {...parts} />
);
