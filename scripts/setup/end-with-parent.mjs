// Preloaded into the servers that `npm start` runs: were it killed outright, they would go on and hold their ports.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref();
});
process.channel?.unref();
