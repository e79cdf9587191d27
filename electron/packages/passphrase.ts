import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '#shared/contract/errors.ts';

const AGE_HEADER = 'age-encryption.org/v1\n';

/** The age format, so that any other age program opens the file too, given the passphrase. */
export async function encrypt(content: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(content);
}

export function isEncrypted(content: Buffer): boolean {
  return content.toString('latin1', 0, AGE_HEADER.length) === AGE_HEADER;
}

/** Throws `passphrase-wrong`, and `package-damaged` when something of the file is missing or was changed. */
export async function decrypt(content: Uint8Array, passphrase: string, name: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return Buffer.from(await decrypter.decrypt(content));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith('no identity matched')) throw new AppError('passphrase-wrong', { name });
    throw new AppError(
      'package-damaged',
      { name, message: 'What is encrypted in it is incomplete, or was changed.' },
      { cause: error },
    );
  }
}
