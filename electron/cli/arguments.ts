import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type IsoDate, isIsoDate } from '../../shared/domain/dates.ts';
import { CommandError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads a command's arguments strictly: an option it does not know is an error.
 * @throws CommandError that shows how the command is called
 */
export function readArguments<const Known extends Options>(args: string[], usage: string, options: Known) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /'(-[^']*)'/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new CommandError(`${unknown === undefined ? '参数不对' : `参数 ${unknown} 不对`}。用法：desk ${usage}`, {
      cause: error,
    });
  }
}

/** The one positional argument, or option, a command cannot do without. */
export function required(value: string | undefined, usage: string): string {
  if (value === undefined || value === '') throw new CommandError(`缺少参数。用法：desk ${usage}`);
  return value;
}

/** @returns `null` where the option was not given */
export function wholeNumber(
  value: string | undefined,
  option: string,
  range: { min: number; max: number },
): number | null {
  if (value === undefined) return null;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.min && number <= range.max) return number;
  throw new CommandError(`${option} 应为 ${range.min} 到 ${range.max} 的整数，而不是“${value}”。`);
}

/** @returns `null` where the option was not given */
export function calendarDate(value: string | undefined, option: string): IsoDate | null {
  if (value === undefined) return null;
  if (isIsoDate(value)) return value;
  throw new CommandError(`${option} 应为 2020-03-06 这样的有效日期，而不是“${value}”。`);
}
