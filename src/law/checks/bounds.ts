/** What an entered number may be at most: far more than any order has asked for, and little enough that every day stays within four-digit years. */
export const MOST_DAYS = 3_660;
export const MOST_HOURS = 8_784;
export const MOST_MONTHS = 120;
