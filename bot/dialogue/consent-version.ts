/** Raised with every change of what a parent agrees to (`texts.start.consent`). */
export const CONSENT_VERSION = '2026-11-25';
