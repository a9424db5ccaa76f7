import { type IpcMainEvent, ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import type { App } from '#core/app.ts';
import { connectChannel, portChannel } from './channels.ts';
import { isOwnPage } from './page.ts';
import { type HostPort, servePort } from './port-host.ts';

/** The page asks for a port once per load; everything else goes over that port. */
export function serveCore(core: App): void {
  ipcMain.on(connectChannel, (event) => {
    if (!isTrusted(event)) {
      const { now, ports } = core.options;
      const cause = event.senderFrame?.url ?? 'a frame that is gone';
      ports.log({
        at: now(),
        level: 'remark',
        what: 'a stranger asked for the core',
        reference: null,
        cause,
      });
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    servePort(hostPortOf(port1), core);
    event.sender.postMessage(portChannel, null, [port2]);
  });
}

/** Only the top frame of a window that shows our page: never a frame within it, never another page. */
function isTrusted({ sender, senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);
}

function hostPortOf(port: MessagePortMain): HostPort {
  return {
    postMessage: (message) => port.postMessage(message),
    onClose: (listener) => void port.on('close', listener),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
  };
}
