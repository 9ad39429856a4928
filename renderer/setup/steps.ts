import type { SetupStep } from "../../common/setting-choices.ts";
import type { PageState } from "../state/create-state.ts";

export type OpenStep = Exclude<SetupStep, "done">;

/** In the order in which they are taken. */
export const openSteps: readonly OpenStep[] = ["reach", "timekit", "prove"];

/** Goes to that step, or out of the first run; why that cannot be is shown like any other failure. */
export async function goTo(state: PageState, step: SetupStep): Promise<void> {
  await state.attempt(state.ask.settings.setSetup(step));
}
