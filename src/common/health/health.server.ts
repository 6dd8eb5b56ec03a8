import { createServer, type Server, type ServerResponse } from 'node:http';
import type { HealthService } from './health.service.js';

/**
 * The worker's own /health/live and /health/ready. Without Redis nothing wakes a worker, so it is ready only with it. One
 * that is sealing what had to wait is ready.
 */
export function healthServer(health: HealthService): Server {
  return createServer((request, response) => {
    if (request.url === '/health/live') return send(response, 200, { status: 'live' });
    if (request.url !== '/health/ready') return send(response, 404, { status: 'nothing stands at this address' });
    health.check().then(
      (state) => send(response, state.status !== 'unready' && state.components.redis === 'up' ? 200 : 503, state),
      () => send(response, 503, { status: 'unready' }),
    );
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(body));
}
