import { nodeTimes } from '../../../scripts/bench/node-times';

const event = (name: string, second: number, nodeName: string, executionId = '1', workflowId = 'intake') =>
	JSON.stringify({
		ts: `2026-11-30T05:12:0${second}.500+01:00`,
		eventName: `n8n.${name}`,
		payload: { workflowId, executionId, nodeName },
	});

describe('how long nodes took, from the log of events of n8n', () => {
	it('is added up over executions, also those at the same time, and only of the workflow asked for', () => {
		const log = [
			event('node.started', 1, 'Registreer'),
			event('node.started', 1, 'Registreer', '2'),
			event('node.finished', 3, 'Registreer', '2'),
			event('node.finished', 4, 'Registreer'),
			event('node.started', 4, 'Antwoord'),
			event('node.finished', 5, 'Antwoord'),
			event('node.started', 1, 'Registreer', '3', 'other'),
			event('node.finished', 9, 'Registreer', '3', 'other'),
			event('workflow.started', 1, ''),
			'',
		];
		expect(nodeTimes(log.join('\n'), 'intake')).toEqual([
			['Registreer', 5],
			['Antwoord', 1],
		]);
	});

	it('leaves out what had begun before the log did', () => {
		expect(nodeTimes(event('node.finished', 3, 'Registreer'), 'intake')).toEqual([['Registreer', 0]]);
	});
});
