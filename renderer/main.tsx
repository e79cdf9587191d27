import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { must } from '#shared/assert.ts';
import { App } from './app/app.tsx';
import { registerAllActions } from './app/all-actions.ts';
import { installShortcuts } from './actions/shortcuts.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/ui.css';
import './ui/forced-colors.css';

// Compiled validators need `eval`, which the content security policy forbids.
z.config({ jitless: true });

registerAllActions();
installShortcuts(window);

createRoot(must(document.getElementById('root'), 'index.html has a root')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
