import { onTestFinished } from 'vitest';
import type { Limits } from '../../../electron/web/listen.ts';
import { openPortalDoor, type PortalDoor } from '../../../electron/web/portal/server.ts';
import { defaultPortalSettings } from '../../../shared/domain/portal.ts';
import { addUnit, type TestDesk } from '../../core/support/desk.ts';
import { freePort } from '../../support/freePort.ts';
import { assets } from './door.ts';

export interface TestPortal {
  url: string;
  port: number;
  door: PortalDoor;
  /** What was logged, as text. */
  logged(): string;
  /** As the page calls. */
  call(path: string, body: unknown, cookie?: string, more?: Record<string, string>): Promise<Response>;
  /** Signs a new unit in and has its slip's code changed. @returns its cookie and code */
  enter(name: string): Promise<{ cookie: string; code: string }>;
}

/** The department page over a core, on a free port of its own, closed after the test. */
export async function openPortal(desk: TestDesk, limits?: Limits): Promise<TestPortal> {
  const port = await freePort();
  await desk.call('portal.configure', { ...defaultPortalSettings, on: true, port });
  const lines: string[] = [];
  const note = (message: string, facts?: unknown) => void lines.push(JSON.stringify([message, facts], readable));
  const door = openPortalDoor({
    core: desk.core,
    assets,
    log: { info: note, warn: note, error: note },
    ...(limits ? { limits } : {}),
  });
  onTestFinished(() => door.close());
  await door.settled();
  const url = `http://127.0.0.1:${port}`;
  const call: TestPortal['call'] = (path, body, cookie = '', more = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-desk': '1', origin: url, cookie, ...more },
      body: JSON.stringify(body),
    });
  return {
    url,
    port,
    door,
    call,
    logged: () => lines.join('\n'),
    async enter(name) {
      const id = await addUnit(desk, name, `上街区${name}`);
      const [issued] = await desk.call('portal.issueCodes', { departmentIds: [id] });
      const cookie = cookieOf(await call('/sign-in', { unit: name, code: issued?.code }));
      const code = `${name}的新密码2020`;
      await call('/rpc/unit.changeCode', { oldCode: issued?.code, newCode: code }, cookie);
      return { cookie, code };
    },
  };
}

export const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

const readable = (_: string, value: unknown) => (value instanceof Error ? value.stack : value);
