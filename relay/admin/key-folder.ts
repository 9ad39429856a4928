import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../../main/lib/write-whole.ts";
import { Refused } from "./refused.ts";
import { type Seat, seatSchema, seatShape } from "./seat.ts";
import { type Team, teamSchema } from "./team.ts";

/** The folder with all keys of a team, each file for its owner only. It is what is backed up, and nothing else is. */
export function openKeyFolder(folder: string) {
  const seats = path.join(folder, "seats");
  const teamFile = path.join(folder, "team.json");
  const seatFile = (seat: string) => path.join(seats, `${seat}.json`);
  const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

  const isEmpty = () => !existsSync(teamFile);

  function seat(name: string): Seat | null {
    if (!seatShape.test(name)) return null;
    try {
      return seatSchema.parse(read(seatFile(name)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  return {
    folder,
    /** @throws Refused when there is none. */
    team(): Team {
      if (isEmpty())
        throw new Refused(`${folder} has no keys: run init first, or name another folder by --dir.`);
      return teamSchema.parse(read(teamFile));
    },
    isEmpty,
    writeTeam(team: Team): void {
      const text = textOf(teamSchema, team);
      mkdirSync(seats, { recursive: true, mode: 0o700 });
      writeWhole(teamFile, text);
    },
    /** The one of that name, taken away or not; null = there never was one. */
    seat,
    /** All that were ever invited, by name. */
    seats: (): Seat[] =>
      readdirSync(seats)
        .filter((file) => file.endsWith(".json"))
        .map((file) => seatSchema.parse(read(path.join(seats, file)))),
    writeSeat: (one: Seat): void => writeWhole(seatFile(one.seat), textOf(seatSchema, one)),
  };
}

/** As it is written. @throws Refused when it could not be read again. */
function textOf(schema: typeof teamSchema | typeof seatSchema, value: Team | Seat): string {
  const { error } = schema.safeParse(value);
  if (!error) return `${JSON.stringify(value, null, 2)}\n`;
  throw new Refused(`Not of the right form: ${error.issues.map(({ path: [field] }) => field).join(", ")}.`);
}

export type KeyFolder = ReturnType<typeof openKeyFolder>;
