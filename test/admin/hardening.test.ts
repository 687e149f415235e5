import { access } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
let administrator: PanelClient;
beforeAll(async () => {
  world = await openPanelWorld();
  administrator = await world.loggedIn('administrator');
});
afterAll(() => world.close());

const newSubject = api.create('subject');
const subjects = () => world.db.models.Subject.count();

describe('a request that would change something', () => {
  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a page that hides its origin', { origin: 'null' }],
    ['another site, told by the browser alone', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', { origin: '' }],
  ])('is refused from %s', async (_name, headers) => {
    const before = await subjects();
    const answer = await administrator.post(newSubject, { name: 'Чужой предмет' }, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(`${world.origin}/admin`);
    expect(await subjects()).toBe(before);
  });

  it('is refused at the login too', async () => {
    const answer = await fetch(`${world.origin}/admin/login`, {
      method: 'POST',
      body: new URLSearchParams({ login: 'administrator', password: 'x' }),
      headers: { origin: 'http://evil.example' },
    });
    expect(answer.status).toBe(403);
  });

  it('is taken from our own page', async () => {
    const own = { origin: '', 'sec-fetch-site': 'same-origin' };
    const answer = await administrator.post(newSubject, { name: 'Физика' }, own);
    expect(answer.status).toBe(200);
    expect(await world.db.models.Subject.count({ where: { name: 'Физика' } })).toBe(1);
  });

  it('is taken by POST alone', async () => {
    const path = `${world.origin}/admin${newSubject}`;
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const headers = { origin: world.origin, cookie: administrator.cookie() };
      expect((await fetch(path, { method, headers })).status).toBe(405);
    }
  });
});

describe('a body', () => {
  it('of a stranger is refused before it is read', async () => {
    const { hostname, port } = new URL(world.origin);
    const socket = connect(Number(port), hostname);
    // The head promises 30 MB; the answer comes although not a byte of them was sent.
    socket.write(
      [
        'POST /admin/api/dashboard HTTP/1.1',
        `Host: ${hostname}:${port}`,
        `Origin: ${world.origin}`,
        'Content-Type: multipart/form-data; boundary=x',
        'Content-Length: 31457280',
        '',
        '',
      ].join('\r\n'),
    );
    const [head] = await new Promise<string[]>((resolve, reject) => {
      socket.once('data', (data) => resolve(String(data).split('\r\n')));
      socket.once('error', reject);
    });
    socket.destroy();
    expect(head).toContain('401');
  });

  it.each([
    ['a file', 415, fileForm()],
    ['JSON', 415, JSON.stringify({ name: 'Химия' })],
    ['a form too large', 413, largeForm()],
  ])('with %s is refused from an administrator', async (_name, status, body) => {
    const before = await subjects();
    const headers = {
      origin: world.origin,
      cookie: administrator.cookie(),
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    };
    const path = `${world.origin}/admin${newSubject}`;
    const answer = await fetch(path, { method: 'POST', body, headers });
    expect(answer.status).toBe(status);
    expect(await subjects()).toBe(before);
  });
});

