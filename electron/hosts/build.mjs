import { buildDesktop, buildRenderer } from './build-steps.ts';

// `npm run build` makes both; `npm run build renderer` and `npm run build desktop` make one.
const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.includes('renderer')) await buildRenderer();
if (wanted.length === 0 || wanted.includes('desktop')) await buildDesktop();
