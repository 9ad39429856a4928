import * as z from "zod/mini";

/** What the page may ask of main: the shape of what it sends, and the type of what main answers. */
export interface Ask<Input extends z.ZodMiniType, Output, Long extends boolean = boolean> {
  readonly input: Input;
  /** The answer can be long, and passes as JSON text (common/json.ts). */
  readonly long: Long;
  /** Carries the type only. */
  readonly output?: Output;
}

export type AskInput<One> = One extends Ask<infer Input, unknown> ? z.infer<Input> : never;
export type AskOutput<One> = One extends Ask<z.ZodMiniType, infer Output> ? Output : never;

const asking =
  <Long extends boolean>(long: Long) =>
  <Output = null>() =>
  <Input extends z.ZodMiniType>(input: Input): Ask<Input, Output, Long> => ({ input, long });

export const ask = asking(false);
export const longAsk = asking(true);

export const seq = z.int().check(z.positive());
export const bookingId = z.string().check(z.minLength(1), z.maxLength(200));
export const shortText = z.string().check(z.maxLength(500));

/** A text that is kept as it is under that rule for addresses. */
export const kept = (rule: (text: string) => string | null) =>
  z.string().check(
    z.maxLength(500),
    z.refine((text) => rule(text) === text),
  );