describe('a page', () => {
  it('allows no script, frame or form but its own', async () => {
    for (const path of ['/login', '/resources/mark']) {
      const policy = (await administrator.get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'(;|$)/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it('gives each inline script the nonce of its own answer', async () => {
    const [first, second] = [await administrator.get(''), await administrator.get('')];
    const nonce = /'nonce-([^']+)'/.exec(first.headers.get('content-security-policy') ?? '')?.[1];
    const page = await first.text();
    expect(page.match(/<script(?![^>]*src=)/g)?.length).toBeGreaterThan(1);
    expect(page.match(/<script>/g)).toBeNull();
    expect(page).toContain(`<script nonce="${nonce}">`);
    expect(await second.text()).not.toContain(String(nonce));
  });

  it('asks nothing of third parties and praises nobody', async () => {
    const page = await (await administrator.get('')).text();
    expect(page).not.toMatch(/(src|href)="https?:/);
    expect(page).toContain('<title>Журнал</title>');
    expect(page).toContain('"withMadeWithLove":false');
  });

  it('holds a name as text, whatever the name is', async () => {
    const nasty = '</script><script>alert(1)</script>';
    const rename = (lastName: string) =>
      world.db.write(({ db, transaction }) =>
        db.models.Person.update(
          { lastName },
          { where: { id: world.people.administrator }, transaction },
        ),
      );
    await rename(nasty);
    const page = await (await administrator.get('')).text();
    await rename('Щёголева');
    expect(page).toContain('\\u003c/script>');
    expect(page).not.toContain(nasty);
  });

  it('tells the browser no more of the user than a name and an id', async () => {
    const page = await (await administrator.get('')).text();
    const session = /"session":(\{[^}]*\})/.exec(page)?.[1] ?? '';
    expect(Object.keys(JSON.parse(session)).sort()).toEqual(['email', 'id', 'title']);
  });

  it('is not kept by the browser, the scripts are', async () => {
    expect((await administrator.get('')).headers.get('cache-control')).toBe('no-store');
    const script = await administrator.get('/frontend/assets/app.bundle.js');
    expect(script.status).toBe(200);
    const etag = script.headers.get('etag') ?? '';
    const again = await fetch(`${world.origin}/admin/frontend/assets/app.bundle.js`, {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });
});

describe('the bundle', () => {
  it('is there without a login, without a build and without a folder to write to', async () => {
    for (const name of ['global', 'design-system', 'app', 'components']) {
      const answer = await world.visitor().get(`/frontend/assets/${name}.bundle.js`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('javascript');
      expect(await answer.text()).not.toContain('sourceMappingURL=data');
    }
    await expect(access('.adminjs')).rejects.toThrow();
  });
});

describe('a question the panel does not offer', () => {
  const list = (query: string) => administrator.get(api.list('outbox', `?${query}`));

  it.each([
    'filters.payload=secret',
    'filters.leaseToken=a',
    'filters.nothing=1',
    'sortBy=payload',
    'sortBy=nothing',
    'direction=sideways',
    'searchProperty=payload',
    'filters.state=sent&filters.state=dead',
    'whatever=1',
  ])('gets 400: %s', async (query) => {
    expect((await list(query)).status).toBe(400);
  });

  it.each(['/api/resources/credential/actions/list', '/api/resources/mark/actions/explode'])(
    'gets 404: %s',
    async (path) => {
      const answer = await administrator.get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('    at ');
    },
  );

  it('never gets more than a hundred rows', async () => {
    await world.db.write(({ db, transaction }) =>
      db.models.Subject.bulkCreate(
        Array.from({ length: 130 }, (_, n) => ({ name: `Предмет ${n}` })),
        { transaction },
      ),
    );
    for (const path of [
      api.list('subject', '?perPage=1000000'),
      api.search('subject', 'предмет').concat('?perPage=1000000'),
      api.list('subject', '?perPage=-5&page=-3'),
    ]) {
      const { records = [] } = await answerOf(administrator.get(path));
      expect(records.length).toBeGreaterThan(0);
      expect(records.length).toBeLessThanOrEqual(100);
    }
  });

  it('gets one sentence and no stack when something breaks', async () => {
    const broken = await administrator.get('/resources/mark/bulk/bulkDelete');
    expect(broken.status).toBe(500);
    const text = await broken.text();
    expect(JSON.parse(text)).toEqual({ message: 'Что-то пошло не так. Попробуйте ещё раз.' });
    expect(world.logged.join('')).toContain('request failed');
  });
});

function fileForm(): FormData {
  const form = new FormData();
  form.set('name', 'Химия');
  form.set('shortName', new File(['x'.repeat(100)], 'a.txt'));
  return form;
}

function largeForm(): FormData {
  const form = new FormData();
  form.set('name', 'я'.repeat(100_000));
  return form;
}
