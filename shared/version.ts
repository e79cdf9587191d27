/** What an export says it was made with. The same as in package.json, which a test watches over. */
export const VERSION = '0.1.0';
