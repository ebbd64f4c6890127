/** Where Node 24 and n8n are; `npm test` and `npm run demo` set them up and say so. */
export function runtime(): { folder: string; node: string; n8n: string } {
	const { REGIE_N8N: folder, REGIE_NODE: node } = process.env;
	if (!folder || !node) throw new Error('Run this with `npm test` or `npm run demo`: they set n8n up first.');
	return { folder, node, n8n: `${folder}/node_modules/n8n/bin/n8n` };
}
