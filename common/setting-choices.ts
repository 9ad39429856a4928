/** What the user may choose from, in the order in which the page offers it; apart from the schema, which the page does not need. */

export const hourChoices = ["system", "12", "24"] as const;
/** 0 = for good. */
export const deliveryDays = [7, 30, 90, 365, 0] as const;
/** 0 = for good. */
export const bookingDays = [30, 90, 365, 0] as const;
export const successCodes = [200, 201, 204] as const;
/** In per cent. */
export const textSizes = [90, 100, 110, 125, 150, 175, 200] as const;
export const themes = ["system", "light", "dark"] as const;

/** How bookings reach this computer; connecting what they are made with; proving it. */
export const setupSteps = ["reach", "connect", "prove", "done"] as const;
export type SetupStep = (typeof setupSteps)[number];
