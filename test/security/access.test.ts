import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MethodName, methods } from '../../shared/contract/index.ts';
import { type Role, roleSchema } from '../../shared/domain/people.ts';
import { openDesk, type TestDesk } from '../core/support/desk.ts';
import { errorCode, openDoor, type TestDoor } from './support/door.ts';

const names = Object.keys(methods) as MethodName[];
const roles = roleSchema.options;

let desk: TestDesk;
const people = new Map<Role | 'gone', string>();

beforeAll(async () => {
  desk = await openDesk();
  for (const role of roles) {
    const { id } = await desk.call('people.save', { id: null, name: role, roles: [role], active: true });
    people.set(role, id);
  }
  const gone = await desk.call('people.save', { id: null, name: '调离', roles: [...roles], active: true });
  people.set('gone', gone.id);
});
afterAll(() => desk.close());

/** A session in which this person was chosen; `gone` has been set inactive since. */
async function cookieOf(door: TestDoor, who: Role | 'gone'): Promise<string> {
  const cookie = await door.enter();
  const chosen = await door.call('session.choose', { personId: people.get(who) }, cookie);
  expect(chosen.status).toBe(200);
  return cookie;
}

const answerTo = async (asking: Promise<Response>) => {
  const answer = await asking;
  return answer.ok ? 'ok' : `${answer.status} ${await errorCode(answer)}`;
};

describe('every method of the table', () => {
  test('is closed to who has no session, a made-up one, or one of another program', async () => {
    const door = await openDoor(desk.core);
    const other = await openDoor(desk.core);
    const [name] = (await door.enter()).split('=');
    const foreign = (await other.enter()).split('=')[1];
    for (const method of names) {
      for (const cookie of ['', `${name}=desk_${'A'.repeat(43)}`, `${name}=${foreign}`]) {
        expect(await answerTo(door.call(method, {}, cookie)), method).toBe('401 session-expired');
      }
    }
  });

  test('is closed to a window where nobody has been chosen, and to a person who has left', async () => {
    const door = await openDoor(desk.core);
    const nobody = await door.enter();
    const left = await cookieOf(door, 'gone');
    await desk.call('people.save', { id: people.get('gone') as never, name: '调离', roles: [...roles], active: false });
    for (const method of names.filter((one) => methods[one].allowed !== 'anyone')) {
      expect(await answerTo(door.call(method, {}, nobody)), method).toBe('401 not-signed-in');
      expect(await answerTo(door.call(method, {}, left)), method).toBe('401 not-signed-in');
    }
  });

  test.each(roles)('is open to %s exactly where the table says so', async (role) => {
    const door = await openDoor(desk.core);
    const cookie = await cookieOf(door, role);
    for (const method of names) {
      const { allowed } = methods[method];
      const answer = await answerTo(door.call(method, null, cookie));
      const open = allowed === 'anyone' || allowed.includes(role as never);
      // The role is looked at before the input, which is none.
      expect(answer, method).toBe(open ? '400 invalid-input' : '403 not-allowed');
    }
  });

  test('survives what is no input: nothing runs, nothing breaks, no prototype is touched', async () => {
    const door = await openDoor(desk.core);
    const cookie = await cookieOf(door, 'editor');
    const before = await desk.call('office.log', { subject: null, limit: 500 });
    const own = { ...door.ownHeaders(cookie), 'content-type': 'application/json' };
    const bodies = [
      'null',
      '[]',
      '"x"',
      '-1e309',
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      '{"id":{"toString":1},"ids":{"length":1e9},"search":["a"],"limit":1e308,"text":{"length":5}}',
    ];
    for (const method of names.filter((one) => methods[one].kind === 'command')) {
      for (const body of bodies) {
        const answer = await fetch(`${door.url}/rpc/${method}`, { method: 'POST', headers: own, body });
        expect(answer.status, `${method} ${body}`).toBeOneOf([400, 403]);
      }
    }
    expect('polluted' in {}).toBe(false);
    expect(await desk.call('office.log', { subject: null, limit: 500 })).toEqual(before);
  });
});

test('a name that is not in the table is unknown, whatever objects may call theirs', async () => {
  const door = await openDoor(desk.core);
  const cookie = await cookieOf(door, 'editor');
  const strange = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    '__defineGetter__',
  ];
  const near = [
    'session.get ',
    'Session.get',
    'session',
    'session.get.constructor',
    'session%00.get',
    '来稿',
    'a'.repeat(5_000),
  ];
  for (const name of [...strange, ...near]) {
    expect(await answerTo(door.call(encodeURI(name), {}, cookie)), name).toBe('404 unknown-method');
  }
  for (const name of ['', 'a/b', '..', '%2e%2e/files/intake']) {
    expect(await answerTo(door.call(name, {}, cookie)), name).toMatch(/^40[04] /);
  }
});

describe('every file route', () => {
  const downloads = ['departments.xlsx', 'recipients.xlsx', 'originals/x', 'issues/x/issue.pdf'];
  const uploads = ['intake', 'departments', 'recipients'];

  test('is closed without a session or a chosen person', async () => {
    const door = await openDoor(desk.core);
    const doors = [
      ['', '401 session-expired'],
      [await door.enter(), '401 not-signed-in'],
    ] as const;
    for (const [cookie, refusal] of doors) {
      const headers = { ...door.ownHeaders(cookie), 'content-type': 'application/octet-stream' };
      const get = (path: string) => answerTo(fetch(`${door.url}/files/${path}`, { headers }));
      const post = (path: string) =>
        answerTo(fetch(`${door.url}/files/${path}?name=a.txt`, { method: 'POST', headers, body: '文' }));
      for (const path of downloads) expect(await get(path), path).toBe(refusal);
      for (const path of uploads) expect(await post(path), path).toBe(refusal);
    }
  });

  test('takes files from editors only', async () => {
    const door = await openDoor(desk.core);
    for (const role of roles.filter((one) => one !== 'editor')) {
      const headers = { ...door.ownHeaders(await cookieOf(door, role)), 'content-type': 'application/octet-stream' };
      for (const path of uploads) {
        const answer = fetch(`${door.url}/files/${path}?name=a.txt`, { method: 'POST', headers, body: '文' });
        expect(await answerTo(answer), `${role} ${path}`).toBe('403 not-allowed');
      }
    }
  });

  test('finds nothing under an id that is not there', async () => {
    const door = await openDoor(desk.core);
    const headers = door.ownHeaders(await cookieOf(door, 'editor'));
    for (const path of ['originals/x', 'issues/x/issue.pdf', `originals/${'a'.repeat(64)}`]) {
      expect(await answerTo(fetch(`${door.url}/files/${path}`, { headers })), path).toBe('404 not-found');
    }
  });
});

test('pages and events are closed without a session', async () => {
  const door = await openDoor(desk.core);
  for (const path of ['/', '/items', '/assets/index-1a2b.js', '/events']) {
    expect((await fetch(door.url + path)).status, path).toBe(401);
  }
});
