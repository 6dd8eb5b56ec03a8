import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { NEW_ORDER, PROPOSAL } from '../court-orders/court-orders.schemas.js';
import { OrderIdParam } from '../court-orders/order-id.param.js';
import { OrderPreviewDto } from './order-preview.dto.js';
import { OrderPreviewService } from './order-preview.service.js';

const peopleIn = ({ people }: OrderPreviewDto) => people.map(({ detaineeId }) => detaineeId);
const STORES_NOTHING = 'It stores nothing. The people are those whom you see; it is refused as it would be refused if it were saved.';

@ApiTags('court-orders')
@Controller('v1/court-orders')
export class OrderPreviewController {
  constructor(private readonly previews: OrderPreviewService) {}

  @Post('preview')
  @Requires(Permission.PreviewCourtOrders)
  @ReadsPeople(peopleIn)
  @ApiBody({ schema: NEW_ORDER })
  @Doc({ summary: 'What a new order would do to the caseload', description: STORES_NOTHING, answer: OrderPreviewDto })
  ofNew(@Body() body: unknown) {
    return this.previews.preview(null, body);
  }

  @Post(':id/preview')
  @Requires(Permission.PreviewCourtOrders)
  @ReadsPeople(peopleIn)
  @ApiBody({ schema: PROPOSAL })
  @Doc({ summary: 'What an order, or a change of what it says or of its status, would do to the caseload', description: STORES_NOTHING, answer: OrderPreviewDto })
  preview(@Param('id', OrderIdParam) id: string, @Body() body: unknown) {
    return this.previews.preview(id, body);
  }
}
