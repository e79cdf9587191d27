import { api } from '../api/api.ts';
import { navigate } from '../app/navigation.ts';
import { useSession } from '../app/session-store.ts';
import { reportError } from '../ui/toasts-store.ts';

/** A project that was made of a check package holds nothing but what is to be checked: it opens there. */
export function followCheckPackages(): void {
  useSession.subscribe((state, before) => {
    const uid = state.project?.uid;
    if (uid === undefined || uid === before.project?.uid) return;
    api.checking
      .sentPackage({})
      .then((sent) => {
        if (sent !== null && useSession.getState().project?.uid === uid) navigate({ screen: 'checking' });
      })
      .catch(reportError);
  });
}
