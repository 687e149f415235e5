import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startEchoBot } from './echo-bot.ts';
import { call, openSandbox, PIXEL } from './open-sandbox.ts';

const CHROMIUM = '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);

describe.skipIf(missing)(`the chat page${missing ? ' (Chromium is missing)' : ''}`, () => {
  let browser: Browser;
  let sandbox: Awaited<ReturnType<typeof openSandbox>>;
  let stopBot: () => Promise<void>;
  let page: Page;
  let trouble: string[];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    sandbox = await openSandbox();
    stopBot = startEchoBot(sandbox);
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    trouble = [];
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url)) {
        trouble.push(`a request to ${request.url()}`);
      }
    });
  });
  afterEach(async () => {
    await page.close();
    await stopBot();
    expect(trouble).toEqual([]);
  });

  const phone = (id: number) => page.locator(`.phone[data-person="${id}"]`);
  const write = async (where: Locator, text: string) => {
    await where.getByRole('textbox').fill(text);
    await where.getByRole('textbox').press('Enter');
  };
  const shows = (where: Locator, text: string) =>
    where.locator('.message', { hasText: text }).last().waitFor();
  const open = (hash = '') => page.goto(`${sandbox.url}/${hash}`);

  test('a visitor picks a person, writes, presses, and the message changes in place', async () => {
    await open();
    await page.locator('.person', { hasText: 'Анна Белова' }).click();
    expect(page.url()).toContain('#a=101');
    await write(phone(101), 'Здравствуйте <b>&');
    await shows(phone(101), 'Вы написали: Здравствуйте <b>&');
    await phone(101).getByRole('button', { name: 'Ответить' }).click();
    await shows(phone(101), 'Изменено: Ответить #2');
    await phone(101).locator('.toast', { hasText: 'Нажато: Ответить' }).waitFor();
    expect(await phone(101).locator('.message').count()).toBe(2);
    expect(await phone(101).locator('.key').allTextContents()).toEqual(['Ещё раз']);
    expect(await phone(101).locator('.time').last().textContent()).toContain('изм.');
  });

  test('the command menu comes from setMyCommands and sends the command', async () => {
    await open('#a=101');
    await call(sandbox, 'setMyCommands', {
      commands: [
        { command: 'lesson', description: 'Открыть урок' },
        { command: 'help', description: 'Справка' },
      ],
    });
    await phone(101).getByRole('button', { name: 'Команды бота' }).click();
    await phone(101).locator('.menu button', { hasText: 'Открыть урок' }).click();
    await shows(phone(101), 'Вы написали: /lesson');
  });

  test("the mother's phone rings, her name gets a badge, looking at it clears the badge", async () => {
    await open('#a=101');
    await phone(101).getByRole('button', { name: 'Открыть второй телефон' }).click();
    await page.locator('.picker .person', { hasText: 'Мария Петрова' }).click();
    expect(page.url()).toContain('#a=101&b=203');
    await write(phone(101), 'mark');
    await page.locator('.phone.rings[data-person="203"]').waitFor();
    await shows(phone(203), 'Петров Иван: 5');
    const badge = page.locator('.people .person[data-person="203"] .badge');
    expect(await badge.textContent()).toBe('1');
    await phone(203).locator('.log').click();
    await badge.waitFor({ state: 'detached' });
    await phone(203).getByRole('button', { name: 'Убрать телефон' }).click();
    await phone(203).waitFor({ state: 'detached' });
    await write(phone(101), 'mark');
    await badge.waitFor();
  });

  test('files go both ways', async () => {
    await open('#a=101');
    const files = phone(101).locator('input[type=file]');
    await files.setInputFiles({
      name: 'Список.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('7А'),
    });
    await shows(phone(101), 'Получено: Список.txt');
    await files.setInputFiles({
      name: 'a.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PIXEL),
    });
    await shows(phone(101), 'Получено: фотография');
    await write(phone(101), 'files');
    await shows(phone(101), 'Отчёт 7А.txt');
    const picture = phone(101).locator('.message.from-bot .photo img');
    await expect
      .poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth')))
      .toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      phone(101).locator('.message.from-bot .document').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Отчёт 7А.txt');
    const saved = join(await mkdtemp(join(tmpdir(), 'page-')), 'file');
    await download.saveAs(saved);
    expect(await readFile(saved, 'utf8')).toBe('отчёт');
  });

  test('a picture is as wide as its buttons, in sight with them, replaced in place', async () => {
    await page.setViewportSize({ width: 360, height: 480 });
    await open('#a=101');
    await write(phone(101), 'picture');
    const message = phone(101).locator('.message.from-bot');
    await message.locator('.photo img').waitFor();
    const next = phone(101).getByRole('button', { name: 'Дальше' });
    const foot = async () => {
      const box = await next.boundingBox();
      return box ? box.y + box.height : 0;
    };
    await expect.poll(foot).toBeLessThan(480);
    await next.click();
    await shows(phone(101), 'Страница 2');
    expect(await message.count()).toBe(1);
    expect(await phone(101).locator('.key').allTextContents()).toEqual(['Ещё раз']);
    const [picture, key] = ['.photo img', '.keyboard'];
    const width = async (part = '') => (await message.locator(part).boundingBox())?.width ?? 0;
    expect(await width(picture)).toBeGreaterThanOrEqual((await width(key)) - 24);
  });

  test('formatting is shown, raw text stays text, a deep link becomes /start', async () => {
    await open('#a=101');
    await write(phone(101), 'formats');
    const message = phone(101).locator('.message.from-bot', { hasText: 'Цитата' });
    await message.waitFor();
    for (const tag of ['strong', 'em', 's', 'code', 'pre', 'blockquote', '.spoiler']) {
      expect(await message.locator(tag).count(), tag).toBe(1);
    }
    expect(await message.locator('img').count()).toBe(0);
    expect(await message.textContent()).toContain('<img src=x onerror=alert(1)>');
    await message.getByRole('link', { name: 'войти' }).click();
    await shows(phone(101), 'Вы написали: /start CODE42');
    await message.getByRole('button', { name: '/help' }).click();
    await shows(phone(101), 'Вы написали: /help');
  });

  test('a deleted message goes, a blocked bot cannot be written to', async () => {
    await open('#a=101');
    await write(phone(101), 'delete');
    await write(phone(101), 'a'.repeat(4096));
    await shows(phone(101), 'a'.repeat(4096));
    expect(await phone(101).getByText('Сейчас исчезнет').count()).toBe(0);
    await phone(101).getByRole('button', { name: 'Меню телефона' }).click();
    await phone(101).getByRole('button', { name: 'Заблокировать бота' }).click();
    await phone(101).getByRole('button', { name: 'Разблокировать бота' }).waitFor();
    expect((await call(sandbox, 'sendMessage', { chat_id: 101, text: 'x' })).status).toBe(403);
    await phone(101).locator('.unblock').click();
    await phone(101).getByRole('textbox').waitFor();
    expect((await call(sandbox, 'sendMessage', { chat_id: 101, text: 'x' })).status).toBe(200);
  });

  test('at 390 px a phone fills the screen and the way back leads to the list', async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await open();
    await page.locator('.person', { hasText: 'Олег' }).click();
    await phone(305).getByRole('button', { name: 'Старт' }).click();
    await shows(phone(305), 'Вы написали: /start');
    expect(await phone(305).locator('.screen').boundingBox()).toMatchObject({ x: 0, width: 390 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await phone(305).getByRole('button', { name: 'К списку людей' }).click();
    await page.locator('.person', { hasText: 'Олег' }).waitFor();
  });
});
