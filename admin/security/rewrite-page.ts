import type { RequestHandler } from 'express';
import { nonceOf } from './headers.ts';

const STATE_BEGINS = 'window.REDUX_STATE = ';
const STATE_ENDS = ';\n        window.THEME = ';

/** Passes every HTML page of AdminJS through `rewritePage`. */
export function rewritePages(): RequestHandler {
  return (_req, res, next) => {
    const send = res.send.bind(res);
    res.send = (body: unknown) => send(isPage(body) ? rewritePage(body, nonceOf(res)) : body);
    next();
  };
}

/**
 * Makes a page of AdminJS fit for a strict policy: no markup inside its JSON state, a nonce on inline
 * scripts, no font of a third party. Throws on a page it doesn't recognise rather than let it pass.
 */
export function rewritePage(html: string, nonce: string): string {
  const begin = html.indexOf(STATE_BEGINS) + STATE_BEGINS.length;
  // JSON holds no line breaks, so this can only be the end of the state.
  const end = html.indexOf(STATE_ENDS, begin);
  if (begin < STATE_BEGINS.length || end < 0) {
    throw new Error('AdminJS changed its page: the state was not found');
  }
  const state = html.slice(begin, end).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
  const rest = html
    .slice(end)
    .replace(/<(script|style)>/g, `<$1 nonce="${nonce}">`)
    .replace(/<link[^>]*fonts\.googleapis\.com[^>]*>/g, '');
  return `${html.slice(0, begin).replaceAll('<script>', `<script nonce="${nonce}">`)}${state}${rest}`;
}

function isPage(body: unknown): body is string {
  return typeof body === 'string' && body.trimStart().startsWith('<!DOCTYPE html>');
}
