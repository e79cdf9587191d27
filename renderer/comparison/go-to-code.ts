import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';

/** Opens a code in the codebook, if it is still called so. */
export async function goToCode(name: string): Promise<void> {
  const code = (await api.codebook.list({})).find((each) => each.name === name);
  navigate(code === undefined ? { screen: 'codebook' } : { screen: 'codebook', codeId: code.id });
}
