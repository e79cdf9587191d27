import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fuzzImporters } from './fuzz-importers.ts';

const [count = '10000', seed = '1'] = process.argv.slice(2);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'crosscase-fuzz-'));
const folder = path.resolve(import.meta.dirname, '../fixtures/variants');
const { read, refused, failures, slowest } = await fuzzImporters(
  folder,
  scratch,
  Number(seed),
  Number(count),
);
console.log(`${count} damaged files from seed ${seed}: ${read} read, ${Number(count) - read} refused.`);
console.log([...refused].map(([code, number]) => `  ${code}: ${number}`).join('\n'));
console.log(`Slowest: ${slowest.seconds.toFixed(2)} s (${slowest.name})`);
for (const failure of failures) console.log(`FAILED ${failure}`);
if (failures.length > 0) console.log(`The files are in ${scratch}`);
else fs.rmSync(scratch, { recursive: true });
process.exitCode = failures.length > 0 ? 1 : 0;
