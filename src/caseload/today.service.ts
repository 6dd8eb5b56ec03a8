import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';
import type { Page } from '../common/pagination.js';
import type { FindingDto } from '../compliance/findings.dto.js';
import type { SectionsAsked } from '../compliance/findings.queries.js';
import { FindingsService } from '../compliance/findings.service.js';
import { addDays, formatDay, parseDay } from '../law/calendar/day.js';
import { type AppealDue, AppealsService } from './appeals.service.js';
import { SilenceQueries, type SilentPerson } from './silence.queries.js';

/** A part of the day's work: how much there is, the first of it, and the list that has the rest. */
export interface Section<Item> {
  count: number;
  items: Item[];
  list: string;
}

export interface Today {
  today: string;
  /** the day since which `fresh` is new */
  since: string;
  attorney: string | null;
  silentDays: number;
  appealDays: number;
  due: Section<FindingDto>;
  overdue: Section<FindingDto>;
  approaching: Section<FindingDto>;
  fresh: Section<FindingDto>;
  /** times to appeal that run out within `appealDays`: no clause, and so no finding */
  appeals: Section<AppealDue>;
  silent: Section<SilentPerson>;
}

export interface TodayAsked {
  attorney?: string;
  silentDays: number;
  appealDays: number;
  limit: number;
}

const FINDINGS_PARTS = ['due', 'overdue', 'approaching', 'fresh'] as const;
type FindingsPart = (typeof FINDINGS_PARTS)[number];

const MS_PER_DAY = 86_400_000;

/** What an office has before it today: of all, or of one attorney. What nobody has verified is on the lists and not counted. */
@Injectable()
export class TodayService {
  constructor(
    private readonly database: Database,
    private readonly findings: FindingsService,
    private readonly deadlines: AppealsService,
    private readonly silence: SilenceQueries,
    private readonly clock: Clock,
  ) {}

  async today({ attorney, silentDays, appealDays, limit }: TodayAsked): Promise<Today> {
    const today = this.clock.today();
    const [yesterday, tomorrow] = [-1, 1].map((days) => formatDay(addDays(parseDay(today), days)));
    const parts: Record<FindingsPart, SectionsAsked['filters'][number]> = {
      due: { onFrom: today, onTo: today },
      overdue: { result: ['met'], onTo: yesterday },
      approaching: { result: ['approaching'], onFrom: tomorrow },
      fresh: { openedSince: yesterday },
    };
    const filters = FINDINGS_PARTS.map((part) => ({ ...parts[part], unverified: false }));
    // Asked side by side, each on a connection of its own, which it gives back before it asks for another.
    const [sections, appeals, silent] = await Promise.all([
      // Counts and findings of one moment, so that none of them is counted and not shown.
      this.database.snapshot(() => this.findings.sections({ attorney, filters, limit })),
      this.appealsSection({ attorney, appealDays, limit }),
      this.silentSection({ attorney, silentDays, limit }),
    ]);
    const [due, overdue, approaching, fresh] = sections.map((section, i) => ({ ...section, list: listOf('/v1/findings', { ...filters[i], attorney }) }));
    return { today, since: yesterday, attorney: attorney ?? null, silentDays, appealDays, due, overdue, approaching, fresh, appeals, silent };
  }

  silent({ days, ...asked }: { days: number; attorney?: string; limit: number; cursor?: string }): Promise<Page<SilentPerson>> {
    return this.silence.page({ ...asked, since: this.daysAgo(days) }).then(({ items, nextCursor }) => ({ items, nextCursor }));
  }

  private async silentSection({ attorney, silentDays, limit }: Omit<TodayAsked, 'appealDays'>): Promise<Section<SilentPerson>> {
    const { count, items } = await this.silence.page({ since: this.daysAgo(silentDays), attorney, limit });
    return { count, items, list: listOf('/v1/today/silent', { days: silentDays, attorney }) };
  }

  private async appealsSection({ attorney, appealDays, limit }: Omit<TodayAsked, 'silentDays'>): Promise<Section<AppealDue>> {
    const due = await this.deadlines.due({ days: appealDays, attorney });
    return { count: due.length, items: due.slice(0, limit), list: listOf('/v1/today/appeals', { days: appealDays, attorney }) };
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * MS_PER_DAY);
  }
}

/** Days and ids alone: nothing personal stands in an address. */
function listOf(path: string, filter: object): string {
  const query = Object.entries(filter as Record<string, unknown>).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}=${String(value)}`);
  return `${path}?${query.join('&')}`;
}
