/**
 * While bookings pour in, what is shown of them is looked up anew only so long after the last time, in milliseconds: nobody
 * could read it more often, and each question to the store holds up a commit, each answer the window.
 */
export const lookAgainMs = 200;
