import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { methods } from '../../shared/contract/index.ts';
import { portalMethods } from '../../shared/contract/portal/index.ts';
import type { DraftView, HandInReceipt, UnitCircular } from '../../shared/contract/portal/views.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { rulesPresets } from '../../shared/domain/scoring/presets.ts';
import { blankFields, newDraft } from '../core/portal/unit.ts';
import { openDesk, sign, type TestDesk } from '../core/support/desk.ts';
import { errorCode } from './support/door.ts';
import { cookieOf, openPortal, type TestPortal } from './support/portal.ts';

let desk: TestDesk;
let portal: TestPortal;
beforeEach(async () => {
  desk = await openDesk();
  portal = await openPortal(desk);
});
afterEach(() => desk.close());

const send = async (cookie: string, more: object = {}) => {
  const id = newDraft();
  const fields = { ...blankFields, title: '审计整改', text: '发现问题12个。', ...more };
  const answer = await portal.call('/rpc/handIns.send', { id, fields }, cookie);
  expect(answer.status).toBe(200);
  return (await answer.json()) as HandInReceipt;
};

describe('without a sign-in', () => {
  test('no method and no file answers, with no, a made-up or a signed-out cookie; only the page itself does', async () => {
    const { cookie } = await portal.enter('区审计局');
    await portal.call('/sign-out', {}, cookie);
    for (const tried of ['', `desk-unit-${portal.port}=desk_${'A'.repeat(43)}`, cookie]) {
      for (const name of Object.keys(portalMethods)) {
        const answer = await portal.call(`/rpc/${name}`, {}, tried);
        expect([answer.status, await errorCode(answer)], name).toEqual([401, 'session-expired']);
      }
      for (const path of ['/files/hand-ins/x/0', '/files/drafts/x', '/files/', '/rpc/'])
        expect((await fetch(portal.url + path, { headers: { cookie: tried } })).status, path).toBeGreaterThanOrEqual(
          400,
        );
    }
    const page = await fetch(`${portal.url}/`, { headers: { accept: 'text/html' } });
    expect([page.status, (await page.text()).includes('区审计局')]).toEqual([200, false]);
  });

  test('a slip’s code opens nothing but the change of it', async () => {
    const id = (await desk.call('departments.list', {}))[0]?.id;
    expect(id).toBeUndefined();
    const { cookie } = await portal.enter('区审计局');
    const [unit] = await desk.call('departments.list', {});
    const [issued] = await desk.call('portal.issueCodes', { departmentIds: [unit?.id ?? expect.unreachable()] });
    expect((await portal.call('/rpc/drafts.list', {}, cookie)).status).toBe(401);
    const fresh = cookieOf(await portal.call('/sign-in', { unit: '区审计局', code: issued?.code }));
    const upload = await fetch(`${portal.url}/files/drafts/x?name=a.txt`, {
      method: 'POST',
      headers: { 'x-desk': '1', 'content-type': 'application/octet-stream', cookie: fresh },
      body: 'x',
    });
    expect([await errorCode(await portal.call('/rpc/drafts.list', {}, fresh)), await errorCode(upload)]).toEqual([
      'code-must-change',
      'code-must-change',
    ]);
  });
});

test('no editor’s method, file, event stream or session can be asked for through this door', async () => {
  const { cookie } = await portal.enter('区审计局');
  for (const name of Object.keys(methods).filter((one) => !Object.hasOwn(portalMethods, one)))
    expect([await errorCode(await portal.call(`/rpc/${name}`, {}, cookie)), name]).toEqual(['unknown-method', name]);
  for (const path of [
    '/events',
    '/session?code=x',
    '/files/originals/x',
    '/files/departments.xlsx',
    '/files/issues/x/y.pdf',
  ]) {
    const answer = await fetch(portal.url + path, { headers: { cookie, accept: 'application/json' } });
    expect([answer.status >= 400, path]).toEqual([true, path]);
  }
  expect((await portal.call('/session/codes', {}, cookie)).status).toBeGreaterThanOrEqual(400);
  expect((await portal.call('/files/intake?name=a.txt', {}, cookie)).status).toBeGreaterThanOrEqual(400);
});

