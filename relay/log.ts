/** Details are codes and counts: never a body, a path, a header or a subject. */
export interface Log {
  info(message: string, details?: object): void;
  warn(message: string, details?: object): void;
}

/** Lines for whatever collects a service's output, which knows the time. */
export const consoleLog: Log = {
  info: (message, details) => console.log(lineOf(message, details)),
  warn: (message, details) => console.error(lineOf(message, details)),
};

const lineOf = (message: string, details?: object) =>
  details ? `${message} ${JSON.stringify(details)}` : message;
