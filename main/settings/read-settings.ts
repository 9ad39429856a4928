import * as z from "zod/mini";
import { type Settings, settingsSchema } from "./schema.ts";

type Values = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The settings of a file that was migrated, each value by itself: what is missing has its default; so has what cannot be
 * used here, and `reset` names it. What is not known here, because a newer version wrote it, is passed on.
 */
export function readSettings(file: Values): { settings: Settings; reset: readonly string[] } {
  const reset: string[] = [];
  return { settings: readValue(settingsSchema, file, [], reset) as Settings, reset };
}

/** Undefined where there is neither a value nor a default. */
function readValue(schema: z.core.$ZodType, found: unknown, at: readonly string[], reset: string[]): unknown {
  if (schema instanceof z.ZodMiniDefault) {
    const value = found === undefined ? undefined : readValue(schema.def.innerType, found, at, reset);
    return value === undefined ? schema.def.defaultValue : value;
  }
  if (schema instanceof z.ZodMiniObject) {
    if (found !== undefined && !isObject(found)) reset.push(at.join("."));
    const values = isObject(found) ? found : {};
    const read = Object.entries(schema.shape).map(([name, part]) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return [name, readValue(part, value, [...at, name], reset)] as const;
    });
    const unknown = Object.entries(values).filter(([name]) => !Object.hasOwn(schema.shape, name));
    return defined([...unknown, ...read]);
  }
  if (schema instanceof z.ZodMiniRecord && isObject(found)) {
    const read = Object.entries(found).map(([name, value]) => {
      const isName = z.safeParse(schema.def.keyType, name).success;
      return [
        name,
        isName ? readValue(schema.def.valueType, value, [...at, name], reset) : undefined,
      ] as const;
    });
    return defined(read);
  }
  if (z.safeParse(schema, found).success) return found;
  reset.push(at.join("."));
  return undefined;
}

const defined = (entries: readonly (readonly [string, unknown])[]): Values =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));
