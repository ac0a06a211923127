// Imported first by every entry: says plainly what is missing before anything newer than Node 14 is met.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(`医保易办 needs Node.js 20 or later to begin; this is ${process.version}.`);
  console.error('Install a current version from https://nodejs.org, then run the same command again.');
  process.exit(1);
}

if (process.platform === 'win32') {
  console.error('医保易办 runs on Linux and macOS. On Windows, run it inside WSL.');
  process.exit(1);
}
