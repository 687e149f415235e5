import { Router } from 'express';
import { alarmsOf } from '../../db/alarms.ts';
import { createExaminer } from '../../db/examine.ts';
import type { OpsDeps } from './deps.ts';
import { mayScrape } from './may-scrape.ts';
import { metricsText } from './metrics.ts';

/**
 * What a monitor asks for, beside the panel: `/healthz` (503 if nobody can work, with every alarm by
 * name), `/readyz` (503 while this process should get no visitors) and `/metrics`. Ages, counts and
 * names of alarms only.
 */
export function createOps(deps: OpsDeps): Router {
  const { meter, serving, token } = deps;
  const examine = createExaminer(deps);
  const router = Router();

  router.use(['/healthz', '/readyz', '/metrics'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', async (_req, res) => {
    const examination = await examine();
    const reading = meter.read();
    const { grave, warnings } = alarmsOf(examination, reading, {
      backups: deps.backups,
      bot: deps.bot(),
    });
    const { operations } = examination;
    const status = warnings.length > 0 ? 'warning' : 'ok';
    res.status(grave.length > 0 ? 503 : 200).json({
      status: grave.length > 0 ? 'alarm' : status,
      alarms: [...grave, ...warnings],
      inboxAge: whole(operations?.inbox.oldest),
      outboxAge: whole(operations && Math.max(0, ...operations.outbox.map(({ oldest }) => oldest))),
      backupAge: whole(operations?.backup.age),
      messengerSilence: whole(reading.silence),
    });
  });
  router.get('/readyz', async (_req, res) => {
    const ready = serving() && (await examine()).operations !== null;
    res.status(ready ? 200 : 503).json({ ready });
  });
  router.get('/metrics', async (req, res) => {
    if (!mayScrape(req, token)) {
      res
        .status(token === null ? 403 : 401)
        .type('text')
        .send('Not for you\n');
      return;
    }
    res.type('text/plain; version=0.0.4').send(metricsText(await examine(), meter.read()));
  });
  return router;
}

/** Whole seconds; null where nobody knows. */
function whole(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : Math.round(seconds);
}
