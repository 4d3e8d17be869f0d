import { spawnSync } from 'node:child_process';
import { expect, test } from './support/app.ts';

test('the first start asks for the office, and keeps to its own machine', async ({ app }) => {
  const outside: string[] = [];
  const complaints: string[] = [];
  app.page.on('request', (request) => {
    if (!/^(?:app|blob|data):|^http:\/\/127\.0\.0\.1[:/]/.test(request.url())) outside.push(request.url());
  });
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  app.page.on('pageerror', (error) => complaints.push(String(error)));
  await app.page.reload();
  await expect(app.page.getByRole('heading').first()).toBeVisible();
  await expect(app.page.getByRole('textbox').first()).toBeEditable();
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});

test('an office once set up is there again after a restart, also after a kill', async ({ office }) => {
  await office.restart();
  expect((await office.call('session.get', {})).office?.name).toBe('中共上街区委办公室');
  await office.restart('kill');
  await office.signIn();
  await expect(office.page.getByRole('link', { name: /来稿/ })).toBeVisible();
});

test('a second program on the same data is refused with a sentence', async ({ office }) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['electron/cli.ts', 'check', '--data', office.dataDir],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('正被另一个程序使用');
});

test('the sample office opens with submissions to work on', async ({ sample }) => {
  const { total } = await sample.call('submissions.list', {
    state: 'new',
    search: '',
    departmentId: null,
    offset: 0,
    limit: 1,
  });
  expect(total).toBeGreaterThan(5);
});
