/** The words for whether what Timekit posts arrives here. */
export const reach = {
  reachable: ({ host }: { host: string }) => `Reachable through ${host}`,
  retry: "Try again",
  check: "Check now",
  checked: ({ when }: { when: string }) => `Last checked ${when}`,
  notChecked: "Not checked yet",
} as const;
