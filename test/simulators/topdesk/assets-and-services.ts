import type { FastifyInstance } from 'fastify';
import { refuse } from './errors';
import { idOf } from './lists';
import { sendPage } from './paging';
import { idIn, queryOf, several, truth, whole, words } from './read';

const asset = (name: string, type: string) => ({ id: idOf('asset', name), name, type, archived: false });
const ASSETS = [
	asset('LAPTOP-0042', 'Laptop'),
	asset('LAPTOP-0043', 'Laptop'),
	asset('PRINTER-0007', 'Printer'),
];
const SERVICES = ['Werkplek', 'Printen'].map((name) => ({
	id: idOf('service', name),
	name,
	availableForIncidents: true,
}));
const TYPE = 'application/x.topdesk-am-assets-v2+json';

/** What people use, and the services that is part of. */
export function addAssetsAndServices(server: FastifyInstance): void {
	const shape = {
		...{
			pageStart: whole(0),
			pageSize: whole(1, 1000),
			nameFragment: words,
			searchTerm: words,
			fields: words,
		},
		...{ archived: truth, templateName: words, templateId: several, $filter: words, $orderby: words },
	};
	server.get('/assetmgmt/assets', async (request, reply) => {
		const { pageStart = 0, pageSize = 50, nameFragment, searchTerm } = queryOf(request, shape);
		const part = (nameFragment ?? searchTerm ?? '').toLowerCase();
		const found = ASSETS.filter(({ name }) => name.toLowerCase().includes(part));
		const page = { startName: 'pageStart', start: pageStart, size: pageSize };
		if (found.length <= pageStart) return reply.type(TYPE).send(JSON.stringify({ columns: [], dataSet: [] }));
		return sendPage(request, reply, found, page, {
			wrap: (dataSet) => ({ columns: [], dataSet }),
			type: TYPE,
		});
	});
	server.get('/assetmgmt/assets/:id', async (request) => {
		const key = idIn(request);
		const found = ASSETS.find(({ id }) => id === key);
		// TOPdesk does not tell what is missing from what is not allowed.
		if (!found) throw refuse(403, 'The asset is not there');
		return { data: found, metadata: { archived: false }, settings: {} };
	});
	server.get('/services', async (request) => {
		const { $top = 100 } = queryOf(request, { objectId: words, assetId: words, $top: whole(1) });
		return { results: SERVICES.slice(0, $top) };
	});
	const service = (key: string) => {
		const found = SERVICES.find(({ id }) => id === key);
		if (!found) throw refuse(404, 'The service does not exist');
		return found;
	};
	server.get('/services/:id', async (request) => service(idIn(request)));
	server.get('/services/:id/linkedAssets', async (request) => {
		service(idIn(request));
		return {
			results: ASSETS.map(({ id, name }) => ({ id, name, assetId: name, linkId: idOf('link', name) })),
		};
	});
}
