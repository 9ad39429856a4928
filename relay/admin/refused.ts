/** What whoever runs the relay has asked for cannot be done, for the reason that it says. */
export class Refused extends Error {}
