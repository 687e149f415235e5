import type { RequestHandler } from 'express';

/**
 * Refuses every request that may change something unless the browser says that one of our own pages
 * sent it. A request that says nothing of its origin is refused too. `sentence` tells a person who
 * opened the panel at another address what to do.
 */
export function originCheck(origin: string, sentence: string): RequestHandler {
  return (req, res, next) => {
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (reads || req.get('origin') === origin || req.get('sec-fetch-site') === 'same-origin') {
      next();
      return;
    }
    res.status(403).type('text').send(sentence);
  };
}
