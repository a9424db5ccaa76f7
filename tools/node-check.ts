/**
 * Imported first by every tool and host that a script starts, so that the wrong Node says so in a sentence
 * instead of failing deep inside: the database driver needs Node-API 10, and the program is TypeScript that
 * Node runs directly.
 */
const napi = Number(process.versions.napi ?? 0);
const major = Number(process.versions.node.split('.')[0]);

if (napi < 10 || major < 24) {
  const where = `${process.platform} ${process.arch}`;
  process.stderr.write(
    `Plan Register needs Node 24; this is Node ${process.versions.node} (${where}).\n` +
      (process.platform === 'linux'
        ? 'Node 24 comes with the packages of the project: run "npm ci" first (without --omit=optional), then use the npm scripts.\n'
        : 'Install Node 24 from nodejs.org (the packages of the project bring it for Linux only), then try again.\n'),
  );
  process.exit(1);
}
