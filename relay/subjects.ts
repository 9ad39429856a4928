// The subjects of a team's stream: "bb.<team>.b.<source>.<project>.<resource>" for what came from a booking service,
// "bb.<team>.probe.<seat>" for what a laptop sent to itself.

/** Where a booking's project, or its resource, is not told, or is no part of a subject. */
const unnamed = "_";

/** As one part of a subject. */
export const namedOr = (otherwise: string, name: string | undefined): string =>
  name !== undefined && /^[A-Za-z0-9-]{1,64}$/.test(name) ? name : otherwise;

export const teamShape: RegExp = /^[a-z0-9-]{1,32}$/;

/** All of a team's. */
export const teamSubjects = (team: string): string => `bb.${team}.>`;

export const probeSubject = (team: string, seat: string): string => `bb.${team}.probe.${seat}`;

export const deliverySubject = (
  team: string,
  source: string,
  { project, resource }: { readonly project?: string; readonly resource?: string },
): string => `bb.${team}.b.${source}.${namedOr(unnamed, project)}.${namedOr(unnamed, resource)}`;

/** What a seat is for; neither = every booking. */
export interface Share {
  readonly projects: readonly string[];
  readonly resource: string | null;
}

/**
 * What a seat reads. What could not be sorted is everybody's, since sorting rests on bodies that nobody has checked; so
 * nothing is lost by a field that a service leaves out.
 */
export function seatSubjects(team: string, seat: string, { projects, resource }: Share): string[] {
  const resources = resource === null ? ["*"] : [resource, unnamed];
  const shares = projects.length === 0 ? ["*"] : [...new Set(projects), unnamed];
  const all = projects.length === 0 && resource === null;
  const bookings = all
    ? [`bb.${team}.b.>`]
    : shares.flatMap((project) => resources.map((one) => `bb.${team}.b.*.${project}.${one}`));
  return [...bookings, probeSubject(team, seat)];
}
