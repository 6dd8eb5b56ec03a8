import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/pagination.js';
import { isPermitted } from '../common/permissions.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { TIMELINE_SOURCES } from './timeline-sources/index.js';
import { type TimelineAsked, type TimelineEntry, TimelineQueries } from './timeline.queries.js';

export interface TimelineFilter extends Pick<TimelineAsked, 'direction' | 'limit' | 'cursor'> {
  kinds?: readonly string[];
  asKnownOn?: string;
}

/** Everything dated about one person, in order, as far as the caller may read each kind of it. */
@Injectable()
export class TimelineService {
  constructor(private readonly facts: FactsQueries, private readonly entries: TimelineQueries) {}

  async timeline(actor: Actor, detaineeId: string, { kinds, asKnownOn, ...page }: TimelineFilter): Promise<Page<TimelineEntry>> {
    await this.facts.requireFile(detaineeId);
    const sources = TIMELINE_SOURCES.filter(({ kind, read }) => (kinds === undefined || kinds.includes(kind)) && isPermitted(actor.role, read));
    return this.entries.page({ detaineeId, sources, asKnownOn: asKnownOn ?? null, ...page });
  }
}
