import { describe, expect, test } from 'vitest';
import { CoreError } from '../../electron/core/errors.ts';
import { errorCode, openDoor } from './support/door.ts';
import { standInCore } from './support/standInCore.ts';

/** What must never reach a page. */
const TELLING = /SQLITE|SELECT|\/home|at .*\(|\.ts:|TypeError|stack/;

describe('a failure nobody foresaw', () => {
  const failures = {
    'an exception': () => new TypeError('SELECT * FROM items failed at /home/office/desk.db'),
    'a thrown text': () => 'SQLITE_CORRUPT /home/office/desk.db',
    'nothing at all': () => undefined,
    'an error that answers for itself': () =>
      Object.assign(new Error('x'), { getResponse: () => new Response('SELECT', { status: 200 }), status: 200 }),
  };

  test.each(Object.entries(failures))('%s tells the page nothing and the log everything', async (_, make) => {
    const fail = async () => {
      throw make();
    };
    const core = standInCore({ call: fail, intakeFile: fail, files: { download: fail, upload: fail } });
    const door = await openDoor(core);
    const cookie = await door.enter();
    const own = door.ownHeaders(cookie);
    const answers = [
      await door.call('office.counts', {}, cookie),
      await fetch(`${door.url}/files/originals/1`, { headers: own }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(500);
      const text = await answer.text();
      expect(JSON.parse(text)).toEqual({ error: { code: 'internal', params: {} } });
      expect(text).not.toMatch(TELLING);
    }
    expect((await door.log()).split('\n').filter((line) => line.includes('"failed"'))).toHaveLength(2);
  });

  test('in what the core answers is one too', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const door = await openDoor(standInCore({ call: async () => circle }));
    const answer = await door.call('office.counts', {}, await door.enter());
    expect([answer.status, await errorCode(answer)]).toEqual([500, 'internal']);
  });
});

test('an error with a code keeps its code, parameters and status, not its cause', async () => {
  const cause = new Error('SELECT secret');
  const core = standInCore({
    call: async () => {
      throw new CoreError('item-changed-elsewhere', { person: '李' }, { cause });
    },
  });
  const door = await openDoor(core);
  const answer = await door.call('items.save', {}, await door.enter());
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({ error: { code: 'item-changed-elsewhere', params: { person: '李' } } });
});

describe('what is no request of ours', () => {
  test('is answered with a code, and the program goes on', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const cookie = await door.enter();
    const own = door.ownHeaders(cookie);
    const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
      fetch(`${door.url}/rpc/office.counts`, { method: 'POST', headers: { ...own, 'content-type': type }, body });
    const bad = {
      nothing: await post(''),
      'half an object': await post('{"a":'),
      'two values': await post('{} {}'),
      'a number with leading zero': await post('01'),
      'broken UTF-8': await post(new Uint8Array([0x22, 0xff, 0xfe, 0x22])),
      'an overlong slash': await post(new Uint8Array([0x22, 0xc0, 0xaf, 0x22])),
      'a surrogate in UTF-8': await post(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])),
      'a gzipped body': await post(new Uint8Array([0x1f, 0x8b, 8, 0])),
      'a hundred thousand brackets': await post('['.repeat(100_000) + ']'.repeat(100_000)),
      'deep objects': await post(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
      'JSON by another name': await post('{}', 'application/jsonp'),
      'no type': await post('{}', ''),
    };
    for (const [kind, answer] of Object.entries(bad)) {
      expect([answer.status, await errorCode(answer)], kind).toEqual([400, 'invalid-request']);
    }
    expect(core.reached).toEqual([]);
    expect((await post('{"a":"[[[[ \\" ]]"}')).status).toBe(200);
  });

  test('too much of it is refused by its announced length, or as it comes', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const own = door.ownHeaders(await door.enter());
    const head = Object.entries({ ...own, 'content-type': 'application/json' }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    const start = `POST /rpc/submissions.paste HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n${head.join('')}`;
    const announced = await door.raw(`${start}Content-Length: 10000000000\r\n\r\n{"text":"`);
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    const came = await fetch(`${door.url}/rpc/submissions.paste`, {
      method: 'POST',
      headers: { ...own, 'content-type': 'application/json' },
      body: JSON.stringify({ text: '信'.repeat(3_000_000) }),
    });
    expect([came.status, await errorCode(came)]).toEqual([413, 'too-large']);
    expect(core.reached).toEqual([]);
  });

  test('a paste of two million Chinese characters, the most the contract allows, comes through', async () => {
    const door = await openDoor(standInCore());
    const text = '报'.repeat(2_000_000);
    const answer = await door.call('submissions.paste', { text }, await door.enter());
    expect(await answer.json()).toEqual({ text });
  });

  test('odd methods, climbing and broken paths find nothing', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const cookie = await door.enter();
    const ask = (method: string, target: string) =>
      door.raw(
        `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${cookie}\r\nOrigin: ${door.url}\r\nX-Desk: 1\r\nConnection: close\r\n\r\n`,
      );
    const targets = [
      '/../../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/assets/..%5c..%5cpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '//etc/passwd',
      '/%00',
      '/%ff%fe',
      '/%',
      '/files/../log',
      '/files/originals/..%2f..%2fdesk.db',
      '/files/issues/1/..%2f..%2fdesk.db',
      '/files/logs/desk.log',
      '/rpc/',
      '/session/codes',
    ];
    for (const target of targets) expect(await ask('GET', target), target).toMatch(/^HTTP\/1\.1 4\d\d /);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND']) {
      expect(await ask(method, '/rpc/office.begin'), method).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    expect(core.reached).toEqual([]);
  });

  test('garbage after a good request is cut off', async () => {
    const door = await openDoor(standInCore());
    const good = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n\r\n`;
    const answers = await door.raw(`${good}\u0000\u0001\u0002 garbage\r\n\r\n${good}`);
    expect(answers.match(/HTTP\/1\.1 \d{3}/g)?.at(-1)).toBe('HTTP/1.1 400');
    expect((await fetch(`${door.url}/`, { headers: { accept: 'text/html' } })).status).toBe(401);
  });
});
