import type { INodeParameters } from 'n8n-workflow';
import { PlanonApi } from '../../../credentials/PlanonApi.credentials';
import { Planon } from '../../../nodes/Planon/Planon.node';
import { runNode, type EngineOutcome, type TestCredentials } from '../../support/engine';
import type { PlanonSimulator } from '../../simulators/planon';

type RunOptions = Partial<Parameters<typeof runNode>[0]> & { credential?: object };

/** The credential that gets into a simulator by its access key. */
export const credentialFor = (
	{ url, accessKey }: PlanonSimulator,
	changes: object = {},
): TestCredentials => ({
	planonApi: {
		definition: new PlanonApi(),
		data: { baseUrl: `${url}/`, accessKey, testDefinition: 'UsrRequest', ...changes },
	},
});

/** The same, by OIDC client credentials. */
export function clientCredentials({ client: { id, secret, tokenUrl } }: PlanonSimulator): object {
	return { authentication: 'clientCredentials', clientId: id, clientSecret: secret, tokenUrl };
}

/** Runs the Planon node on the engine, against a simulator. */
export const planonRunner =
	(simulator: () => PlanonSimulator) =>
	async (
		parameters: INodeParameters,
		{ credential = {}, ...options }: RunOptions = {},
	): Promise<EngineOutcome> =>
		await runNode({
			node: new Planon(),
			credentials: credentialFor(simulator(), credential),
			parameters,
			...options,
		});
