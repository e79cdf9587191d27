import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { runAction } from '../actions/action-registry.ts';
import { CommandPalette } from '../command-palette/command-palette.tsx';
import { ExchangeDialogs } from '../exchange/exchange-dialogs.tsx';
import { followCheckPackages } from '../checking/follow-package.ts';
import { CheckingDialogs } from '../checking/checking-dialogs.tsx';
import { ReportsDialogs } from '../reports/reports-dialog.tsx';
import { LeavingDialog } from '../pseudonyms/leaving-dialog.tsx';
import { PseudonymsDialog } from '../pseudonyms/pseudonyms-dialog.tsx';
import { PackagesDialogs } from '../packages/packages-dialogs.tsx';
import { ProjectDialogs } from '../project/project-dialogs.tsx';
import { WelcomeScreen } from '../project/welcome-screen.tsx';
import { followPreferences } from '../settings/preferences-store.ts';
import { Toasts } from '../ui/toasts.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { CurrentScreen } from './current-screen.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Rail } from './rail.tsx';
import { followSession, useSession } from './session-store.ts';
import { StatusBar } from './status-bar.tsx';
import { followMenu } from './follow-menu.ts';
import './app.css';

export function App() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    followMenu();
    followCheckPackages();
    Promise.all([followSession(), followPreferences()])
      .catch(reportError)
      .finally(() => setReady(true));
  }, []);
  const project = useSession((state) => state.project);

  return (
    <I18nProvider locale="en-GB">
      {ready && (project ? <Workbench key={project.uid} /> : <WelcomeScreen />)}
      <ProjectDialogs />
      <ExchangeDialogs />
      <PackagesDialogs />
      <CheckingDialogs />
      <ReportsDialogs />
      <PseudonymsDialog />
      <LeavingDialog />
      <CommandPalette />
      <KeysDialog />
      <Toasts onUndo={() => runAction('history.undo')} />
    </I18nProvider>
  );
}

function Workbench() {
  return (
    <div className="workbench">
      <Rail />
      <main className="workbench-main">
        <CurrentScreen />
      </main>
      <StatusBar />
    </div>
  );
}
