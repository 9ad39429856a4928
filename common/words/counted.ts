export interface Count {
  readonly count: number;
}

/** "1 booking", "2 bookings" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
