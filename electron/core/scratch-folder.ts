import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAME = /^crosscase-(\d+)-\w{6}$/;

/**
 * Scratch space of this run, readable by this person only. It may hold interviews on their way in or out, so what a run
 * that was killed could not remove any more is removed by the next one.
 */
export function makeScratchFolder(parent = os.tmpdir(), isRunning = processIsRunning): string {
  for (const name of fs.readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) removeIfOurs(path.join(parent, name));
  }
  return fs.mkdtempSync(path.join(parent, `crosscase-${process.pid}-`));
}

/** The folder for temporary files is everybody's; what another person left there is theirs to remove. */
function removeIfOurs(folder: string): void {
  // Gone meanwhile: another run that starts now was quicker.
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.uid === (process.getuid?.() ?? stat.uid)) fs.rmSync(folder, { recursive: true, force: true });
}

function processIsRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, which means that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
