const MS_PER_MINUTE = 60_000;

/** How far the clock of the place was ahead of UTC, in minutes: -300 of `…-05:00`. */
export function offsetMinutesOf(at: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(at) ?? ['', '+', '0', '0']; // `Z`
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The instant as the clock of the place showed it, so that it says the day on which it fell there. */
export function withOffset(instant: Date, offsetMinutes: number | null): string {
  if (!offsetMinutes) return instant.toISOString();
  const local = new Date(instant.getTime() + offsetMinutes * MS_PER_MINUTE).toISOString().slice(0, -1);
  const ahead = Math.abs(offsetMinutes);
  const twoDigits = (n: number): string => String(n).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
}
