import fastify from 'fastify';
import getPort from 'get-port';
import type { Register } from '../../nodes/shared/storage/register';
import { escapeHtml } from '../../nodes/shared/text/escape-html';
import type { Desk } from '../../test/support/desk';

const escape = (value: unknown): string => escapeHtml(String(value ?? ''));

function table(title: string, heads: string[], rows: unknown[][]): string {
	const line = (tag: string, cells: unknown[]) =>
		`<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
	const body = rows.map((row) => line('td', row)).join('');
	return `<h2>${escape(title)} (${rows.length})</h2><table>${line('th', heads)}${body}</table>`;
}

const STYLE = `body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1b2733}h1{color:#154273}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d5dde5}
th{background:#eef3f8}td{white-space:pre-wrap;max-width:34rem}`;

type ToShow = Pick<Desk, 'topdesk' | 'planon' | 'outgoing'> & { register: Register };

/** A page that shows what is in the register, at the suppliers, and what was mailed. */
export async function startView(desk: ToShow): Promise<{ url: string; stop(): Promise<void> }> {
	const server = fastify({ forceCloseConnections: true });
	server.get('/', async (_request, reply) => {
		const signals = await desk.register.search({ limit: 1000 });
		const planon = ['UsrRequest', 'UsrComplaint'].flatMap((definition) =>
			desk.planon.records(definition).map((record) => ({ definition, record })),
		);
		void reply.type('text/html; charset=utf-8');
		return `<!doctype html><html lang="nl"><meta charset="utf-8"><meta http-equiv="refresh" content="10">
<title>Regiedesk: wat er gebeurd is</title><style>${STYLE}</style><h1>Regiedesk: wat er gebeurd is</h1>
${table(
	'Signalenregister',
	['Nummer', 'Klant', 'Onderwerp', 'Soort', 'Leverancier', 'Status', 'Ticket'],
	signals.map((signal) => [
		signal.reference,
		signal.customer.name ?? signal.customer.email,
		signal.subject,
		signal.classification?.category,
		signal.classification?.supplier,
		signal.status,
		signal.tickets.map(({ number }) => number).join(', '),
	]),
)}
${table(
	'TOPdesk: meldingen',
	['Nummer', 'Extern nummer', 'Onderwerp', 'Melder'],
	desk.topdesk
		.incidents()
		.map(({ number, externalNumber, briefDescription, caller }) => [
			number,
			externalNumber,
			briefDescription,
			(caller as { dynamicName?: string } | null)?.dynamicName,
		]),
)}
${table(
	'Planon: meldingen',
	['Soort', 'Nummer', 'Extern nummer', 'Omschrijving'],
	planon.map(({ definition, record: { OrderNumber, FreeString1, Description } }) => [
		definition,
		OrderNumber,
		FreeString1,
		Description,
	]),
)}
${table(
	'Verstuurde mail',
	['Aan', 'Onderwerp', 'Tekst'],
	[...desk.outgoing.messages]
		.reverse()
		.map(({ envelope, subject, text }) => [envelope.to.join(', '), subject, text]),
)}</html>`;
	});
	const url = await server.listen({
		port: await getPort({ port: 5680, host: '127.0.0.1' }),
		host: '127.0.0.1',
	});
	return { url, stop: async () => await server.close() };
}
