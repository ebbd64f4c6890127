import type { Transport } from '../../nodes/shared/http/transport';
import { axiosTransport } from '../support/axios-transport';
import { startPrism, type Prism } from './prism';

/** The published files, with where in TOPdesk each of them is. They leave that part of the address out. */
const FILES: Array<{ file: RegExp; at: RegExp; prefix: string }> = [
	{ file: /^topdesk-incident-/, at: /^\/tas\/api\/incidents/, prefix: '/tas/api' },
	{
		file: /^topdesk-change-/,
		at: /^\/tas\/api\/(operatorChange|changes\/|changeCalendar|change\w*RejectionReasons|applicableChangeTemplates)/,
		prefix: '/tas/api',
	},
	{ file: /^topdesk-operations-management-/, at: /^\/tas\/api\/operationalActivities/, prefix: '/tas/api' },
	{ file: /^topdesk-services-/, at: /^\/tas\/api\/services/, prefix: '/tas/api' },
	{ file: /^topdesk-assets-/, at: /^\/tas\/api\/assetmgmt/, prefix: '/tas/api/assetmgmt' },
	{
		file: /^topdesk-knowledge-base-/,
		at: /^\/services\/knowledge-base-v1/,
		prefix: '/services/knowledge-base-v1',
	},
	{
		file: /^topdesk-supporting-files-/,
		at: /^\/tas\/api\/(persons|operators|operatorgroups|suppliers|branches|locations|departments|budgetholders|languages)/,
		prefix: '/tas/api',
	},
	{ file: /^topdesk-general-/, at: /^\/tas\/api\//, prefix: '/tas/api' },
];

export interface Published {
	/** Sends a request to the file that it belongs to. Where there is none, the answer has status 599. */
	transport: Transport;
	stop(): Promise<void>;
}

/** Starts a server for each published file. */
export async function startPublished(folder: string): Promise<Published> {
	const servers = new Map<RegExp, Prism>();
	for (const { file } of FILES) servers.set(file, await startPrism(folder, file));
	const send = axiosTransport();
	return {
		transport: async (request) => {
			const { pathname } = new URL(request.url);
			const place = FILES.find(({ at }) => at.test(pathname));
			if (!place) return { status: NOT_PUBLISHED, headers: {}, body: undefined };
			return await send({
				...request,
				url: servers.get(place.file)!.url + pathname.slice(place.prefix.length),
			});
		},
		stop: async () => {
			await Promise.all([...servers.values()].map((server) => server.stop()));
		},
	};
}

/** No published file is about this part of TOPdesk. */
export const NOT_PUBLISHED = 599;
