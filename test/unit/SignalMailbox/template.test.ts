import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READY_TEXTS } from '../../../nodes/SignalMailbox/send/ready-texts';
import { fillTemplate } from '../../../nodes/SignalMailbox/send/template';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { signalFor } from '../../support/signals';

const ticket = {
	system: 'topdesk' as const,
	supplier: 'SSC-ICT' as const,
	number: 'I 2611 001',
	id: null,
	createdAt: '2026-11-02T10:00:00Z',
};
const signal = signalFor('<1@x>', { reference: 'R-2026-000123', tickets: [ticket] });
const fill = (template: string, about: Signal = signal) => fillTemplate(template, about, 'Dienstencentrum');

it.each(Object.entries(READY_TEXTS))('fills in the ready text %s', (_name, text) => {
	const filled = fill(text);
	expect(filled).not.toMatch(/[{}]/);
	expect(filled).toMatch(/^Beste Jan de Vries,\n\n/);
	expect(filled).toContain('R-2026-000123');
	expect(filled).toMatch(/Met vriendelijke groet,\nDienstencentrum$/);
});

it.each(Object.values(READY_TEXTS))('has the ready text %# in the manual, to copy', (text) => {
	expect(readFileSync(join(__dirname, '../../../docs/handleiding.md'), 'utf8')).toContain(text);
});

it('says what a placeholder may be when it does not exist', () => {
	expect(() => fill('Beste {name},')).toThrow('The template asks for {name}, which does not exist');
	expect(() => fill('{}')).toThrow('{}');
});

it('says so when the signal has nothing for it', () => {
	expect(() => fill('{ticket}', { ...signal, tickets: [] })).toThrow(
		'The template asks for {ticket}, but signal R-2026-000123 has none',
	);
});

it('gives the customer his own words back, whatever he writes', () => {
	const text = 'Ik zag {nummer} en {onbekend} en $& staan.\n\nWat is dat?';
	expect(fill('Uw bericht:\n\n{Bericht}', { ...signal, text })).toBe(
		'Uw bericht:\n\n> Ik zag {nummer} en {onbekend} en $& staan.\n>\n> Wat is dat?',
	);
	expect(fill('Beste {naam},', { ...signal, customer: { ...signal.customer, name: '{status}' } })).toBe(
		'Beste {status},',
	);
});

it('has a greeting for somebody without a name', () => {
	expect(fill('Beste {naam},', { ...signal, customer: { ...signal.customer, name: null } })).toBe(
		'Beste heer of mevrouw,',
	);
});

it('can fill in every text that workflow 01 answers with', () => {
	const workflow = JSON.parse(
		readFileSync(join(__dirname, '../../../workflows/01-intake.json'), 'utf8'),
	) as WorkflowFile;
	const parameters = workflow.nodes.map((node) => node.parameters);
	const answers = parameters
		.flatMap(({ assignments }) => assignments?.assignments ?? [])
		.filter(({ name }) => name.startsWith('instellingen.antwoorden.'))
		.map(({ value }) => value);
	// What stands between double braces n8n fills in before the node does.
	const templates = parameters.flatMap(({ template }) => template?.replace(/\{\{.*?\}\}/gs, '') ?? []);
	expect([answers.length, templates.length]).toEqual([7, 3]);
	for (const text of [...answers, ...templates]) expect(() => fill(text)).not.toThrow();
});

interface WorkflowFile {
	nodes: Array<{
		parameters: {
			template?: string;
			assignments?: { assignments: Array<{ name: string; value: string }> };
		};
	}>;
}
