import net from 'node:net';

/** `wanted` if nothing listens there, else any free port. Loopback only, unless a host is named. */
export async function freePort(wanted, host = '127.0.0.1') {
  return (await isFree(wanted, host)) ?? (await isFree(0, host));
}

/** The port if it can be listened on (0: one of the system's choice), else null. */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error));
    server.listen(port, host, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

export function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