describe('another unit’s', () => {
  test('hand-in, draft, attachment and thread are not there, exactly as what never was', async () => {
    const mine = await portal.enter('区审计局');
    const theirs = await portal.enter('区财政局');
    const id = newDraft();
    await portal.call('/rpc/drafts.save', { id, fields: blankFields }, theirs.cookie);
    await fetch(`${portal.url}/files/drafts/${id}?name=a.txt`, {
      method: 'POST',
      headers: { 'x-desk': '1', 'content-type': 'application/octet-stream', cookie: theirs.cookie },
      body: '区财政局的内容。（区财政局）',
    });
    const sent = await send(theirs.cookie);
    const asked = async (path: string, body: object) => {
      const answer = await portal.call(path, body, mine.cookie);
      return `${answer.status} ${await answer.text()}`;
    };
    for (const [path, body] of [
      ['/rpc/handIns.get', { id: sent.id }],
      ['/rpc/handIns.withdraw', { id: sent.id }],
      ['/rpc/handIns.check', { id }],
      ['/rpc/handIns.send', { id: newDraft(), fields: { ...blankFields, text: '答', answers: sent.id } }],
      [
        '/rpc/handIns.send',
        { id: newDraft(), fields: { ...blankFields, text: '续', urgent: { stage: 'followUp', chain: sent.id } } },
      ],
    ] as const) {
      const invented = JSON.parse(JSON.stringify(body).replaceAll(sent.id, 'never-was').replaceAll(id, 'never-was'));
      expect(await asked(path, body), path).toBe(await asked(path, invented));
      expect(await asked(path, body), path).toMatch(/^404 /);
    }
    const file = (owner: string, which: string) =>
      fetch(`${portal.url}/files/hand-ins/${which}/0`, { headers: { cookie: owner } });
    expect((await file(mine.cookie, sent.id)).status).toBe(404);
    expect(await (await portal.call('/rpc/drafts.list', {}, mine.cookie)).json()).toEqual([]);
  });

  test('draft id taken by mine makes two drafts, neither seeing the other', async () => {
    const mine = await portal.enter('区审计局');
    const theirs = await portal.enter('区财政局');
    const id = newDraft();
    await portal.call('/rpc/drafts.save', { id, fields: { ...blankFields, title: '他们的' } }, theirs.cookie);
    await portal.call('/rpc/drafts.save', { id, fields: { ...blankFields, title: '我们的' } }, mine.cookie);
    const [draft] = (await (await portal.call('/rpc/drafts.list', {}, theirs.cookie)).json()) as DraftView[];
    expect(draft?.title).toBe('他们的');
  });
});

describe('points and 通报', () => {
  test('tell a unit nothing of another but the ranking that was published, and nothing before it was', async () => {
    const mine = await portal.enter('区审计局');
    await portal.enter('区财政局');
    const theirs = (await desk.call('departments.list', {})).find(({ shortName }) => shortName === '区财政局');
    const other = theirs?.id ?? expect.unreachable();
    const [preset] = rulesPresets;
    await desk.call('scoring.saveRules', {
      id: null,
      validFrom: '2020-01-01' as IsoDate,
      rules: preset?.rules ?? expect.unreachable(),
    });
    const { submissions } = await desk.call('submissions.type', {
      title: '财政增收节支',
      text: '财政增收节支的正文。',
      departmentId: other,
      receivedDate: '2020-03-05' as IsoDate,
      fields: { author: null, signer: null, phone: null },
    });
    const ids = submissions.map(({ id }) => id);
    await desk.call('submissions.shortlist', { ids });
    const { itemId } = await desk.call('submissions.get', { id: ids[0] ?? expect.unreachable() });
    const issue = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: '2020-03-06' as IsoDate,
      theme: '',
      correctsId: null,
    });
    await desk.call('issues.setEntries', {
      id: issue.id,
      version: issue.version,
      entries: [{ itemId: itemId ?? expect.unreachable(), kind: 'item', section: null }],
    });
    await sign(desk, issue.id);
    const span = { from: '2020-01-01' as IsoDate, to: '2020-03-31' as IsoDate, publicationId: null };
    const circular = await desk.call('circulars.create', { ...span, kind: 'quarterly', date: '2020-03-06' as IsoDate });
    const ask = async (path: string, input: object) => {
      const answer = await portal.call(path, input, mine.cookie);
      return [answer.status, await answer.text()] as const;
    };
    const secrets = ['区财政局', '财政增收节支', other];

    const standing = await ask('/rpc/unit.standing', { from: '2020-01', to: '2020-03', departmentId: other });
    expect(standing[0]).toBe(200);
    for (const secret of secrets) expect(standing[1]).not.toContain(secret);
    const unpublished = await ask('/rpc/circulars.get', { id: circular.id });
    expect(unpublished).toEqual(await ask('/rpc/circulars.get', { id: 'never-was' }));
    expect(unpublished[0]).toBe(404);
    expect(await ask('/rpc/circulars.list', {})).toEqual([200, '[]']);

    await desk.call('circulars.publish', { id: circular.id, version: circular.version });
    const [status, text] = await ask('/rpc/circulars.get', { id: circular.id });
    const seen = JSON.parse(text) as UnitCircular;
    expect([status, seen.groups.flatMap(({ units }) => units.map(({ unit }) => unit)).sort()]).toEqual([
      200,
      ['区审计局', '区财政局'],
    ]);
    // The opening names those ahead, as printed.
    for (const secret of secrets) expect(JSON.stringify({ ...seen, groups: [], opening: '' })).not.toContain(secret);
    for (const secret of ['财政增收节支', other]) expect(text).not.toContain(secret);
  });
});

