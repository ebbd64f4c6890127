import {
	ICredentialsHelper,
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type Workflow,
} from 'n8n-workflow';

/** A credential as a test gives it: its type and what a user filled in. */
export interface TestCredential {
	definition: ICredentialType;
	data: ICredentialDataDecryptedObject;
}

/** Credentials by the name of their type. */
export type TestCredentials = Record<string, TestCredential>;

/** Stands in for the part of the n8n server that stores credentials and signs requests with them. */
export class TestCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly credentials: TestCredentials) {
		super();
	}

	override getParentTypes(): string[] {
		return [];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	/** Signs a request as n8n does: by the credential's own function, or by its generic rules. */
	override async authenticate(
		data: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.get(typeName).definition;
		if (!authenticate) return request;
		if (typeof authenticate === 'function') return await authenticate(data, request);
		if (!workflow || !node) throw new Error('A credential with expressions needs its workflow and node');
		return applyGeneric(authenticate, data, request, workflow, node);
	}

	/** Renews what expires as n8n does: when there is none yet, and when it was refused. */
	override async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { definition, data } = this.get(typeName);
		const expirable = definition.properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		)?.name;
		if (!expirable || typeof definition.preAuthentication !== 'function') return undefined;
		if (credentials[expirable] !== '' && !credentialsExpired) return undefined;
		const renewed = await definition.preAuthentication.call(helpers, credentials);
		if (renewed[expirable] === undefined) return undefined;
		Object.assign(data, renewed);
		return Object.assign(credentials, renewed) as ICredentialDataDecryptedObject;
	}

	override async runPreAuthentication(): Promise<ICredentialDataDecryptedObject | undefined> {
		return undefined;
	}

	override async getCredentials(_details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		throw new Error(`The stored form of ${type} is not there in tests`);
	}

	override async getDecrypted(
		_additionalData: unknown,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const { definition, data } = this.get(type);
		const defaults = definition.properties.map((property) => [property.name, property.default] as const);
		return { ...(Object.fromEntries(defaults) as ICredentialDataDecryptedObject), ...data };
	}

	override async updateCredentials(): Promise<void> {}

	override async updateCredentialsOauthTokenData(): Promise<void> {}

	override getCredentialsProperties(type: string): INodeProperties[] {
		return this.get(type).definition.properties;
	}

	private get(type: string): TestCredential {
		const credential = this.credentials[type];
		if (!credential) throw new Error(`The test gave no credential of type ${type}`);
		return credential;
	}
}

/** Evaluates the `={{ $credentials.x }}` expressions of a credential and puts the outcome in the request. */
function applyGeneric(
	authenticate: IAuthenticateGeneric,
	data: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const evaluate = (value: string) =>
		workflow.expression.getSimpleParameterValue(
			node,
			value,
			'internal',
			{ $credentials: data },
			undefined,
			'',
		) as string;
	const signed = { ...request } as IHttpRequestOptions & Record<string, unknown>;
	for (const [part, values] of Object.entries(authenticate.properties)) {
		const evaluated = Object.entries(values as Record<string, string>).map(([key, value]) => [
			evaluate(key),
			evaluate(value),
		]);
		const existing = signed[part] as IDataObject | undefined;
		(signed as Record<string, unknown>)[part] = { ...existing, ...Object.fromEntries(evaluated) };
	}
	return signed;
}
