import type { PageMessages } from "./messages.ts";

type Commands = PageMessages["palette"]["commands"];
type Command = keyof Commands;

/** What an action says, and what else it is found by. */
type Named = readonly [says: string, finds: string];

/** The words for doing things by their names. */
export function createPalette({ palette }: Pick<PageMessages, "palette">) {
  const finds: Partial<Record<Command, string>> = palette.finds;
  const commands = Object.fromEntries(
    Object.entries(palette.commands).map(([command, says]) => [
      command,
      // Each takes what its own message does.
      (args: never): Named => [typeof says === "string" ? says : says(args), finds[command as Command] ?? ""],
    ]),
  );
  return {
    ...palette,
    commands: commands as {
      readonly [Name in Command]: Commands[Name] extends (args: infer Args) => string
        ? (args: Args) => Named
        : () => Named;
    },
  };
}
