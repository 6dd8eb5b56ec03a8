// Loaded into the API and the worker before their own code: when the process that started them is gone, however it
// went, they stop as if asked to. Otherwise a killed starter would leave an API that holds the port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
