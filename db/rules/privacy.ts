/** As many times one person may take their data out in so many minutes: it is heavy work. */
export const EXPORT_LIMIT = { count: 4, minutes: 10 } as const;
