import type { PanelDeps } from '../deps.ts';
import { pageTexts } from './texts.ts';

export type Field = {
  name: string;
  label: string;
  type?: 'text' | 'password';
  value?: string;
  autocomplete?: string;
  optional?: boolean;
};

export type Page = {
  title: string;
  intro?: string;
  /** Why the form came back. */
  problem?: string | undefined;
  /** An SVG of our own making. */
  picture?: string;
  /** To be copied off the page. */
  lines?: readonly string[];
  /** It is posted to `action`; without one to where the page came from. */
  form?: { action?: string; fields: readonly Field[]; button: string };
  /** A second form of one button. */
  other?: { action: string; button: string } | undefined;
  links?: readonly { href: string; label: string }[];
};

const STYLE = `
  *{box-sizing:border-box}
  body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f3f5f7;color:#17222b;
    font:16px/1.45 system-ui,sans-serif}
  main{width:min(25rem,calc(100vw - 2rem));margin:1rem 0;padding:2rem;background:#fff;border-radius:12px;
    box-shadow:0 1px 8px #0d1f2d24}
  .brand{margin:0 0 .25rem;color:#53636f;font-size:.9rem}
  h1{margin:0 0 1rem;font-size:1.4rem}
  label{display:block;margin:0 0 1rem;font-size:.9rem}
  input{display:block;width:100%;margin-top:.25rem;padding:.6rem .7rem;font:inherit;border:1px solid #8897a3;
    border-radius:8px}
  button{width:100%;padding:.7rem;border:0;border-radius:8px;background:#1d5fa8;color:#fff;font:inherit;cursor:pointer}
  .other{margin-top:1rem;background:#e4e9ee;color:#17222b}
  :focus-visible{outline:3px solid #7db3ee;outline-offset:1px}
  svg{display:block;width:15rem;margin:0 auto 1rem}
  pre{margin:0 0 1rem;padding:.7rem;border-radius:8px;background:#f3f5f7;white-space:pre-wrap;text-align:center;
    font-size:1rem}
  .problem{margin:0 0 1rem;padding:.7rem;border-radius:8px;background:#fdeceb;color:#8a1c14}
  .demo{margin:0 0 1rem;padding:.7rem;border-radius:8px;background:#fff5d6}
  a{display:block;margin-top:1rem;color:#1d5fa8;text-align:center}`;

/** A page outside AdminJS: no script at all, everything in it escaped. */
export function renderPage(
  { language, demo }: Pick<PanelDeps, 'language' | 'demo'>,
  nonce: string,
  page: Page,
) {
  const texts = pageTexts(language);
  const { title, intro, problem, picture, lines, form, other, links = [] } = page;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · ${escapeHtml(texts.brand)}</title>
<link rel="icon" href="/admin/frontend/assets/favicon.svg">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<p class="brand">${escapeHtml(texts.brand)}</p>
<h1>${escapeHtml(title)}</h1>
${demo ? `<p class="demo">${escapeHtml(texts.demo)}</p>` : ''}
${intro ? `<p>${escapeHtml(intro)}</p>` : ''}
${problem ? `<p class="problem" role="alert">${escapeHtml(problem)}</p>` : ''}
${picture ?? ''}
${lines ? `<pre>${lines.map(escapeHtml).join('\n')}</pre>` : ''}
${form ? `<form method="post"${form.action ? ` action="${escapeHtml(form.action)}"` : ''}>${form.fields.map(renderField).join('')}<button>${escapeHtml(form.button)}</button></form>` : ''}
${other ? `<form method="post" action="${escapeHtml(other.action)}"><button class="other">${escapeHtml(other.button)}</button></form>` : ''}
${links.map(({ href, label }) => `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`).join('')}
</main>
</body>
</html>`;
}

function renderField({ name, label, type, value, autocomplete, optional }: Field): string {
  const attributes = [
    `name="${name}"`,
    `type="${type ?? 'text'}"`,
    `value="${escapeHtml(value ?? '')}"`,
    `autocomplete="${autocomplete ?? 'off'}"`,
    'maxlength="200"',
    optional ? '' : 'required',
  ];
  return `<label>${escapeHtml(label)}<input ${attributes.filter(Boolean).join(' ')}></label>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
