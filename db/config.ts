import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const timezone = z.string().refine(isTimezone, 'must be an IANA time zone, as Europe/Moscow');

const SHAPE = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'must be a token from BotFather, as 123456:ABC…')
    .optional(),
  TELEGRAM_LIBRARY: z.enum(['grammy', 'telegraf']).default('grammy'),
  TELEGRAM_API_ROOT: z.url().default('https://api.telegram.org'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:FILE or postgres://…')
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z.url().optional(),
  SESSION_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  TIMEZONE: timezone.default('Europe/Moscow'),
  LANGUAGE: z.enum(['ru', 'en']).default('ru'),
  MESSAGE_NAMES: z.enum(['full', 'short', 'none']).default('full'),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEY: z.string().min(20, 'must be at least 20 characters').optional(),
  BACKUP_HOOK: z.string().min(1).optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{20,}$/, 'must be at least 20 letters, digits or signs of -._~+/=')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

// Elsewhere the file is worth nothing if its key lies on the disk that was lost.
const SCHEMA = SHAPE.refine(({ BACKUP_HOOK, BACKUP_KEY }) => !BACKUP_HOOK || BACKUP_KEY, {
  path: ['BACKUP_HOOK'],
  message: 'needs BACKUP_KEY, which you keep elsewhere too',
});

export type Config = z.infer<typeof SCHEMA>;

/** A value of the environment that can't be used; the message names each and says what is expected. */
export class ConfigError extends Error {}

/**
 * Reads the configuration. Empty values count as absent. Throws a ConfigError that names every wrong
 * value and never repeats one, as it may be a secret.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = SCHEMA.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(lines.join('\n'));
  }
  return read.data;
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
