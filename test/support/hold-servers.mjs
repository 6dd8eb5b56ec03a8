import { askedToStop } from '../../scripts/lib/stopping.mjs';
import { useServers } from '../../scripts/lib/servers.mjs';

// Uses the project's own servers in the folder named, says where they are, and leaves them when asked to stop.
const stopping = askedToStop();
const servers = await useServers(process.argv[2]);
if (process.argv.includes('--watch')) servers.watch(() => {}, (error) => { throw error; });
console.log(JSON.stringify({ databaseUrl: servers.databaseUrl, redisUrl: servers.redisUrl }));
const alive = setInterval(() => {}, 1_000);
stopping.addEventListener('abort', async () => {
  clearInterval(alive);
  await servers.release();
});
