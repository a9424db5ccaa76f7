import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Loaded before a program: writes a line for every connection, listening port, name looked up and datagram socket to the
 * file that NETWORK_LOG names. All of Node's own clients (http, https, http2, tls, fetch) go through these.
 */
const file = process.env.NETWORK_LOG ?? '';
const note = (what: string, where: unknown): void =>
  appendFileSync(file, `${what} ${JSON.stringify(where)}\n`);

function watched(owner: object, name: string, what: string): void {
  const methods = owner as Record<string, (...given: unknown[]) => unknown>;
  const usual = methods[name];
  if (!usual) throw new Error(`Node has no ${name}`);
  methods[name] = function (this: unknown, ...given: unknown[]) {
    note(what, given.filter((one) => typeof one !== 'function').slice(0, 2));
    return usual.apply(this, given);
  };
}

watched(net.Socket.prototype, 'connect', 'connect');
watched(net.Server.prototype, 'listen', 'listen');
watched(dgram, 'createSocket', 'datagram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) watched(dns, name, 'name');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) watched(dns.promises, name, 'name');
syncBuiltinESMExports();
