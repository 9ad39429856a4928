import { leaveOut } from "./leave-out.mjs";
import { stripNgrok } from "./strip.mjs";

/**
 * Settles what goes into the package that is to be made.
 * @param {Parameters<typeof leaveOut>[0] & Parameters<typeof stripNgrok>[0]} context
 */
export async function beforePack(context) {
  leaveOut(context);
  await stripNgrok(context);
}
