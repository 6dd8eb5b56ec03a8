import { lookup } from 'node:dns/promises';
import type { Resolver } from './outbound.js';

export const systemResolver: Resolver = (host) => lookup(host, { all: true });
