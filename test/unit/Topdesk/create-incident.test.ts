import { ticketSchema } from '../../../nodes/shared/domain/signal';
import { createIncident } from '../../../nodes/Topdesk/incident/create-incident';
import { clientOf, simulatorPerTest } from '../../simulators/topdesk/for-tests';

const simulator = simulatorPerTest({
	persons: [
		{ email: 'j.devries@minvenj.example', name: 'Vries, J. de' },
		{ email: 'geenrol@minvenj.example', name: 'Rol, G.', caller: false },
	],
});
const REFERENCE = 'R-2026-000123';
const body = { briefDescription: 'Laptop start niet op', externalNumber: REFERENCE };
const posts = () =>
	simulator()
		.requests()
		.filter((line) => line.startsWith('POST'));

function create(caller = {}, changes = {}, reuse = true) {
	return createIncident(clientOf(simulator()).client, { ...body, ...changes }, { caller, reuse });
}

describe('creating an incident once', () => {
	it('gives a ticket as the register keeps it', async () => {
		const { ticket, incident, created } = await create();
		expect(created).toBe(true);
		expect(ticket).toEqual({
			system: 'topdesk',
			number: 'I 2611 001',
			id: incident.id,
			createdAt: '2026-11-02T09:00:00.000Z',
		});
		expect(ticketSchema.omit({ supplier: true }).parse(ticket)).toEqual(ticket);
	});

	it('reuses the incident with the same external number', async () => {
		const first = await create();
		const second = await create();
		expect(second).toMatchObject({ created: false, ticket: first.ticket });
		expect(simulator().incidents()).toHaveLength(1);
	});

	it('reuses it also after it went to the archive', async () => {
		const { incident } = await create();
		const { send } = clientOf(simulator());
		await send({ method: 'PUT', url: `${simulator().url}/tas/api/incidents/id/${incident.id}/archive` });
		expect(simulator().incidents()[0]!.status).toBe('firstLineArchived');
		expect((await create()).created).toBe(false);
	});

	it('does not take a partial incident, which copies the number, for the incident itself', async () => {
		await create({}, { status: 'partial', mainIncident: { number: 'I 2611 900' } }, false);
		expect((await create()).created).toBe(true);
	});

	it('creates another one when it is told not to reuse', async () => {
		await create();
		expect((await create({}, {}, false)).created).toBe(true);
		expect(simulator().incidents()).toHaveLength(2);
	});

	it.each(['cut-after-write', '5xx-after-write'] as const)(
		'finds what it made when the answer is lost (%s)',
		async (how) => {
			simulator().misbehave({ match: { method: 'POST' }, times: 1, how });
			const { ticket, created } = await create();
			expect({ number: ticket.number, created }).toEqual({ number: 'I 2611 001', created: true });
			expect(simulator().incidents()).toHaveLength(1);
			expect(posts()).toHaveLength(1);
		},
	);

	it('fails without a second attempt when the connection is cut before anything was made', async () => {
		simulator().misbehave({ match: { method: 'POST' }, times: 1, how: 'cut-before' });
		await expect(create()).rejects.toMatchObject({ name: 'NoAnswerError' });
		expect(posts()).toHaveLength(1);
		expect((await create()).created).toBe(true);
		expect(simulator().incidents()).toHaveLength(1);
	});
});

describe('the caller of an incident', () => {
	it('is the person TOPdesk knows by the e-mail address', async () => {
		await create({ email: 'J.deVries@minvenj.example', name: 'Jan de Vries' });
		expect(simulator().incidents()[0]!.caller).toMatchObject({ dynamicName: 'Vries, J. de' });
	});

	it.each(['onbekend@elders.example', 'geenrol@minvenj.example'])(
		'is written down by name when TOPdesk does not take %s',
		async (email) => {
			await create({ email, name: 'Piet Pietersen' });
			expect(
				simulator()
					.incidents()
					.map(({ caller }) => caller),
			).toEqual([{ id: null, dynamicName: 'Piet Pietersen', email }]);
		},
	);

	it('is written down by address when there is no name, and by name when there is no address', async () => {
		await create({ email: 'onbekend@elders.example' }, {}, false);
		await create({ name: 'Piet' }, {}, false);
		expect(
			simulator()
				.incidents()
				.map(({ caller }) => (caller as { dynamicName: string }).dynamicName),
		).toEqual(['onbekend@elders.example', 'Piet']);
	});
});

describe('a refused incident', () => {
	it.each([{}, { email: 'j.devries@minvenj.example' }])(
		'says which category TOPdesk does not know (caller %j)',
		async (caller) => {
			await expect(create(caller, { category: { name: 'Bloemen' } })).rejects.toMatchObject({
				message: "TOPdesk does not know the category 'Bloemen'.",
				hint: 'Choose one of the categories that exist in TOPdesk, or ask the TOPdesk administrator to add it.',
			});
			expect(simulator().incidents()).toEqual([]);
		},
	);

	it('keeps the words of TOPdesk when every name exists', async () => {
		const changes = { category: { name: 'Netwerk' }, subcategory: { name: 'Laptop' } };
		await expect(create({}, changes)).rejects.toMatchObject({
			message: expect.stringContaining("The subcategory 'Laptop' does not belong to the category"),
		});
	});
});
