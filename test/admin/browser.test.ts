import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPanelWorld, PASSWORD, type PanelWorld } from './panel-world.ts';

const CHROMIUM = '/usr/bin/chromium';

describe.skipIf(!existsSync(CHROMIUM))('the panel in Chromium', () => {
  let world: PanelWorld;
  let browser: Browser;
  let page: Page;
  const strangers: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await openPanelWorld();
    await world.panel.warm();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${world.origin}/`) && !url.startsWith('data:')) {
        strangers.push(url);
      }
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('lets an administrator in and shows today', async () => {
    await page.goto(`${world.origin}/admin`);
    await page.fill('[name=login]', 'administrator');
    await page.fill('[name=password]', PASSWORD);
    await page.click('button');
    await page.getByText('Сегодня в школе').waitFor();
    expect(await page.title()).toBe('Журнал');
    await page.getByText('Щёголева Анна').waitFor();
  });

  it('leads by the menu to a mark and corrects it', async () => {
    await page.getByText('Журнал', { exact: true }).last().click();
    await page.getByText('Отметки', { exact: true }).first().click();
    const row = page.getByRole('row', { name: /Иванов Семён/ });
    await row.getByText('7А Алгебра 12.10 №2').waitFor();
    await row.getByText('ответ').waitFor();
    await page.goto(`${world.origin}/admin/resources/mark/records/${world.school.markId}/edit`);
    await page.fill('#value', '5');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Изменения сохранены').waitFor();
    const mark = await world.db.models.Mark.findByPk(world.school.markId);
    expect(mark).toMatchObject({ value: 5, version: 2 });
  });

  it('puts a refusal in words beside the field', async () => {
    await page.goto(`${world.origin}/admin/resources/mark/records/${world.school.markId}/edit`);
    await page.fill('#value', '9');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Отметка может быть от 2 до 5').first().waitFor();
    expect(await page.inputValue('#value')).toBe('9');
    expect((await world.db.models.Mark.findByPk(world.school.markId))?.value).toBe(5);
  });

  it('shows a one-time link for a login', async () => {
    const { deputy } = world.people;
    await page.goto(`${world.origin}/admin/resources/person/records/${deputy}/giveLogin`);
    await page.getByRole('button', { name: 'Создать ссылку' }).click();
    const link = page.locator('input[readonly]');
    await link.waitFor();
    expect(await link.inputValue()).toMatch(/\/admin\/setup\/[\w-]{22}$/);
  });

  it('shows a token of the export once', async () => {
    await page.goto(`${world.origin}/admin/resources/api_token/actions/new`);
    await page.locator('form input[required]').fill('РИС «Образование»');
    await page.locator('form button').last().click();
    const token = page.locator('input[readonly]');
    await token.waitFor();
    expect(await token.inputValue()).toMatch(/^zhurnal_[\w-]{22}$/);
    await page.goto(`${world.origin}/admin/resources/api_token`);
    await page.getByText('РИС «Образование»').waitFor();
  });

  it('finds people by any spelling in the fields that refer to them', async () => {
    await page.goto(`${world.origin}/admin/resources/role/actions/new`);
    await page.locator('input').first().fill('корол');
    await page.getByText('Королёв Пётр Ильич').waitFor();
  });

  it('draws the control of the journal', async () => {
    await page.goto(`${world.origin}/admin/pages/overview`);
    await page.getByText('По неделям: найдено и исправлено').waitFor();
    expect(await page.locator('.panel-bars rect').count()).toBeGreaterThan(8);
  });

  it('shows every list in words and fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${world.origin}/admin/resources/mark`);
    await page.getByText('Иванов Семён Игоревич').waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(390);
  });

  it('logs out by its button', async () => {
    await page.getByRole('button', { name: 'Выйти' }).click();
    await page.getByText('Вход в журнал').waitFor();
    await page.goto(`${world.origin}/admin/resources/mark`);
    await page.getByText('Вход в журнал').waitFor();
  });

  it('asked nobody else for anything and complained of nothing', () => {
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
