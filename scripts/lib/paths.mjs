import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top of the checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const N8N_VERSION = '2.41.1';

/** Where large things are kept for the next clone: the user's own cache folder. */
export function cacheFolder(env = process.env, platform = process.platform) {
	if (env.REGIE_CACHE) return env.REGIE_CACHE;
	if (platform === 'win32')
		return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'n8n-nodes-regie');
	if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'n8n-nodes-regie');
	return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-regie');
}
