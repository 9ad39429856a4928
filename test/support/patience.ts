/** How long anything is waited for, at most: a net for what never comes. No test says how fast a machine must be. */
export const patienceMs = 60_000;