describe('a foreign page', () => {
  test('cannot write: no own header, a foreign origin, a form’s types', async () => {
    const { cookie } = await portal.enter('区审计局');
    const body = JSON.stringify({ id: newDraft(), fields: { ...blankFields, text: '伪造' } });
    const tries: Record<string, string>[] = [
      { 'content-type': 'application/json', origin: 'http://evil.example', 'x-desk': '1' },
      { 'content-type': 'application/json' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'multipart/form-data; boundary=x', 'x-desk': '1' },
      { 'content-type': 'application/json', 'x-desk': '1', 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of tries) {
      const answer = await fetch(`${portal.url}/rpc/handIns.send`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body,
      });
      expect([answer.status >= 400, JSON.stringify(headers)]).toEqual([true, JSON.stringify(headers)]);
    }
    expect((await (await portal.call('/rpc/handIns.list', { offset: 0, limit: 9 }, cookie)).json()) as object).toEqual({
      rows: [],
      total: 0,
    });
  });

  test.each(['evil.example', '127.0.0.1.evil', 'localhost.evil:80', '', '127.0.0.1', 'LOCALHOST:1'])(
    'under the name “%s” (DNS rebinding) is refused',
    async (host) => {
      const answer = await raw(portal.port, `GET / HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    },
  );
});

describe('what a unit sends', () => {
  const SCRIPT = '<script>window.__pwned=1</script><img src=x onerror=alert(1)>';

  test('comes back as text, and a file as a download that no page is made of', async () => {
    const { cookie } = await portal.enter('区审计局');
    const id = newDraft();
    await portal.call('/rpc/drafts.save', { id, fields: blankFields }, cookie);
    await fetch(`${portal.url}/files/drafts/${id}?name=${encodeURIComponent('../../<img onerror=x>.txt')}`, {
      method: 'POST',
      headers: { 'x-desk': '1', 'content-type': 'application/octet-stream', cookie },
      body: `正文${SCRIPT}`,
    });
    const fields = { ...blankFields, title: SCRIPT, text: SCRIPT };
    const { id: handIn } = (await (
      await portal.call('/rpc/handIns.send', { id, fields }, cookie)
    ).json()) as HandInReceipt;
    const shown = await portal.call('/rpc/handIns.get', { id: handIn }, cookie);
    expect([shown.headers.get('content-type'), (await shown.json()) as object]).toEqual([
      'application/json',
      expect.objectContaining({ title: SCRIPT }),
    ]);
    const file = await fetch(`${portal.url}/files/hand-ins/${handIn}/0`, { headers: { cookie } });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(file.headers.get('content-disposition')).not.toMatch(/[<>]|\.\./);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
  });

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['CON.docx', '_CON.docx'],
    [`${'长'.repeat(300)}.txt`, undefined],
  ])('a file named %s is kept under a harmless name', async (name, expected) => {
    const { cookie } = await portal.enter('区审计局');
    const id = newDraft();
    await portal.call('/rpc/drafts.save', { id, fields: blankFields }, cookie);
    const answer = await fetch(`${portal.url}/files/drafts/${id}?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'x-desk': '1', 'content-type': 'application/octet-stream', cookie },
      body: 'x',
    });
    const [file] = (await answer.json()) as { name: string }[];
    if (expected !== undefined) expect(file?.name).toBe(expected);
    expect(Buffer.byteLength(file?.name ?? '')).toBeLessThanOrEqual(200);
  });

  test('over its limit is refused and never held: a file of 21 MB, fields of 3 MB, eleven files', async () => {
    const { cookie } = await portal.enter('区审计局');
    const id = newDraft();
    await portal.call('/rpc/drafts.save', { id, fields: blankFields }, cookie);
    const upload = (body: BodyInit, name: string) =>
      fetch(`${portal.url}/files/drafts/${id}?name=${name}`, {
        method: 'POST',
        headers: { 'x-desk': '1', 'content-type': 'application/octet-stream', cookie },
        body,
      });
    expect((await upload(new Uint8Array(21 * 1024 * 1024), 'a.txt')).status).toBe(413);
    expect((await portal.call('/rpc/drafts.save', { id, fields: 'x'.repeat(3 * 1024 * 1024) }, cookie)).status).toBe(
      413,
    );
    for (let i = 0; i < 10; i++) expect((await upload(`文件${i}`, `${i}.txt`)).status).toBe(200);
    expect(await errorCode(await upload('第十一个', '11.txt'))).toBe('too-many-files');
  });

  test('broken off in the middle of an upload leaves nothing behind', async () => {
    const { cookie } = await portal.enter('区审计局');
    const id = newDraft();
    await portal.call('/rpc/drafts.save', { id, fields: blankFields }, cookie);
    const head = `POST /files/drafts/${id}?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\nx-desk: 1\r\ncookie: ${cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nhalf`;
    await raw(portal.port, head, 200);
    const [draft] = (await (await portal.call('/rpc/drafts.list', {}, cookie)).json()) as DraftView[];
    expect(draft?.files).toEqual([]);
  });
});

