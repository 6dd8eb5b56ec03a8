/** The only place that asks what time it is. Everything else is told. */
export abstract class Clock {
  abstract now(): Date;

  private readonly dayFormat: Intl.DateTimeFormat;

  constructor(officeTimeZone: string) {
    this.dayFormat = new Intl.DateTimeFormat('en-CA', {
      timeZone: officeTimeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit',
    });
  }

  /** The office's day, `YYYY-MM-DD`. */
  today(): string {
    return this.dayOf(this.now());
  }

  /** The office's day of an instant. */
  dayOf(instant: Date): string {
    const part = Object.fromEntries(this.dayFormat.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${part.year}-${part.month}-${part.day}`;
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it was put, for tests and for reading a caseload as of another day. */
export class FixedClock extends Clock {
  private instant: Date;

  constructor(instant: string, officeTimeZone = 'UTC') {
    super(officeTimeZone);
    this.instant = new Date(instant);
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: string): void {
    this.instant = new Date(instant);
  }
}
