/**
 * Whether nobody asked for the window: the system starts Bookbell at login, or an installer does after an update, and that
 * of Windows gives no argument but its own.
 */
export const startsHidden = (args: readonly string[]): boolean =>
  args.includes("--hidden") || args.includes("--updated");
