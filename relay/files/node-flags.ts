/** Node's garbage collector would take three times what the relay needs, as soon as much is posted at once. */
export const nodeFlags = "--max-semi-space-size=1";
