// Loaded before every script (node --import), and plain JavaScript because a Node that is too old cannot read
// TypeScript: the wrong Node then says so in a sentence instead of failing somewhere deep inside. The database
// driver needs Node-API 10; the program is TypeScript that Node 24 runs directly.
const major = Number(process.versions.node.split('.')[0]);

if (Number(process.versions.napi ?? 0) < 10 || major < 24) {
  const remedy =
    process.platform === 'linux'
      ? 'Node 24 comes with the packages of this project: run "npm ci" first (not with --omit=optional), then use the npm scripts.'
      : 'Install Node 24 from nodejs.org (the packages of this project bring it for Linux only), then try again.';
  process.stderr.write(
    `Plan Register needs Node 24; this is Node ${process.versions.node} (${process.platform} ${process.arch}).\n${remedy}\n`,
  );
  process.exit(1);
}

await import('../src-main/hosting/quick-start.js');
