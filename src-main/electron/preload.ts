import { contextBridge, ipcRenderer } from 'electron';
import { bridgeName, type HostBridge, portMessage } from '#shared/contract/hosts.ts';
import { connectChannel, portChannel } from './channels.ts';

/** The page's window, as far as this script needs it (the host's TypeScript knows no DOM). */
const page = globalThis as unknown as {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

const bridge: HostBridge = {
  kind: 'electron',
  connect: () => ipcRenderer.send(connectChannel),
};
contextBridge.exposeInMainWorld(bridgeName, bridge);

// Only the port goes on to the page: never the event, never ipcRenderer.
ipcRenderer.on(portChannel, (event) => {
  page.postMessage({ kind: portMessage }, page.location.origin, event.ports);
});
