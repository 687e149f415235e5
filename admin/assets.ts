import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';

const COMPONENTS = join(dirname(fileURLToPath(import.meta.url)), 'components');
// What the other components stand on.
const FIRST = 'parts.js';

/**
 * The panel's scripts and styles: AdminJS's own bundles as its package ships them, and our parts as
 * they lie in `components/`. Nothing is bundled at start, no folder need be writable, and AdminJS
 * itself isn't loaded for it.
 */
export function panelAssets(): Router {
  const router = Router();
  let components: Promise<string> | undefined;
  router.get('/frontend/assets/components.bundle.js', async (_req, res) => {
    components ??= ownComponents();
    res
      .set('Cache-Control', 'no-cache')
      .type('js')
      .send(await components);
  });
  for (const [name, file] of Object.entries(assetFiles())) {
    router.get(`/frontend/assets/${name}`, (_req, res) => {
      // Browsers keep them and ask whether they changed: the answer is 304 without a body.
      res.set('Cache-Control', 'no-cache');
      res.sendFile(file, { cacheControl: false, dotfiles: 'allow' });
    });
  }
  return router;
}

function assetFiles(): Record<string, string> {
  const { resolve } = createRequire(import.meta.url);
  const adminjs = join(dirname(resolve('adminjs')), 'lib/frontend/assets');
  const designSystem = dirname(resolve('@adminjs/design-system'));
  const fonts = ['icomoon.eot', 'icomoon.svg', 'icomoon.ttf', 'icomoon.woff'];
  return {
    'global.bundle.js': join(adminjs, 'scripts/global-bundle.production.js'),
    'app.bundle.js': join(adminjs, 'scripts/app-bundle.production.js'),
    'design-system.bundle.js': join(designSystem, '../bundle.production.js'),
    'panel.css': join(COMPONENTS, 'panel.css'),
    'favicon.svg': join(COMPONENTS, 'favicon.svg'),
    'icomoon.css': join(adminjs, 'styles/icomoon.css'),
    ...Object.fromEntries(fonts.map((name) => [name, join(adminjs, 'fonts', name)])),
  };
}

/** All of `components/` as the one script that AdminJS's page asks for. */
async function ownComponents(): Promise<string> {
  const names = (await readdir(COMPONENTS)).filter(
    (name) => name.endsWith('.js') && name !== FIRST,
  );
  const files = [FIRST, ...names.toSorted()];
  const texts = await Promise.all(files.map((name) => readFile(join(COMPONENTS, name), 'utf8')));
  return texts.join('');
}
