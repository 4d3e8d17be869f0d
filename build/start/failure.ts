import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startFailurePage } from '../../electron/desktop/startFailure.ts';

/**
 * Serves the page of a failed start on this machine, with a link that tries again. Once a try succeeds, the page goes
 * on to the workstation and this server ends.
 * @param retry answers the address of the opened workstation
 */
export async function serveFailure(
  first: unknown,
  retry: () => Promise<string>,
): Promise<{ url: string; close(): void }> {
  let error = first;
  const server = createServer(async (request, response) => {
    // Only by the address we printed: another host name that leads here is not ours.
    if (request.headers.host !== `127.0.0.1:${port}`) {
      response.writeHead(421).end();
      return;
    }
    if (request.url === '/retry') {
      try {
        response.writeHead(303, { location: await retry() }).end();
        server.close();
        return;
      } catch (again) {
        error = again;
      }
    }
    const page = startFailurePage(error, [{ label: '再试一次', href: '/retry' }]);
    response.writeHead(page.status, Object.fromEntries(page.headers)).end(await page.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
