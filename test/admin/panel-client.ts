/** What a browser would keep of the panel: its address and its cookie. */
export type PanelClient = {
  get: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts a form as AdminJS's own client does; `headers` may replace the origin. */
  post: (
    path: string,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Posts a plain form, as the pages around the panel do. */
  postForm: (path: string, fields: Record<string, string>) => Promise<Response>;
  login: (login: string, password: string) => Promise<Response>;
  /** The cookie header that would be sent next. */
  cookie: () => string;
};

/** What AdminJS's actions answer. */
export type PanelAnswer = {
  record?: PanelRecord;
  records?: PanelRecord[];
  meta?: { total: number; perPage: number };
  notice?: { type: string; message: string };
  link?: string;
};

type PanelRecord = {
  id: number | string;
  title: string;
  params: Record<string, unknown>;
  populated: Record<string, { title: string } | undefined>;
  errors: Record<string, { message: string } | undefined>;
};

export async function answerOf(response: Response | Promise<Response>): Promise<PanelAnswer> {
  return (await (await response).json()) as PanelAnswer;
}

/** Record actions of AdminJS by their real addresses. */
export const api = {
  list: (resource: string, query = '') => `/api/resources/${resource}/actions/list${query}`,
  search: (resource: string, text: string) =>
    `/api/resources/${resource}/actions/search/${encodeURIComponent(text)}`,
  create: (resource: string) => `/api/resources/${resource}/actions/new`,
  record: (resource: string, id: number | string, action: string) =>
    `/api/resources/${resource}/records/${id}/${action}`,
};

/** A visitor of the panel at `origin`, logged in nowhere yet. Redirects are not followed. */
export function createPanelClient(origin: string, cookie = ''): PanelClient {
  const jar = { cookie };
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (jar.cookie) {
      headers.set('cookie', jar.cookie);
    }
    const response = await fetch(`${origin}/admin${path}`, {
      ...init,
      headers,
      redirect: 'manual',
    });
    const [pair] = response.headers.get('set-cookie')?.split(';') ?? [];
    if (pair) {
      jar.cookie = pair.endsWith('=') ? '' : pair;
    }
    // The panel moves the session's end after the headers: an answer is over when its body is.
    return new Response(await response.arrayBuffer(), {
      status: response.status,
      headers: response.headers,
    });
  };
  const postForm = (path: string, fields: Record<string, string>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } });
  return {
    get: (path, init = {}) => send(path, init),
    post: (path, fields = {}, headers = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        body.set(name, value);
      }
      return send(path, { method: 'POST', body, headers: { origin, ...headers } });
    },
    postForm,
    login: (login, password) => postForm('/login', { login, password }),
    cookie: () => jar.cookie,
  };
}
