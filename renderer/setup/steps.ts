import type { SetupStep } from "../../common/setting-choices.ts";

export type OpenStep = Exclude<SetupStep, "done">;

/** In the order in which they are taken. */
export const openSteps: readonly OpenStep[] = ["reach", "connect", "prove"];
