import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and other words of a call, or what in it can't be understood. */
export function readOptions<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    // The message quotes the option that is unknown or lacks its value.
    const [, option = args.join(' ')] = /'(--?[^'\s]+)/.exec(String(error)) ?? [];
    return { wrong: option };
  }
}
