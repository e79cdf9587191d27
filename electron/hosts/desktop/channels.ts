/** Every name that crosses between the window and the main process. */
export const CHANNELS = {
  call: 'crosscase:call',
  offerPath: 'crosscase:offer-path',
  offerContent: 'crosscase:offer-content',
  saveFile: 'crosscase:save-file',
  chooseProjectPath: 'crosscase:choose-project-path',
  event: 'crosscase:event',
  menuAction: 'crosscase:menu-action',
} as const;
