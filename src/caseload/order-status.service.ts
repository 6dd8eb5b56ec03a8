import { Injectable } from '@nestjs/common';
import { CASE_EVENT } from '../case-events/case-event.facts.js';
import { Database } from '../common/database.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { DetentionReviewService } from '../detention-review/detention-review.service.js';
import { removalOrderStatus, type RemovalOrderStatus } from '../removal-orders/order-status.js';
import { RemovalOrdersService } from '../removal-orders/removal-orders.service.js';

/** What is on file of a person's orders and what the law says of it, read of one moment and put together. */
@Injectable()
export class OrderStatusService {
  constructor(
    private readonly database: Database,
    private readonly reviews: DetentionReviewService,
    private readonly orders: RemovalOrdersService,
    private readonly facts: FactsQueries,
  ) {}

  /** `asOf`: the office's today if null; `asKnownOn`: an instant of RFC 3339, or null for the file as it stands. */
  status(detaineeId: string, asOf: string | null, asKnownOn: string | null): Promise<RemovalOrderStatus> {
    return this.database.transaction(async () => {
      const { answer, governingOrderId } = await this.reviews.evaluatedOrders(detaineeId, asOf, asKnownOn === null ? null : new Date(asKnownOn));
      const { items, complete } = await this.orders.list(detaineeId, asKnownOn);
      return removalOrderStatus({
        evaluation: answer, governingOrderId, orders: items, ordersComplete: complete === true,
        events: await this.facts.list(CASE_EVENT, detaineeId, asKnownOn),
        eventsComplete: await this.facts.isComplete(detaineeId, 'events', asKnownOn),
      });
    }, 'REPEATABLE READ');
  }
}
