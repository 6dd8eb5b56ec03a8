import type { PipeTransform } from '@nestjs/common';
import { notFound } from '../common/problem.js';

const ORDER_ID = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** The id of an order in a path. What is none names nothing. */
export const OrderIdParam: PipeTransform<string, string> = {
  transform(value: string): string {
    if (!ORDER_ID.test(value)) throw notFound('court order');
    return value;
  },
};
