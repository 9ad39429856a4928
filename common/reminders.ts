/** Minutes; 0 = at the start. */
export const reminderLeads = [0, 5, 10, 15, 30, 60] as const;
export type ReminderLead = (typeof reminderLeads)[number];