describe('signing in', () => {
  test('begins a new session whatever cookie came along, and ends the old one', async () => {
    const { cookie, code } = await portal.enter('区审计局');
    const again = cookieOf(await portal.call('/sign-in', { unit: '区审计局', code }, cookie));
    expect(again).not.toBe(cookie);
    expect((await portal.call('/rpc/unit.get', {}, cookie)).status).toBe(401);
    const planted = `desk-unit-${portal.port}=desk_${'B'.repeat(43)}`;
    const fresh = cookieOf(await portal.call('/sign-in', { unit: '区审计局', code }, planted));
    expect([fresh === planted, (await portal.call('/rpc/unit.get', {}, planted)).status]).toEqual([false, 401]);
  });

  test('sets a cookie no script can read and no other site sends, and says the same for an unknown unit', async () => {
    const { code } = await portal.enter('区审计局');
    const answer = await portal.call('/sign-in', { unit: '区审计局', code });
    expect(answer.headers.get('set-cookie')).toMatch(
      /; HttpOnly; SameSite=Strict|; SameSite=Strict; .*HttpOnly|HttpOnly/,
    );
    expect(answer.headers.get('set-cookie')).toContain('SameSite=Strict');
    const wrong = await portal.call('/sign-in', { unit: '区审计局', code: 'wrong' });
    const unknown = await portal.call('/sign-in', { unit: '无此单位', code: 'wrong' });
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
  });

  test('is slowed after five wrong guesses, and says for how long', async () => {
    await portal.enter('区审计局');
    for (let i = 0; i < 4; i++) await portal.call('/sign-in', { unit: '无此单位', code: String(i) });
    await portal.call('/sign-in', { unit: '无此单位', code: 'x' });
    const slowed = await portal.call('/sign-in', { unit: '无此单位', code: 'x' });
    expect([slowed.status, await errorCode(slowed)]).toEqual([429, 'slow-down']);
  });

  test('leaves no code and no token in answers, addresses or the log', async () => {
    const { cookie, code } = await portal.enter('区审计局');
    const token = cookie.split('=')[1] ?? '';
    await portal.call('/rpc/unit.changeCode', { oldCode: 'x', newCode: 'short' }, cookie);
    await portal.call('/sign-in', { unit: code, code });
    await fetch(`${portal.url}/${token}`, { headers: { cookie } });
    for (const secret of [code, token]) expect(portal.logged().replaceAll(`/${token}`, '')).not.toContain(secret);
  });
});

test('every answer carries the strict headers, errors and the page too', async () => {
  const { cookie } = await portal.enter('区审计局');
  const answers = [
    await fetch(`${portal.url}/`, { headers: { accept: 'text/html' } }),
    await portal.call('/rpc/unit.get', {}, cookie),
    await portal.call('/rpc/unit.get', {}),
    await portal.call('/rpc/nothing', {}, cookie),
    await fetch(`${portal.url}/nothing`),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

/** Sends bytes as they are; what came back once the other side closes or `patience` ms have passed in silence. */
function raw(port: number, text: string, patience = 400): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(patience, () => socket.destroy());
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
  });
}
