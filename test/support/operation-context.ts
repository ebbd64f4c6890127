import { buffer } from 'node:stream/consumers';
import type { TopdeskClient } from '../../nodes/Topdesk/api/client';
import { withoutLocators } from '../../nodes/Topdesk/read-parameter';
import type { Files } from '../../nodes/shared/n8n/item-files';
import type { OperationContext } from '../../nodes/Topdesk/resources/operation';

/** Files in memory: one to take, and those that were kept. */
export function memoryFiles(
	file = { fileName: 'foto.png', contentType: 'image/png', content: Buffer.from('png') },
) {
	const kept: Array<{ fileName: string; contentType?: string; content: Buffer }> = [];
	const files: Files = {
		take: async () => file,
		keep: async (content, fileName, contentType) => {
			kept.push({
				fileName,
				contentType,
				content: Buffer.isBuffer(content) ? content : await buffer(content),
			});
			return { kept: fileName };
		},
	};
	return { files, kept };
}

/** What an operation works with outside n8n: its fields by name. */
export function contextFor(
	client: TopdeskClient,
	parameters: Record<string, unknown>,
	files: Files = memoryFiles().files,
): OperationContext {
	return {
		client,
		read: (name, fallback) => withoutLocators(name in parameters ? parameters[name] : fallback),
		timezone: 'Europe/Amsterdam',
		files,
	};
}
