/**
 * All repetitions, but in a run whose question is another one than the rule that they look for a hole in: whether another
 * SQLite does the same.
 */
const part = Number(process.env.BOOKBELL_PART ?? 1);

/** How often to do again what is done so often where nothing else is looked for. */
export const repeated = (times: number): number => Math.ceil(times * part);

/** How far it is to the next step, where each is looked at when nothing else is looked for. */
export const stride = Math.round(1 / part);
