/** A program that hangs: it has not answered for long, and may go on, or be gone. */
export interface Hanging {
  /** Settles when it answers anything that it was asked after. */
  readonly alive: Promise<unknown>;
  /** Settles when it is gone, or another has taken its place. */
  readonly replaced: Promise<unknown>;
}

/** Settles when there is somebody again who may answer. */
export const isOver = async (answer: Promise<unknown>, { alive, replaced }: Hanging): Promise<void> => {
  await Promise.race([whether(answer), alive.catch(never), replaced]);
};

/**
 * Whether what it was asked is done after all: a program that goes on has done it, and to ask again would have it done
 * twice. It is not when the program is gone, or answers what it was asked later and this not even after a `grace`.
 */
export const isDone = (
  answer: Promise<unknown>,
  { alive, replaced }: Hanging,
  grace: () => Promise<unknown>,
): Promise<boolean> => {
  const not = () => false;
  return Promise.race([whether(answer), replaced.then(not), alive.catch(never).then(grace).then(not)]);
};

const whether = (answer: Promise<unknown>) =>
  answer.then(
    () => true,
    () => false,
  );
const never = () => new Promise<never>(() => {});
