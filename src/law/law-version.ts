/** Changes with every change of a rule, so that everybody evaluated under an earlier one is evaluated again. */
export const LAW_VERSION = '2026-11-24.10';
