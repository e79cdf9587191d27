import { parseArgs } from 'node:util';

export interface WebOptions {
  /** 0: one that is free. */
  readonly port: number;
  readonly project: string | null;
  /** False: the address is only printed. */
  readonly open: boolean;
}

/** Reads `--port 8080 --no-open --project study.crosscase`. Throws, in a sentence, what it cannot read. */
export function parseWebOptions(argv: readonly string[]): WebOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      project: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port wants a number from 0 to 65535, not “${values.port}”.`);
  }
  return { port, project: values.project ?? positionals[0] ?? null, open: !values['no-open'] };
}
