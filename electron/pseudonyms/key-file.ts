import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { Identifier } from '#shared/pseudonyms/find-identifiers.ts';
import { identifier } from '#shared/pseudonyms/pseudonyms-contract.ts';
import { decrypt, encrypt, isEncrypted } from '#electron/packages/passphrase.ts';

const keyFile = z.object({
  crosscase: z.literal('names'),
  version: z.literal(1),
  identifiers: z.array(identifier),
});

export function encryptNames(identifiers: readonly Identifier[], passphrase: string): Promise<Uint8Array> {
  const content = JSON.stringify({ crosscase: 'names', version: 1, identifiers }, null, 2);
  return encrypt(Buffer.from(content, 'utf8'), passphrase);
}

export async function decryptNames(
  content: Buffer,
  passphrase: string,
  name: string,
): Promise<readonly Identifier[]> {
  if (!isEncrypted(content)) throw new AppError('names-key-invalid', { name });
  const plain = (await decrypt(content, passphrase, name)).toString('utf8');
  try {
    return keyFile.parse(JSON.parse(plain)).identifiers;
  } catch (error) {
    throw new AppError('names-key-invalid', { name }, { cause: error });
  }
}
